import type { SumAsked, YesNoAsked } from '../form/asked.ts';

/**
 * What a piece of chat text means for one question. `ask` is the safe outcome: the meaning is not certain, so
 * the bot asks back; its `value` may hold what would be pre-filled for confirmation, never what is stored.
 */
export type Understood<V = unknown> =
  | { status: 'value'; value: V; detail?: Detail }
  | { status: 'ask'; reason: AskReason; value?: V; options?: readonly AskOption<V>[]; detail?: Detail }
  | { status: 'control'; control: Control }
  | { status: 'none' };

/** Facts said beside the answer that the dialogue can use without asking again. */
export interface Detail {
  /** People the text names or counts as the exception, e.g. 差一个 → 1. */
  missing?: number;
  /** Who is meant, in the sender's words: 老太太, 二儿子. */
  who?: string;
  /** Words worth keeping beside the value (an illness, the kind of water trouble). */
  note?: string;
  /** The number was rounded by the speaker (大概, 左右). */
  approx?: boolean;
  /** Parts that were added up, to be echoed back. */
  parts?: readonly number[];
}

/** Why the bot has to ask back. The wording belongs to the dialogues; here is only the kind of doubt. */
export type AskReason =
  | 'range' // 四五口, 3-4万
  | 'approximate' // 好几口, 2000多, 四万出头
  | 'unit' // 5: yuan or ten thousand?
  | 'period' // a monthly or daily wage
  | 'perCapita' // per head, needs the number of people
  | 'unusual' // possible but out of the common range
  | 'misheard' // voice typing: 是口 → 四口
  | 'vague' // 还行吧, 凑合
  | 'sameAsBefore' // 同上, 跟上家一样
  | 'allFine' // 都好: never fills several answers at once
  | 'polarity' // 不管: two opposite readings
  | 'hedged' // 参了吧应该
  | 'verify' // a fact that needs a document (异地参保, 身体原因, 未满6周岁)
  | 'inProgress' // 正在办
  | 'conflict' // the message contradicts itself
  | 'question' // the helper asks something: 腰疼腿疼算不算
  | 'expense' // a debt or an expense, not an income
  | 'offTopic'; // belongs to another field (水费太贵)

export interface AskOption<V = unknown> {
  label: string;
  value: V;
}

const controlActions = [
  'help',
  'back',
  'skip',
  'unsure',
  'edit',
  'undo',
  'confirm',
  'cancel',
  'restart',
  'delete',
  'pause',
  'resume',
  'nextHousehold',
  'switchHousehold',
  'notHome',
  'refused',
  'moved',
  'deceased',
  'progress',
  'export',
  'photo',
  'voice',
  'location',
  'human',
  'sensitive',
  'noise',
] as const;

export type ControlAction = (typeof controlActions)[number];

/** A command rather than an answer. `target`: a question key, `#3` (the third shown), `current` or `previous`. */
export interface Control {
  action: ControlAction;
  target?: string;
  value?: string;
  household?: string;
}

export interface Money {
  /** Whole yuan, or null where no single number was said. */
  amount: number | null;
  period: 'year' | 'month' | 'day';
  approx?: boolean;
  min?: number;
  max?: number;
  parts?: readonly number[];
  scope?: 'perCapita';
}

export interface IncomeSources {
  sources: readonly string[];
  main: string | null;
}

export interface DropoutReason {
  reason: string;
  physicalExempt: boolean | null;
}

export type HousingGrade = 'A' | 'B' | 'C' | 'D';

export interface Housing {
  safe: boolean | null;
  grade: HousingGrade | null;
  otherHome?: boolean | null;
}

export interface Water {
  problem: boolean | null;
  types: readonly string[];
}

/** What the reader needs to know of a question to understand an answer to it. */
export interface QuestionHint {
  key: string;
  kind: 'yesNo' | 'count' | 'money' | 'choice' | 'choices' | 'text' | 'photo';
  /** yesNo: is `true` the good news? 房子安全 → true, 饮水有问题 → false. Decides what 没问题 means. */
  trueIsGood?: boolean;
  /** yesNo: it asks how somebody finds something, so that 满意 and 挺好 answer it; of a fact they say nothing. */
  rated?: boolean;
  /** money: what the sum is asked for. */
  sum?: SumAsked;
  /** Words by which a message speaks of this question: 参保, 医保, 新农合. */
  topics?: readonly string[];
  choices?: readonly { value: string; label: string; words?: readonly string[] }[];
  /** yesNo: the two answers in words (分红给了 / 分红没给), by which 没给 and 给了 are told apart. */
  says?: { yes: string; no: string };
  /** yesNo: how an answer is read, where the question tells. */
  reads?: YesNoAsked;
  /** That somebody moved away (搬走了, 住城里) answers it and ends no visit. */
  answeredByMoving?: true;
  /** The question as it is asked: which words can be meant for it. */
  ask?: string;
}

/** One slot found in a message that may answer several questions. */
export interface Slot {
  key: string;
  understood: Understood;
  /** The words it was read from, to be quoted when asking back. */
  words: string;
}

/** A whole message read against the questions of a visit. */
export interface Reading {
  slots: readonly Slot[];
  /** Set when the message is (or starts with) a command. */
  control?: Control;
  /** Set when the message as a whole must be asked back (都好, 同上) and fills nothing. */
  ask?: { reason: AskReason };
  /** Parts nothing was understood of; kept so that nothing said is lost. */
  rest: readonly string[];
}
