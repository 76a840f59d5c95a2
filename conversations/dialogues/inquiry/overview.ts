import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type Inquiry, spent } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { meanInWords, shareInWords } from '../../inquiry/shares.ts';
import { tellAside } from '../progress/lists.ts';
import { showOwnProgress, showUnitProgress } from '../progress/show-progress.ts';
import { unitSaid } from '../progress/unit-said.ts';
import { spotStanding } from '../supervision/spot-check.ts';
import type { SpokenMatter } from './matter.ts';
import { lastInquiry, oneNamed, ownPlace } from './resolve.ts';

/** Minutes under which a visit is called short. */
const shortVisit = 10;

/** 全县到哪步了, 圣泉镇今天有没有动静: how far a place is, what is left and what was found. */
function* overviewSaid(c: Conversation, said: InquirySaid): Asking<string> {
  if (c.speaker.unitKind === 'department')
    return '回“问题”看本部门牵头的问题，“各镇问题几个”看分布，“自查”看本单位的自查表。';
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return '';
  const helper = c.session.chat.kind === 'private' && c.speaker.roles.every((role) => role === 'helper');
  if (helper && said.here !== true && named === undefined) {
    yield* showOwnProgress(c);
    return '';
  }
  const about = yield* unitSaid(c, named?.code ?? '', 'progress', '进度');
  if (about.is === 'unit') yield* showUnitProgress(c, about.unit);
  else if (about.is === 'own') yield* showOwnProgress(c);
  return '';
}

/** 入户是真的还是填的: what the data can tell of it. */
function* genuineSaid(c: Conversation): Asking<string> {
  if (
    !c.speaker.roles.some((role) => role === 'leader' || role === 'countyOffice' || role === 'townshipCadre')
  )
    return '真不真由乡镇和县里抽查复核来看；您照实问、照实记就行。';
  const today = isoDate(c.at);
  const visits: Inquiry = { want: 'average', of: 'households', where: [], place: ownPlace(c), key: spent };
  const all = yield* ask('countInquiry', { inquiry: visits, today });
  const quick = yield* ask('countInquiry', {
    inquiry: { ...visits, want: 'count', where: [{ on: 'spent', op: 'lt', than: shortVisit }] },
    today,
  });
  const minutes =
    all.sum === null
      ? '还没有'
      : `平均一户${meanInWords(all.sum, all.known)}分钟，不到${shortVisit}分钟的${quick.n}户（${shareInWords(quick.n, quick.over)}）`;
  return `数据只能看出疑点，真假要靠抽查。走访用时：${minutes}。抽查：${yield* spotStanding()}要再抽回“随机抽5户复核”，看哪里快问“各镇平均一户待多久”。`;
}

/** 昨天涨了几个点: the share of those visited on some days. */
function* pointsSaid(c: Conversation, said: InquirySaid): Asking<string> {
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return '';
  const place = ownPlace(c, named);
  const about = yield* unitSaid(c, named?.code ?? '', 'progress', '进度');
  if (about.is !== 'unit') {
    if (about.is === 'own') tellAside(c, '回“进度”看您名下的。');
    return '';
  }
  const today = isoDate(c.at);
  const shares: string[] = [];
  const { counts, days } = (yield* ask('countProgress', { unit: about.unit.code, today })).reduce(
    (sum, row) => ({ counts: sum.counts + row.counts.total, days: [...sum.days, ...row.days] }),
    { counts: 0, days: [] as { date: string; visited: number }[] },
  );
  const byDay = new Map<string, number>();
  for (const { date, visited } of days) byDay.set(date, (byDay.get(date) ?? 0) + visited);
  for (const [date, visited] of [...byDay].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, 3))
    shares.push(
      `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日${visited}户，涨${shareInWords(visited, counts)}`,
    );
  return shares.length === 0
    ? `${place.name}还没有提交的户。`
    : `${place.name}完成率每天涨多少（在册${counts}户）：${shares.join('；')}。`;
}

/** What was told last, if anything, is how far the work is. */
function ofTheWork(c: Conversation): boolean {
  const last = lastInquiry(c);
  return (
    last === undefined ||
    (last.of === 'households' && last.key === undefined && last.where.every((x) => x.on === 'standing'))
  );
}

/** The work as a whole, before anything is counted. */
export const overviewMatters: readonly SpokenMatter[] = [
  { name: 'genuine', all: [['genuine']], say: genuineSaid },
  { name: 'points', all: [['points']], say: pointsSaid },
  {
    name: 'overview',
    all: [['overview']],
    not: ['mismatch', 'how', 'explain'],
    when: (said) =>
      said.where.length === 0 && said.key === undefined && said.of === undefined && said.unread.length === 0,
    say: overviewSaid,
  },
  {
    // 情况怎么样 and nothing else, where no number was told that it goes on with.
    name: 'state',
    all: [],
    when: (said, c) =>
      said.state === true &&
      said.where.length === 0 &&
      said.key === undefined &&
      said.of === undefined &&
      said.by === undefined &&
      said.unread.length + said.stranded.length + said.ideas.size === 0 &&
      (said.here === true || ofTheWork(c)),
    say: overviewSaid,
  },
];
