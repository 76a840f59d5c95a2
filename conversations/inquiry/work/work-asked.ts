import type { HouseholdFilter, ProblemFilter } from '../../progress/needs.ts';
import { partsOf } from '../lexer.ts';
import type { MarkFound } from '../mark.ts';
import { mayAskWork, type WorkLevel, type WorkMark, workWords } from './work-words.ts';

/** What is asked about the work: which figure or list, of which place. `place` is empty when none was named. */
export type WorkAsked =
  | { is: 'progress'; place: string; level?: WorkLevel; own: boolean }
  | {
      is: 'households';
      filter: HouseholdFilter;
      place: string;
      level?: WorkLevel;
      own: boolean;
      asSheet: boolean;
    }
  | { is: 'problems'; filter?: ProblemFilter; category?: string; place: string; asSheet: boolean }
  /** The rows behind the last number; `count` when the number itself is named. */
  | { is: 'why'; filter?: HouseholdFilter; problems?: ProblemFilter; count?: number }
  | { is: 'sheet' }
  | { is: 'digest'; place: string };

const longest = 30;
/** Places that are asked after by 怎么样 alone: 家里怎么样 is none. */
const surelyPlace = /[村镇乡县庄区场]$/u;
/** What no place's name begins with, and no place holds: then it is an answer or small talk. */
const notPlace =
  /^(?:[没不无未有还是也就和给让把被]|整改|问题|销号|线索)|[？?！!。；;]|什么|怎么|个人|口人|没|不/u;
const placeName = /^[\p{Script=Han}A-Za-z0-9（）]{1,14}$/u;

interface Reading {
  marks: WorkMark[];
  place: string;
  /** The place stands behind everything else, without a space: 进度李庄. */
  gluedBehind: boolean;
}

/**
 * Reads a question about the work: every stretch must mean something, and at most one may be a name, at the
 * beginning or at the end. What doesn't come out whole is no question of this kind: 没去上学, 爸爸不在家 stay answers.
 */
export function readWorkAsked(text: string): WorkAsked | undefined {
  const said = text
    .normalize('NFKC')
    .replace(/[?!。.~…]+$/u, '')
    .replace(/\s*:\s*|\s+/gu, ' ')
    .trim();
  // 为什么慢 asks for what holds them up, and not for who is left.
  if (/^(?:为什么|为啥|为何|咋)(?:会|还|这么|那么)?慢/u.test(said)) return undefined;
  if (said === '' || said.length > longest || !mayAskWork(said)) return undefined;
  const reading = read(said);
  return reading === undefined ? undefined : meaning(reading, /表|excel|导出|下载/iu.test(said));
}

interface Name {
  text: string;
  before: number;
  first: boolean;
  spaced: boolean;
}

function read(said: string): Reading | undefined {
  const marks: WorkMark[] = [];
  const names: Name[] = [];
  const parts = partsOf(workWords(), said);
  let inName = false;
  for (const [i, { text, marks: meant, spaced }] of parts.entries()) {
    const next = parts[i + 1];
    const words = meant.flatMap(workMark);
    const within = next !== undefined && next.marks.length === 0 && !next.spaced;
    const goesOn: boolean = inName && !spaced && (words.length === 0 || (within && words.every(isShort)));
    const name = names.at(-1);
    if (goesOn && name !== undefined) name.text += text;
    else if (words.length === 0)
      names.push({ text, before: marks.length, first: marks.every(leadsNowhere), spaced });
    else marks.push(...words);
    inName = goesOn || words.length === 0;
  }
  if (names.length > 1) return undefined;
  const [only] = names;
  if (only === undefined) return { marks, place: '', gluedBehind: false };
  const place = only.text.replace(/的$/u, '');
  if (!placeName.test(place) || notPlace.test(place)) return undefined;
  const last = marks.slice(only.before).every((m) => m.is === 'level' || m.is === 'filler');
  if (!only.first && !last) return undefined;
  return { marks, place, gluedBehind: !only.first && !only.spaced };
}

const isShort = (m: WorkMark): boolean => m.is === 'filler' && m.short === true;
const leadsNowhere = (m: WorkMark): boolean => m.is === 'filler' || m.is === 'sheet';

/** 12户 is those told of; a comma is nothing; other numbers belong to a name (3组). */
function workMark(mark: WorkMark | MarkFound): WorkMark[] {
  switch (mark.is) {
    case 'number':
      return mark.unit === '户' || mark.unit === '家' ? [{ is: 'these', count: mark.n }] : [];
    case 'pause':
      return [{ is: 'filler' }];
    case 'group':
    case 'date':
      return [];
    default:
      return [mark];
  }
}

