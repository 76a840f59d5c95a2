import type { InquiryMark } from '../mark.ts';
import type { Entry } from './entry.ts';

const days = (from: number, to: number, said: string): InquiryMark => ({ is: 'time', from, to, said });

const weekdays: readonly (readonly [weekday: number, forms: string])[] = [
  [1, '一'],
  [2, '二'],
  [3, '三'],
  [4, '四'],
  [5, '五'],
  [6, '六'],
  [7, '日 天'],
];
/** What a weekday is said with, and which week it means. */
const weeks: readonly (readonly [weeks: number | undefined, said: string, forms: string])[] = [
  [undefined, '周', '周 星期 礼拜'],
  [0, '本周', '本周 这周 这个星期 这星期 这礼拜'],
  [-1, '上周', '上周 上星期 上个星期 上礼拜 上个礼拜'],
  [1, '下周', '下周 下星期 下个星期 下礼拜'],
];

/** 周三, 上周五, 这个星期一. */
function* weekdayWords(): Generator<Entry> {
  for (const [weekday, ends] of weekdays)
    for (const [week, name, begins] of weeks) {
      const end = ends.split(' ');
      const said = `${name}${end[0] ?? ''}`;
      const forms = begins.split(' ').flatMap((begin) => end.map((one) => `${begin}${one}`));
      yield [
        { is: 'weekday', weekday, ...(week === undefined ? {} : { weeks: week }), said },
        forms.filter((form) => form !== '周天').join(' '),
      ];
    }
}

/** Days from today; a week is read by resolve.ts, which knows the weekday. */
export const inquiryTimeWords: readonly Entry[] = [
  [
    days(0, 0, '今天'),
    '今天 今日 今儿 今个 当天 当日 今天一天 今儿个 今早 今晚 今天新增 今日新增 今天上午 今天下午 今上午 今下午 今天晚上 今天之内 今天内 此刻',
  ],
  [days(-1, -1, '昨天'), '昨天 昨日 昨儿 昨个 昨晚 昨儿个 昨天一天 昨天下午 昨天上午 昨下午'],
  [days(-2, -2, '前天'), '前天 前日 前儿 前个'],
  [days(-3, -3, '大前天'), '大前天'],
  [days(1, 1, '明天'), '明天 明日 明儿 明个'],
  [days(2, 2, '后天'), '后天 后日'],
  [
    days(-2, 0, '近3天'),
    '这几天 最近几天 近几天 这两天 近三天 最近三天 近3天 最近3天 这三天 前几天 头几天 这几日 近日 近来 最近',
  ],
  [
    days(-6, 0, '近7天'),
    '最近一周 近一周 近七天 最近七天 这一周 近7天 最近7天 一周内 一周来 过去一周 这七天 近一个星期 最近一个星期',
  ],
  [days(-29, 0, '近30天'), '最近一个月 近一个月 这一个月 近30天 最近30天'],
  [
    { is: 'time', from: Number.NaN, to: 0, said: '本周' },
    '本周 这周 这个星期 本星期 这星期 这礼拜 这个礼拜 本周内',
  ],
  [{ is: 'time', from: Number.NaN, to: -7, said: '上周' }, '上周 上星期 上个星期 上礼拜 上个礼拜 上一周'],
  [{ is: 'time', from: Number.NaN, to: 7, said: '下周' }, '下周 下星期 下个星期 下礼拜 下一周'],
  [{ is: 'month', months: 0, said: '本月' }, '本月 这个月 这月 当月 这个月内 本月内'],
  [{ is: 'month', months: -1, said: '上月' }, '上月 上个月 上一个月'],
  ...weekdayWords(),
  [{ is: 'since' }, '以来 起 开始到现在 之后 以后 后 往后 开始'],
  [{ is: 'before' }, '之前 以前 前'],
  [{ is: 'until' }, '到 至 截至 截止 截至到 截止到 截到 直到 一直到 到了'],
];
