import type { FactSign } from '../language/table.ts';

/**
 * What a yes/no question asks of its subject. The question tells its own polarity and manners; nothing is guessed
 * from keys.
 */
export interface YesNoAsked {
  topic: string;
  /** The end of the subject's scale that a yes means. */
  yes: FactSign;
  /** The end that is good news, if either is: what 没问题 and 挺好 mean. */
  good?: FactSign;
  /**
   * What may stay unsaid. Universal: one no decides, a yes needs 都. Existential: one yes decides. State: the last
   * "now" decides.
   */
  kind: 'universal' | 'existential' | 'state';
  /** 有 and 没有 answer it. */
  being: boolean;
  /** What was said of a dated past (去年) still holds: an appraisal, a new house. */
  dated?: boolean;
  /** Judgements that are only a reason to ask: 没毛病 of one's health, 不好 of a house. */
  loose?: readonly ('good' | 'bad' | 'trouble' | 'noTrouble' | 'soft')[];
  /** An age answers it: of school age or not. */
  ages?: { from: number; to: number };
  /** It asks about others, so that 别的没了 answers it. */
  others?: boolean;
  /** Of the dead nothing counts. */
  living?: boolean;
  /** Nor does a house where nobody lives. */
  livedIn?: boolean;
  /** What happens once in a while is only a reason to ask: 偶尔停水. */
  seldom?: FactSign;
  /** Even a small flaw beside praise is worth asking about. */
  flaws?: boolean;
  /** Said of one person it doesn't settle the household's: 儿子有房. */
  single?: FactSign;
  /** One word for it decides, whatever else is denied: 没大病, 有高血压. */
  anyWord?: boolean;
  /** Praise of anything answers it, and yes and no don't. */
  ofAnything?: boolean;
  /** It asks for a judgement: praise with a complaint behind it is asked about. */
  judged?: boolean;
  /** What is kept beside a yes: the words it was read from, or the kinds they tell. */
  notes?: 'words' | 'kinds';
  /** Its words say enough only where it is asked: 没钱, 别的没有. */
  onlyAsked?: boolean;
}

/** What a sum is asked for: an expense is no income, a sum per head is right only where one is asked, and of last year. */
export type SumAsked = 'income' | 'perHead' | 'lastYear' | 'any';