/** @param table a table is named, and no mere list */
function meaning({ marks, place, gluedBehind }: Reading, table: boolean): WorkAsked | undefined {
  const has = (is: WorkMark['is']) => marks.some((m) => m.is === is);
  const pick = <K extends WorkMark['is']>(is: K) =>
    marks.find((m): m is Extract<WorkMark, { is: K }> => m.is === is);
  // 还有多少户没人管: what is said besides that they are left is what is asked for.
  const states = marks.filter((m) => m.is === 'state');
  const state = states.find((m) => m.filter !== 'remaining') ?? states[0];
  const problem = pick('problemState');
  const level = pick('level')?.level;
  const own = has('mine');
  const asks = has('which') || has('amount') || has('sheet') || (has('what') && has('problem'));
  const isPlace = surelyPlace.test(place);
  const at = { place, ...(level === undefined ? {} : { level }), own };

  if (has('todo') && place === '')
    return { is: 'households', filter: 'remaining', place: '', own: true, asSheet: false };
  if (has('digest')) return gluedBehind ? undefined : { is: 'digest', place };
  if (has('progress')) return { is: 'progress', ...at };
  const why = place === '' ? whyOf(marks) : undefined;
  if (why !== undefined) return why;
  if (has('why') && isPlace && !gluedBehind && problem === undefined)
    return { is: 'households', filter: state?.filter ?? 'remaining', ...at, asSheet: false };
  // 谁今天一户没查: a number that nothing is said of is no part of such a question.
  if (has('these')) return undefined;
  const aboutProblems = has('problem') || (problem?.plain === true && asks);
  const kindNamed = has('category') && (marks[0]?.is === 'problem' || isPlace);
  if (aboutProblems && (asks || kindNamed || problem !== undefined) && !gluedBehind && !has('why')) {
    const category = pick('category')?.words;
    return {
      is: 'problems',
      place,
      asSheet: has('sheet'),
      ...(problem === undefined ? {} : { filter: problem.filter }),
      ...(category === undefined ? {} : { category }),
    };
  }
  if (has('what') || problem !== undefined || has('problem') || has('category') || has('why'))
    return undefined;
  if (
    state !== undefined &&
    (asks || state.plain === true || (level !== undefined && state.filter === 'remaining'))
  ) {
    if (gluedBehind && state.formal !== true) return undefined;
    // 还剩哪几户，给个名单: a list in the chat; a table is asked for by its name.
    const asSheet = has('sheet') && (table || !has('which'));
    return { is: 'households', filter: state.filter, ...at, asSheet };
  }
  if (state !== undefined || gluedBehind) return undefined;
  if (has('sheet') && place === '') return { is: 'sheet' };
  if (has('done') && (has('amount') || has('how'))) return { is: 'progress', ...at };
  if ((has('here') || has('now') || isPlace) && has('how') && !has('which') && (place === '' || isPlace))
    return { is: 'progress', ...at };
  return level === undefined || has('which') || has('done') ? undefined : { is: 'progress', ...at };
}

/** 为啥是12户, 这12户是谁, 为什么 不在家, 哪些户不在家: what asks behind a number and names no place. */
function whyOf(marks: readonly WorkMark[]): WorkAsked | undefined {
  const meant = marks.filter((m) => m.is !== 'filler');
  const [first] = meant;
  const kinds = new Set(meant.map((m) => m.is));
  const state = meant.find((m) => m.is === 'state');
  const problems = meant.find((m) => m.is === 'problemState');
  const these = meant.find((m) => m.is === 'these');
  for (const kind of kinds)
    if (!['why', 'which', 'these', 'state', 'problemState', 'problem'].includes(kind)) return undefined;
  const bare =
    meant.length > 0 && [...kinds].every((kind) => kind === 'why' || kind === 'which' || kind === 'these');
  const behind = kinds.has('why') || (these !== undefined && kinds.has('which'));
  const aside = first?.is === 'which' && state !== undefined && state.filter !== 'remaining';
  if (!bare && !behind && !aside) return undefined;
  if (bare && !kinds.has('why') && !meant.some((m) => m.is === 'which' && (m.bare || these !== undefined)))
    return undefined;
  return {
    is: 'why',
    ...(state === undefined ? {} : { filter: state.filter }),
    ...(problems === undefined ? {} : { problems: problems.filter }),
    ...(these === undefined ? {} : { count: these.count }),
  };
}
