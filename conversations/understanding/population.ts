import { scanNumbers } from '../language/numbers/numerals.ts';
import { dropNumbering, trimFillers } from '../language/text.ts';
import { listedPeople, withoutPeopleAside } from '../reading/operators/people-listed.ts';
import { ask, none, value } from '../reading/outcome.ts';
import type { Understood } from '../reading/understood.ts';
import { afterCorrection } from './correction.ts';
import { isHedged, isQuestion, isSameAsBefore } from './doubt.ts';
import { kinGroups } from './kin.ts';
import { hasChanged, readChange } from './population-change.ts';
import { plausible, readInexact, readMisheard } from './population-doubt.ts';
import { isPeople } from './population-number.ts';
import { totalOf } from './population-total.ts';

/** 家庭人口数. People are counted by number and measure (6口子), by kinship (爷孙俩), or both added up. */
export function readPopulation(raw: string): Understood<number> {
  const listed = listedPeople(trimFillers(raw));
  if (listed !== undefined) return value(listed);
  const numbered = withoutPeopleAside(trimFillers(dropNumbering(raw)));
  const { text } = afterCorrection(numbered);
  if (text === '') return none;
  const found = count(trimFillers(text));
  if (isQuestion(text)) return ask('question', knownValue(found));
  if (found.status === 'none') return isSameAsBefore(text) ? ask('sameAsBefore') : found;
  if (isSameAsBefore(text)) return ask('sameAsBefore', knownValue(found));
  if (found.status === 'value' && isHedged(text)) return ask('hedged', found.value);
  return found;
}

function knownValue(u: Understood<number>): number | undefined {
  return u.status === 'value' || u.status === 'ask' ? u.value : undefined;
}

/** Doubts first: what was misheard, what has changed, what is no exact number; only then people are added up. */
function count(text: string): Understood<number> {
  const numbers = scanNumbers(text).filter((n) => isPeople(text, n));
  const doubtful = readMisheard(text) ?? readChange(text, numbers) ?? readInexact(text, numbers);
  if (doubtful) return doubtful;
  const total = totalOf(text, numbers, kinGroups(text));
  if (total.status !== 'value') return total;
  return hasChanged(text) ? ask('verify', total.value) : plausible(total.value, text);
}
