import { doubtOf } from '../doubt.ts';
import { learnsElsewhere, readDropout, reasonsIn } from '../dropout.ts';
import { gradesIn, readHousing } from '../housing.ts';
import { scanNumbers } from '../numerals.ts';
import { ask, doubt, mapValue, none, value } from '../outcome.ts';
import { readPopulation } from '../population.ts';
import type { Understood } from '../understood.ts';
import { readWater, waterTypes } from '../water.ts';
import { readLedgerYesNo } from '../yes-no/ledger.ts';
import type { Domain } from './anchors.ts';
import type { Segment } from './segments.ts';
import type { Found } from './slots.ts';

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
      overrides: segment.clause.corrects || segment.clause.contrasts,
    }));
}

type Read = Omit<Found, 'words' | 'overrides'>;

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
  return { key, understood: readLedgerYesNo(key, text).understood };
}

/** 老两口 in passing counts only where no number of people is said. */
function readPeople(text: string, alone: boolean): Read {
  const understood = readPopulation(text);
  const outright =
    /(?<![老小])(?:[\d一二三四五六七八九十几]+ ?口|[两俩] ?口(?!子)|[\d一二两三四五六七八九十几俩]+ ?个?人)|人口|[是事市]口/.test(
      text,
    );
  if (!outright && !alone) return { key: 'population', understood: none };
  return { key: 'population', understood, ...(outright ? {} : { weak: true }) };
}

const insuredCount =
  /(?:参保|参合|医保|农合)(?:了|的|人数)?[:是有]?[\d一二两三四五六七八九十俩]{1,3} ?(?:个人|人|个)|[\d一二两三四五六七八九十俩]{1,3} ?(?:个人|人|个)(?:参保|参合|参了|交了医保)/;

/** 参保4人: compared with the number of people once the whole message is read. */
function readInsured(text: string): Read[] {
  // 差一个没参,其他都参了: the rest is no news.
  if (/^(?:其他|其它|其余|别的|剩下)/.test(text)) return [{ key: 'othersInsured', understood: value(true) }];
  const count = insuredCount.exec(text)?.[0];
  const n = count === undefined ? undefined : scanNumbers(count)[0]?.lo;
  if (n !== undefined) return [{ key: 'insuredCount', understood: value(n) }];
  return [yesNo('allInsured', text)];
}

const learning =
  /(?:在)?(?:上|念|读)(?:着)?(?:小学|初中|学|书|初[一二三]|[一二三四五六七八九]年级)|在校|在读|都在上|上着/;

/** 没有上学的孩子 says there is no pupil, not that a child stays away. */
export const noPupil =
  /(?:没有?|无)(?:啥|什么|一个)?(?:适龄|学龄|(?:要|该)?(?:上学|读书|念书|在校|在读)的(?:孩子|娃|小孩|学生)?$|(?:孩子|娃|小孩|学生)(?:上学|读书|念书)?$)|没有(?:要|该)?(?:上学|读书|念书)的/;

function readSchool(text: string, reason = text): Read[] {
  if (noPupil.test(text)) return [{ key: 'schoolAgeChild', understood: value(false) }];
  const elsewhere = placeOf(text);
  if (elsewhere) return elsewhere;
  const out = readLedgerYesNo('droppedOut', text).understood;
  const child = readLedgerYesNo('schoolAgeChild', text).understood;
  const hasReason = reason !== text || reasonsIn(text).length > 0;
  const isOut = out.status === 'value' && out.value;
  if (isOut) {
    const why: Read[] = hasReason
      ? [{ key: 'dropoutReason', understood: mapValue(readDropout(reason), (r) => r.reason) }]
      : [];
    return [
      { key: 'schoolAgeChild', understood: value(true), weak: true },
      { key: 'droppedOut', understood: out },
      ...why,
    ];
  }
  if (/没(?:有)?毕业/.test(text) && hasReason) {
    return [
      { key: 'schoolAgeChild', understood: value(true), weak: true },
      { key: 'droppedOut', understood: value(true) },
      { key: 'dropoutReason', understood: mapValue(readDropout(reason), (r) => r.reason) },
    ];
  }
  const denied = out.status === 'value' && /辍|失学|退学|不上|不念|在校|在上|都上|都在/.test(text);
  if (denied)
    return [
      { key: 'droppedOut', understood: out },
      ...(learning.test(text) ? [{ key: 'schoolAgeChild', understood: value(true), weak: true }] : []),
    ];
  if (child.status === 'value' && child.value && learning.test(text) && out.status === 'value') {
    return [
      { key: 'schoolAgeChild', understood: child },
      { key: 'droppedOut', understood: out, weak: true },
    ];
  }
  if (child.status !== 'none') return [{ key: 'schoolAgeChild', understood: bareAge(text) ?? child }];
  const age = bareAge(text);
  if (age) return [{ key: 'schoolAgeChild', understood: age }];
  return out.status === 'none' ? [] : [{ key: 'droppedOut', understood: out }];
}

