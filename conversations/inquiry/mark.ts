import type { UnitCode, UnitKind } from '../contract/ids.ts';
import type { Condition, Of, PlaceLevel, Split, Want } from './inquiry.ts';

/** A unit within the speaker's sight, as the lexer needs it. */
export interface UnitNamed {
  code: UnitCode;
  name: string;
  kind: UnitKind;
  township?: UnitCode;
  townshipName?: string;
  /** Of the county, and not for the speaker to see. */
  outside?: true;
}

/** What a stretch of a question means. */
export type InquiryMark =
  /** 请, 看看, 的, 了: changes nothing. */
  | { is: 'filler' }
  /** 几户, 哪些, 占比, 平均. `people` when persons are counted. */
  | { is: 'want'; want: Want; of?: Of; which?: true }
  | { is: 'of'; of: Of }
  | { is: 'by'; by: Split }
  /** 哪些村, 几个镇: units themselves are asked for. */
  | { is: 'units'; level: PlaceLevel; want: 'count' | 'list' }
  /** One value of one question, or of one of several questions that call it the same. */
  | { is: 'fact'; facts: readonly Condition[] }
  /** A question without a value: 医保, 收入. `neutral`: the word alone says neither yes nor no. */
  | { is: 'topic'; keys: readonly string[] }
  /** 有问题, 不安全, 不行: the bad answer of the topic. */
  | { is: 'bad' }
  | { is: 'good' }
  | { is: 'not' }
  /** 交, 买, 办: belongs to a topic, says nothing by itself. */
  | { is: 'verb' }
  | { is: 'perHead' }
  | { is: 'deadline' }
  /** 还剩: what is left, of visits or of what is asked for. */
  | { is: 'left' }
  | { is: 'compare'; op: 'lt' | 'le' | 'gt' | 'ge' | 'eq'; side: 'before' | 'after' }
  /** `first`: 前三. */
  | { is: 'number'; n: number; unit: string; first?: true }
  | { is: 'group'; group: string }
  /** Days from today, both inclusive; `date` an absolute one. */
  | { is: 'time'; from: number; to: number; said: string }
  | { is: 'date'; month?: number; day: number; said: string }
  /** 1 is Monday. */
  | { is: 'weekday'; weekday: number; weeks?: number; said: string }
  | { is: 'month'; months: number; said: string }
  | { is: 'since' }
  | { is: 'before' }
  /** 到, 截至: an end of days, or nothing. */
  | { is: 'until' }
  /** 监测线: the county's income line. */
  | { is: 'line' }
  /** 各, 分别: each by itself. */
  | { is: 'each' }
  /** 比, 跟…比: other days are told beside. */
  | { is: 'against' }
  /** 拖得最久, 平均几天办完: how long a problem has waited. */
  | { is: 'waited'; mean?: true }
  /** 一户待多久: how long a visit took. */
  | { is: 'spent' }
  | { is: 'mine' }
  | { is: 'here' }
  | { is: 'why' }
  /** 那, 其中, 呢: what was asked last goes on. */
  | { is: 'goesOn'; narrows?: true }
  | { is: 'most'; order: 'most' | 'least' }
  | { is: 'sheet' }
  | { is: 'chart' }
  | { is: 'send' }
  /** The state of a topic as a whole: 情况, 怎么样. */
  | { is: 'state' }
  | { is: 'unit'; units: readonly UnitNamed[] }
  /** Something the bot can speak of without looking at the data. */
  | { is: 'idea'; idea: string }
  /** A comma or a stop. */
  | { is: 'pause' };

/** A stretch of the text with all it may mean; none = unread. */
export interface InquiryToken {
  text: string;
  marks: readonly InquiryMark[];
}

/** What is found in a sentence without a word for it. */
export type MarkFound = Extract<InquiryMark, { is: 'number' | 'group' | 'date' | 'pause' }>;
