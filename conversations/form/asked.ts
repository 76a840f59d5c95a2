import type { Sign } from '../language/table.ts';

/**
 * What a yes/no question asks of its subject. The question tells its own polarity; nothing is guessed from keys.
 */
export interface Asked {
  topic: string;
  /** The end of the subject's scale that a yes means. */
  yes: Sign;
  /** The end that is good news, if either is: what 没问题 and 挺好 mean. */
  good?: Sign;
  /**
   * What may stay unsaid. Universal: one no decides, a yes needs 都. Existential: one yes decides. State: the last
   * "now" decides.
   */
  kind: 'universal' | 'existential' | 'state';
  /** 有 and 没有 answer it. */
  being: boolean;
  /** What was said of a dated past (去年) still holds: an appraisal, a new house. */
  dated?: boolean;
}
