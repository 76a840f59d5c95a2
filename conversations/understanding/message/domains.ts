import { scanNumbers } from '../../language/numbers/numerals.ts';
import { gradesIn, readHousing } from '../../reading/housing.ts';
import { doubtOf } from '../../reading/manner.ts';
import { ask, doubt, mapValue, none, value } from '../../reading/outcome.ts';
import { readPopulationWithin } from '../../reading/people/population.ts';
import { readSaidTo } from '../../reading/said-to.ts';
import type { Understood } from '../../reading/understood.ts';
import { readWater, waterKinds } from '../../reading/water.ts';
import type { Domain } from './anchors.ts';
import { readSchool } from './pupils.ts';
import type { Segment } from './segments.ts';
import type { Found, Read } from './slots.ts';

/** Reads one segment for its ledger subject. Income is gathered over the whole message elsewhere. */
export function readDomain(segment: Segment, domain: Exclude<Domain, 'income'>): Found[] {
  const found = readers[domain](segment.text, segment.reason, segment.text === segment.clause.text);
  const reason = doubtOf(segment.text);
  return found
    .filter((f) => f.understood.status !== 'none')
    .map((f) => ({
      ...f,
      understood: reason ? doubt(f.understood, reason) : f.understood,
      words: segment.text,
      // 4口,但是户口上3口 are two counts, and neither takes back the other.
      overrides: segment.clause.corrects || (segment.clause.contrasts && domain !== 'population'),
    }));
}

const readers: Readonly<
  Record<Exclude<Domain, 'income'>, (text: string, reason?: string, alone?: boolean) => Read[]>
> = {
  population: (text, _reason, alone = true) => [readPeople(text, alone)],
  stable: (text) => [yesNo('incomeStable', text)],
  insured: readInsured,
  illness: (text) => [yesNo('seriousIllness', text)],
  afford: (text) => [yesNo('canAffordCare', text)],
  school: readSchool,
  housing: readHome,
  water: readDrinking,
  difficulty: (text) => [yesNo('otherDifficulties', text)],
  problem: (text) => [{ key: 'otherProblems', understood: readProblem(text) }],
};

function yesNo(key: string, text: string): Read {
  return { key, understood: readSaidTo(key, text).understood };
}

/** 1人患病, 2人在外: some of the household, not the whole of it. */
const partOf =
  /^(?!.*(?:口|共)).*?[\d一二两三四五六七八九十]{1,3} ?(?:个|名)?人(?:患|得|有病|在家|在外|外出|出去|在校|上学|读书)/;

/** 老两口 in passing counts only where no number of people is said. */
function readPeople(text: string, alone: boolean): Read {
  const understood = readPopulationWithin(text);
  const outright =
    /(?<![老小])(?:[\d一二三四五六七八九十几]+ ?口|[两俩] ?口(?!子)|[\d一二两三四五六七八九十几俩]+ ?个?人)|人口|[是事市]口/.test(
      text,
    );
  if (partOf.test(text)) return { key: 'population', understood: none };
  if (!outright && !alone) return { key: 'population', understood: none };
  return { key: 'population', understood, ...(outright ? {} : { weak: true }) };
}

const insuredCount =
  /(?:参保|参合|医保|农合|参)(?:了|的|人数)?[:是有]?[\d一二两三四五六七八九十俩]{1,3} ?(?:个人|人|个)|[\d一二两三四五六七八九十俩]{1,3} ?(?:个人|人|个)(?:参保|参合|参了|交了医保)(?! ?[\d一二两三四五六七八九十俩])|(?:参保|参合)(?:人数)?[:是有]?\d{1,2}$/;

/** 除了在外上学的老二: whoever lives away may well be insured there. */
const excepted = /除[了去开]?[^,。;]{0,4}(?:在外|外地|上学|大学|当兵|娘家|单位)/;

