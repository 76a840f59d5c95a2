import type { HouseholdFilter, ProblemFilter } from '../../progress/needs.ts';
import { type Level, type Mark, mayAsk, wordAt } from './lexicon.ts';

/** What is asked about the work: which figure or list, of which place. `place` is empty when none was named. */
export type Asked =
  | { is: 'progress'; place: string; level?: Level; own: boolean }
  | {
      is: 'households';
      filter: HouseholdFilter;
      place: string;
      level?: Level;
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
const notPlace = /^[没不无未有还是也就和给让把被]|[？?！!。；;]|什么|怎么|个人|口人|没|不/u;
const placeName = /^[\p{Script=Han}A-Za-z0-9（）]{1,14}$/u;

interface Reading {
  marks: Mark[];
  place: string;
  /** The place stands behind everything else, without a space: 进度李庄. */
  gluedBehind: boolean;
}

/**
 * Reads a question about the work: every stretch must mean something, and at most one may be a name, at the
 * beginning or at the end. What doesn't come out whole is no question of this kind: 没去上学, 爸爸不在家 stay answers.
 */
export function readAsked(text: string): Asked | undefined {
  const said = text
    .normalize('NFKC')
    .replace(/[?!。.~…]+$/u, '')
    .replace(/\s*:\s*|\s+/gu, ' ')
    .trim();
  if (said === '' || said.length > longest || !mayAsk(said)) return undefined;
  const reading = read(said);
  return reading === undefined ? undefined : meaning(reading);
}

function read(said: string): Reading | undefined {
  const marks: Mark[] = [];
  const names: { text: string; before: number; first: boolean; spaced: boolean }[] = [];
  let name = '';
  let spaced = false;
  const close = () => {
    if (name !== '')
      names.push({
        text: name,
        before: marks.length,
        first: marks.every((m) => m.kind === 'filler' || m.kind === 'sheet'),
        spaced,
      });
    name = '';
    spaced = false;
  };
  for (let at = 0; at < said.length; ) {
    if (said.charAt(at) === ' ') {
      close();
      spaced = true;
      at += 1;
      continue;
    }
    const found = wordAt(said, at, name !== '');
    if (found === undefined) {
      name += said.charAt(at);
      at += 1;
    } else {
      close();
      marks.push(found.mark);
      at += found.length;
    }
  }
  close();
  if (names.length > 1) return undefined;
  const [only] = names;
  if (only === undefined) return { marks, place: '', gluedBehind: false };
  const place = only.text.replace(/的$/u, '');
  if (!placeName.test(place) || notPlace.test(place)) return undefined;
  const last = marks.slice(only.before).every((m) => m.kind === 'level' || m.kind === 'filler');
  if (!only.first && !last) return undefined;
  return { marks, place, gluedBehind: !only.first && !only.spaced };
}

function meaning({ marks, place, gluedBehind }: Reading): Asked | undefined {
  const has = (kind: Mark['kind']) => marks.some((m) => m.kind === kind);
  const pick = <K extends Mark['kind']>(kind: K) =>
    marks.find((m): m is Extract<Mark, { kind: K }> => m.kind === kind);
  const state = pick('state');
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
  const aboutProblems = has('problem') || (problem?.plain === true && asks);
  const kindNamed = has('category') && (marks[0]?.kind === 'problem' || isPlace);
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
    return { is: 'households', filter: state.filter, ...at, asSheet: has('sheet') };
  }
  if (state !== undefined || gluedBehind) return undefined;
  if (has('sheet') && place === '') return { is: 'sheet' };
  if (has('done') && (has('amount') || has('how'))) return { is: 'progress', ...at };
  if ((has('here') || has('now') || isPlace) && has('how') && !has('which') && (place === '' || isPlace))
    return { is: 'progress', ...at };
  return level === undefined || has('which') || has('done') ? undefined : { is: 'progress', ...at };
}

/** 为啥是12户, 这12户是谁, 为什么 不在家, 哪些户不在家: what asks behind a number and names no place. */
function whyOf(marks: readonly Mark[]): Asked | undefined {
  const meant = marks.filter((m) => m.kind !== 'filler');
  const [first] = meant;
  const kinds = new Set(meant.map((m) => m.kind));
  const state = meant.find((m) => m.kind === 'state');
  const problems = meant.find((m) => m.kind === 'problemState');
  const these = meant.find((m) => m.kind === 'these');
  for (const kind of kinds)
    if (!['why', 'which', 'these', 'state', 'problemState', 'problem'].includes(kind)) return undefined;
  const bare =
    meant.length > 0 && [...kinds].every((kind) => kind === 'why' || kind === 'which' || kind === 'these');
  const behind = kinds.has('why') || (these !== undefined && kinds.has('which'));
  const aside = first?.kind === 'which' && state !== undefined && state.filter !== 'remaining';
  if (!bare && !behind && !aside) return undefined;
  if (bare && !kinds.has('why') && !meant.some((m) => m.kind === 'which' && (m.bare || these !== undefined)))
    return undefined;
  return {
    is: 'why',
    ...(state === undefined ? {} : { filter: state.filter }),
    ...(problems === undefined ? {} : { problems: problems.filter }),
    ...(these === undefined ? {} : { count: these.count }),
  };
}
