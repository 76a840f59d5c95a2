import { rolesFor } from '../../access/policy.ts';
import type { UnitCode } from '../../engine/ids.ts';
import { isoDate } from '../../problems/dates.ts';
import { definitions } from '../../progress/definitions.ts';
import { problemWords } from '../../pushes/township-summary.ts';
import { type Command, command } from '../command.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { digestCommands } from './digest-commands.ts';
import { followUps } from './follow-ups.ts';
import { tell } from './lists.ts';
import { showHouseholds } from './show-households.ts';
import { problemFilter, showProblems } from './show-problems.ts';
import { showBreakdown, showGroups, showOwnProgress, showUnitProgress } from './show-progress.ts';
import { unitSaid } from './unit-said.ts';

/** A unit's name as it stands behind a command word; longer words are no name. */
const name = '[\\p{Script=Han}A-Za-z0-9（）]{1,16}';
const asksProgress = new RegExp(
  `^(?:(?:查|看|看看|查一下|看一下)?(?:排查|总体|今天|现在|最新)?的?(?:进度|进展)(?:怎么样|如何|情况)?|完成(?:了)?多少(?:户|了)?|查了多少(?:户)?了?|查得怎么样了?|干得怎么样了?)[\\s:：]*(${name})?[?？]?$`,
  'u',
);
const progressOf = new RegExp(
  `^(?![没不有无还在是])(${name}?)的?(?:排查)?(?:进度|进展)(?:怎么样|如何|情况)?了?[?？]?$`,
  'u',
);
const asksLeft = new RegExp(
  `^(?:未排查|未入户)的?(?:户|名单)?[\\s:：]*(${name})?$|^(?:没排查|未查|没查|还没排查|还没查)的?(?:户|名单)?(?:[\\s:：]+(${name}))?$|^还(?:有|剩)(?:谁|哪些|几户|多少)户?(?:没查|没排查|未排查)?的?[?？]?$`,
  'u',
);
/** 问题不大 is an answer and no question: what follows without a space must be a known word (问题逾期). */
const asksProblems = new RegExp(
  `^(?:问题|问题(?:清单|列表|台账)|查问题)(?:[\\s:：]+(${name}))?(?:\\s+(${name}))?$`,
  'u',
);

function problemWordsSaid(text: string): [string, string] | undefined {
  const glued = /^问题([\p{Script=Han}]{2,4})$/u.exec(text)?.[1];
  if (glued !== undefined && glued !== '' && problemFilter(glued) !== undefined) return [glued, ''];
  const asked = asksProblems.exec(text);
  // 问题 12 is one problem, shown by its number.
  return asked === null || /^\d/u.test(asked[1] ?? '') ? undefined : [asked[1] ?? '', asked[2] ?? ''];
}

export const progressCommands: readonly Command[] = [
  command<string>({
    name: 'progress',
    match: (text) => {
      const asked = asksProgress.exec(text);
      if (asked !== null) return asked[1] ?? '';
      return progressOf.exec(text)?.[1];
    },
    run: showProgress,
  }),
  command<string>({
    name: 'unvisited',
    roles: rolesFor('unvisited'),
    match: (text) => {
      const asked = asksLeft.exec(text);
      return asked === null ? undefined : (asked[1] ?? asked[2] ?? '');
    },
    run: showLeft,
  }),
  command<[string, string]>({
    name: 'problems',
    roles: rolesFor('problems'),
    match: problemWordsSaid,
    run: (c, [first, second]) => listProblems(c, first, second),
  }),
  ...followUps,
  ...digestCommands,
  command<true>({
    name: 'definitions',
    match: (text) =>
      /^(?:口径|指标(?:说明|口径)|(?:数字|数据)(?:怎么算|口径))[?？]?$/u.test(text) ? true : undefined,
    *run(c) {
      tell(c, `口径：\n${definitions.map((d) => `${d.label}：${d.means}`).join('\n')}`);
    },
  }),
];

