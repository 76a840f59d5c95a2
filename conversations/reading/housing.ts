import { clean, fold, hitsOf } from '../language/text.ts';
import { homeTold } from '../subjects/housing/told.ts';
import { doubt, mapValue } from './outcome.ts';
import { readSaidTo } from './said-to.ts';
import { spokenPart } from './spoken-part.ts';
import type { Housing, HousingGrade, Understood } from './understood.ts';

const gradeMark = /(?<![a-z])([abcd])(?![a-z])(?= ?(?:级|类|等|$|[^a-z]))/gi;
/** 住房: safe or not, its grade, and whether there is another safe home, as far as they were said. */
export function readHousing(raw: string): Understood<Housing> {
  const said = spokenPart(fold(clean(raw)));
  const text = /^[a-d]$/.test(said) ? `${said}级` : said;
  const safe = readSaidTo(homeTold.safe, text).understood;
  const other = readSaidTo(homeTold.otherHome, text);
  const grades = gradesIn(text);
  const told = other.own && other.understood.status === 'value' ? { otherHome: other.understood.value } : {};
  const read = mapValue(
    safe,
    (said): Housing => ({
      safe: said,
      grade: grades.length === 1 ? (grades[0] ?? null) : null,
      ...(said ? {} : told),
    }),
  );
  if (grades.length > 1) return doubt(read, 'conflict');
  // A grade that nobody appraised.
  const appraised = readSaidTo(homeTold.appraised, text).understood;
  const guessed = grades.length > 0 && appraised.status === 'value' && !appraised.value;
  return guessed ? doubt(read, 'verify') : read;
}

/** Grades named, by letter; a negated letter (不是C级) does not count. */
export function gradesIn(text: string): HousingGrade[] {
  const found = new Set<HousingGrade>();
  for (const hit of hitsOf(gradeMark, text)) {
    if (/(?:不是|[没未]?达?不?到|不够|[够算]不上)$/.test(text.slice(0, hit.index))) continue;
    const letter = (hit[1] ?? '').toUpperCase();
    if (letter === 'A' || letter === 'B' || letter === 'C' || letter === 'D') found.add(letter);
  }
  return [...found];
}
