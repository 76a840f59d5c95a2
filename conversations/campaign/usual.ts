/** How a campaign's questions are usually answered: for made-up households, never for judging real ones. */
export interface UsualAnswers {
  /** The share of 是, or what of the household it follows from; else the good news, nearly always. */
  yes: Readonly<Record<string, number | 'pupils' | 'illness' | 'labour'>>;
  /** The number of people; other counts are small. */
  people: string;
  /** Whole hundreds of yuan from … to …, or which income of the household it is. */
  money: Readonly<Record<string, readonly [number, number] | 'gross' | 'net' | 'lastYear'>>;
  /** Weights in the order of the choices; else the first, nearly always. */
  choice: Readonly<Record<string, readonly number[]>>;
  /** What the household lives on, or each of them now and then, with the word for none; else any one. */
  choices: Readonly<Record<string, 'livelihood' | { none: string }>>;
}