/** 老师送教上门, 在特校: learning after all. It explains a dropout named before and is no dropout by itself. */
function placeOf(text: string): Read[] | undefined {
  const read = readDropout(text);
  const reason = read.status === 'value' || read.status === 'ask' ? read.value?.reason : undefined;
  if (reason === undefined || !learnsElsewhere.has(reason) || /辍学|失学|退学|不上|没上学|没在上/.test(text))
    return undefined;
  return [
    { key: 'schoolAgeChild', understood: value(true), weak: true },
    {
      key: 'droppedOut',
      understood: read.status === 'value' ? value(false) : ask('verify', false),
      weak: true,
    },
    { key: 'dropoutReason', understood: mapValue(read, (r) => r.reason), needs: 'droppedOut' },
  ];
}

/** 有个娃15: an age without 岁. */
function bareAge(text: string): Understood<boolean> | undefined {
  if (!/(?:娃|孩子|小孩|孙子|孙女|儿子|闺女|女儿)(?:才|今年|都)?[\d一二三四五六七八九十]/.test(text))
    return undefined;
  const age = scanNumbers(text).find((n) => n.end === text.length && n.lo === n.hi && n.unit <= 10);
  if (!age || age.lo > 60) return undefined;
  if (age.lo >= 6 && age.lo <= 15) return value(true);
  return age.lo === 5 || age.lo === 16 ? ask('verify', false) : value(false);
}

const elsewhere =
  /没(?:有)?(?:地方|处)(?:住|去|搬)?|就这一?(?:处|套|间)|(?:别的|其他|其它|另(?:外|有)?)[^,。]{0,3}(?:房|住处)/;

/** 危房没鉴定,没别的房子: what is said of another house is read apart. */
function readHome(text: string): Read[] {
  const parts = text.split(',');
  const others = parts.filter((p) => elsewhere.test(p) && gradesIn(p).length === 0);
  const own = parts.filter((p) => !others.includes(p)).join(',');
  return [...(own === '' ? [] : readOwnHome(own)), ...others.map((p) => yesNo('otherSafeHousing', p))];
}

function readOwnHome(text: string): Read[] {
  const found: Read[] = [];
  const read = readHousing(text);
  const [grade, ...more] = gradesIn(text);
  if (grade && more.length === 0 && read.status !== 'none')
    found.push({ key: 'housingGrade', understood: mapValue(read, () => grade) });
  if (read.status === 'value' || (read.status === 'ask' && !onlyAppraisal(text))) {
    const safe = mapValue(read, (h) => h.safe);
    found.push({ key: 'housingSafe', understood: nullAsked(safe) });
  }
  const known = read.status === 'value' || read.status === 'ask' ? read.value : undefined;
  if (known?.safe === false && known.otherSafeHousing !== undefined) {
    found.push({
      key: 'otherSafeHousing',
      understood: known.otherSafeHousing === null ? ask('verify') : value(known.otherSafeHousing),
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
  const kinds = waterTypes(text);
  const note = kinds.length > 0 ? { note: kinds.join('、') } : undefined;
  const problem = nullAsked(mapValue(read, (w) => w.problem));
  const withNote =
    note && (problem.status === 'value' || problem.status === 'ask') ? { ...problem, detail: note } : problem;
  const said = read.status === 'value' || read.status === 'ask' ? (read.value?.types ?? []) : [];
  if (said.length === 0 || read.status !== 'value') return [{ key: 'waterProblem', understood: withNote }];
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
