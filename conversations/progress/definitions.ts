import { percentSaid } from '../language/percent.ts';

/**
 * What the numbers mean, written once: chat, pictures, pages, digests, reports and exports count by these. The
 * statement that counts them is in db/progress/progress.ts and follows the same order.
 */
export interface Counts {
  total: number;
  visited: number;
  submitted: number;
  verified: number;
  explained: number;
  draft: number;
  notHome: number;
  refused: number;
  returned: number;
  untouched: number;
  toVerify: number;
  withProblems: number;
  visitedToday: number;
}

interface Definition {
  key: keyof Counts;
  /** As it is printed. */
  label: string;
  /** What is counted, one sentence. */
  means: string;
}

/** In the order in which they are explained in the README and by 口径. */
export const definitions: readonly Definition[] = [
  { key: 'total', label: '应排查', means: '名册上有效的户，含排查中补登的，减去核减的' },
  { key: 'visited', label: '已排查', means: '已提交和已审核的户，核减的不算' },
  { key: 'submitted', label: '已提交', means: '排查员已提交、还没审核的户' },
  { key: 'verified', label: '已审核', means: '乡镇已审核通过的户' },
  {
    key: 'explained',
    label: '核减',
    means: '报上来全家搬走、户主已故户内无人、已并户的户，不算应排查，也不算已排查',
  },
  { key: 'draft', label: '答了一半', means: '开始了、还没提交的户' },
  { key: 'notHome', label: '不在家', means: '最近一次上门没人、还要再去的户' },
  { key: 'refused', label: '拒访', means: '不愿接受排查、还要再做工作的户' },
  { key: 'returned', label: '退回', means: '审核退回、还没重新提交的户' },
  { key: 'untouched', label: '没开始', means: '还没有人去过的户' },
  { key: 'toVerify', label: '待核实', means: '已排查中还有“不清楚”的户' },
  { key: 'withProblems', label: '有问题户', means: '已排查中查出问题的户' },
  { key: 'visitedToday', label: '今日新增', means: '今天提交的户' },
];

export const noCounts: Counts = {
  total: 0,
  visited: 0,
  submitted: 0,
  verified: 0,
  explained: 0,
  draft: 0,
  notHome: 0,
  refused: 0,
  returned: 0,
  untouched: 0,
  toVerify: 0,
  withProblems: 0,
  visitedToday: 0,
};

/** Said of a unit whose register is empty, in words, picture and page alike. */
export const noHouseholds = '还没有在册的户';

/** Households still to be visited: everything that isn't visited, whatever was tried. */
export function remaining(c: Pick<Counts, 'total' | 'visited'>): number {
  return c.total - c.visited;
}

/** ，另核减3户: told beside every rate whose base they left; empty where none did. */
export function besideBase({ explained }: Pick<Counts, 'explained'>): string {
  return explained > 0 ? `，另核减${explained}户` : '';
}

/** Share visited, 0 … 1; a unit without households counts as done. */
export function share(c: Pick<Counts, 'total' | 'visited'>): number {
  return c.total === 0 ? 1 : c.visited / c.total;
}

/** 0.3996 → 40%: rounded as a spreadsheet rounds; 100% is said only when everything is done. */
export function sayShare(part: number, whole: number): string {
  return whole === 0 ? '100%' : percentSaid(part, whole);
}

/** Adds counts key by key. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const sum = { ...noCounts };
  for (const one of all) for (const { key } of definitions) sum[key] += one[key];
  return sum;
}
