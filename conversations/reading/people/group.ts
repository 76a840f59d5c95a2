import type { NumberSpan } from '../../language/numbers/number-span.ts';

/** People counted in one breath: by number and measure (三口), by kin (老两口, 俩孙子), or by a number alone. */
export interface Group {
  count: number;
  /** `whole`: 三口, 三个人. `kin`: 俩孩子, 老伴. `bare`: a number with no word for what it counts. */
  is: 'whole' | 'kin' | 'bare';
  child: boolean;
  /** 孩子 without a number: how many is open. */
  open: boolean;
  number?: NumberSpan;
  /** 加, 和 and the like stand before it. */
  plus: boolean;
  joined: boolean;
  /** 一共, 总共 before it. */
  stated: boolean;
  /** 其中, 含 before it. */
  inside: boolean;
  /** It ends its clause. */
  closes: boolean;
}

/** What one clause says of the household's number. */
export interface HeadsSaid {
  groups: Group[];
  /** The frame words that stand in it: change, listed, lives, only, left, alone, … */
  tells: Set<string>;
  /** Classes of the language's words in it. */
  classes: Set<string>;
  /** Whose kin it is: 俺爹俺娘. */
  owned: number;
  /** The speaker counted himself in. */
  self: boolean;
  unread: number;
}
