import type { InquiryMark } from '../mark.ts';
import type { Entry } from './entry.ts';

const days = (from: number, to: number, said: string): InquiryMark => ({ is: 'time', from, to, said });

/** Days from today; a week is read by compose.ts, which knows the weekday. */
export const inquiryTimeWords: readonly Entry[] = [
  [days(0, 0, '今天'), '今天 今日 今儿 今个 当天 当日 今天一天 今儿个 今早 今晚 今天新增 今日新增'],
  [days(-1, -1, '昨天'), '昨天 昨日 昨儿 昨个 昨晚 昨儿个'],
  [days(-2, -2, '前天'), '前天 前日 前儿'],
  [days(1, 1, '明天'), '明天 明日 明儿'],
  [days(2, 2, '后天'), '后天 后日'],
  [days(-2, 0, '近3天'), '这几天 最近几天 近几天 这两天 近三天 最近三天 近3天 最近3天 这三天'],
  [days(-6, 0, '近7天'), '最近一周 近一周 近七天 最近七天 这一周 近7天 最近7天 一周内 一周来'],
  [{ is: 'time', from: Number.NaN, to: 0, said: '本周' }, '本周 这周 这个星期 本星期 这星期 这礼拜'],
  [{ is: 'time', from: Number.NaN, to: -7, said: '上周' }, '上周 上星期 上个星期 上礼拜'],
  [{ is: 'time', from: Number.NaN, to: 7, said: '下周' }, '下周 下星期 下个星期 下礼拜'],
  [{ is: 'since' }, '以来 起 开始到现在 之后 以后 后'],
];