/** 参保4人: compared with the number of people once the whole message is read. */
function readInsured(text: string): Read[] {
  // 差一个没参,其他都参了: the rest is no news.
  if (/^(?:其他|其它|其余|别的|剩下)/.test(text)) return [{ key: 'othersInsured', understood: value(true) }];
  const count = insuredCount.exec(text)?.[0];
  const n = count === undefined ? undefined : scanNumbers(count)[0]?.lo;
  if (n !== undefined) return [{ key: 'insuredCount', understood: value(n) }];
  const read = yesNo('allInsured', text);
  return [excepted.test(text) ? { ...read, understood: doubt(read.understood, 'verify') } : read];
}

const elsewhere =
  /没(?:有)?(?:地方|处)(?:住|去|搬)?|就这一?(?:处|套|间)|(?:别的|其他|其它|另(?:外|有)?)[^,。]{0,3}(?:房|住处)/;

/** 危房没鉴定,没别的房子: what is said of another house is read apart. */
function readHome(text: string): Read[] {
  const parts = text.split(
    /,|(?<!^|[没无])(?=(?:也|又|还)?(?:没有?|无|有)(?:别的|其他|其它|另外?)[^,。]{0,3}(?:房|住处|地方|处))/,
  );
  const others = parts.filter((p) => elsewhere.test(p) && gradesIn(p).length === 0);
  const own = parts.filter((p) => !others.includes(p)).join(',');
  return [...(own === '' ? [] : readOwnHome(own)), ...others.map((p) => yesNo('otherSafeHousing', p))];
}

function readOwnHome(text: string): Read[] {
  const found: Read[] = [];
  const read = readHousing(text);
  if (read.status === 'value' || (read.status === 'ask' && !onlyAppraisal(text))) {
    const safe = mapValue(read, (h) => h.safe);
    found.push({ key: 'housingSafe', understood: nullAsked(safe) });
  }
  const known = read.status === 'value' || read.status === 'ask' ? read.value : undefined;
  const grade = known?.grade;
  if (grade) found.push({ key: 'housingGrade', understood: mapValue(read, () => grade) });
  if (known?.safe === false && known.otherHome !== undefined) {
    found.push({
      key: 'otherSafeHousing',
      understood: known.otherHome === null ? ask('verify') : value(known.otherHome),
    });
  }
  if (/鉴定/.test(text)) found.push({ ...yesNo('housingAppraised', text) });
  return found;
}

function onlyAppraisal(text: string): boolean {
  return /鉴定/.test(text) && !/房|屋|级|危|安全/.test(text);
}

function nullAsked(u: Understood<boolean | null>): Understood<boolean> {
  if (u.status === 'value') return u.value === null ? ask('vague') : value(u.value);
  return u.status === 'ask' ? ask(u.reason, u.value ?? undefined) : u;
}

function readDrinking(text: string): Read[] {
  const read = readWater(text);
  if (read.status === 'none') return [];
  const kinds = waterKinds(text);
  const note = kinds.length > 0 ? { note: kinds.join('、') } : undefined;
  const problem = nullAsked(mapValue(read, (w) => w.problem));
  const withNote =
    note && (problem.status === 'value' || problem.status === 'ask') ? { ...problem, detail: note } : problem;
  const said = read.status === 'value' || read.status === 'ask' ? (read.value?.types ?? []) : [];
  // 水量够 praises one measure and denies no other trouble.
  const partly = problem.status === 'value' && !problem.value && /水(?:质|量|压)|够|方便/.test(text);
  if (said.length === 0 || read.status !== 'value')
    return [{ key: 'waterProblem', understood: withNote, ...(partly ? { weak: true } : {}) }];
  return [
    { key: 'waterProblem', understood: withNote },
    { key: 'waterTypes', understood: mapValue(read, (w) => [...w.types]) },
  ];
}

function readProblem(text: string): Understood<string> {
  if (/没|无|不存在/.test(text)) return value('无');
  const said = text.replace(/^.*?(?:问题)(?:是|:|有|就是)*/, '').trim();
  return said === '' ? ask('vague') : value(said);
}