function* showProgress(c: Conversation, words: string): Asking<void> {
  if (/^各?(?:乡镇|镇|乡)$/u.test(words)) return yield* breakdown(c, '', 'township');
  if (/^各?(?:行政)?村$/u.test(words)) return yield* breakdown(c, '', 'village');
  if (/^各?(?:村民)?组$/u.test(words)) return yield* groups(c);
  if (/^(?:我的?|我自己|个人)$/u.test(words)) return yield* showOwnProgress(c);
  const below = /^(.{1,14}?)各(村|组)$/u.exec(words);
  if (below !== null && below[2] === '村') return yield* breakdown(c, below[1] ?? '', 'village');
  const mine =
    words === '' && c.session.chat.kind === 'private' && c.speaker.roles.every((role) => role === 'helper');
  if (mine) return yield* showOwnProgress(c);
  const about = yield* unitSaid(c, words === '全县' ? '' : words, 'progress', '进度');
  if (about.is === 'own') return yield* showOwnProgress(c);
  if (about.is === 'unit') yield* showUnitProgress(c, about.unit);
}

function* breakdown(c: Conversation, words: string, by: 'township' | 'village'): Asking<void> {
  const about = yield* unitSaid(c, words, 'progress', '进度');
  if (about.is === 'own') return tell(c, '各乡镇、各村的进度由乡镇和县里看。回“进度”看您名下的。');
  if (about.is !== 'unit') return;
  if (about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  const level = about.unit.kind === 'township' ? 'village' : by;
  yield* showBreakdown(c, about.unit, level, 0);
}

function* groups(c: Conversation): Asking<void> {
  const about = yield* unitSaid(c, '', 'progress', '进度');
  if (about.is === 'unit' && about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  tell(c, '各组要说村名，如“进度 李庄各组”。');
}

/** 未排查: the households of a village by name; further up first where they are. */
function* showLeft(c: Conversation, words: string): Asking<void> {
  const group = /^(.*?)([\p{Script=Han}\d]{1,6}组)$/u.exec(words);
  const about = yield* unitSaid(c, group === null ? words : (group[1] ?? ''), 'unvisited', '未排查');
  if (about.is === 'own')
    return yield* showHouseholds(
      c,
      { unitName: '您名下', unitKind: 'county', filter: 'remaining', own: true },
      0,
    );
  if (about.is !== 'unit') return;
  const { unit } = about;
  if (unit.kind === 'village') {
    const list = { unit: unit.code, unitName: unit.name, unitKind: unit.kind, filter: 'remaining' as const };
    return yield* showHouseholds(c, group === null ? list : { ...list, group: group[2] ?? '' }, 0);
  }
  yield* showBreakdown(c, unit, unit.kind === 'county' ? 'township' : 'village', 0);
}

function* listProblems(c: Conversation, first: string, second: string): Asking<void> {
  const filter = problemFilter(first) ?? problemFilter(second);
  const words =
    problemFilter(first) === undefined
      ? first
      : problemFilter(second) === undefined || second === ''
        ? second
        : '';
  if (filter === undefined && first !== '' && second !== '')
    return tell(c, '可以这样问：“问题 逾期”“问题 住房”“问题 李庄”。');
  if (c.speaker.unitKind === 'department')
    return yield* showProblems(
      c,
      { unitName: `${c.speaker.unitName}的`, ...(filter ?? { filter: 'open' }) },
      0,
    );
  const about = yield* unitSaid(c, words, 'problems', '问题');
  if (about.is === 'told') return;
  const where =
    about.is === 'unit' ? { unit: about.unit.code, unitName: about.unit.name } : { unitName: '您名下' };
  const list = { ...where, ...(filter ?? { filter: 'open' as const }) };
  const told = about.is === 'unit' && first === '' ? yield* summedUp(c, about.unit.code) : '';
  yield* showProblems(c, list, 0, told);
}

/** What there is of each kind, above the list. */
function* summedUp(c: Conversation, unit: UnitCode): Asking<string> {
  const counts = yield* ask('countProblems', { unit, today: isoDate(c.at) });
  return counts.open + counts.done + counts.closed === 0 ? '' : `${problemWords(counts)}\n`;
}
