/** What can stand in a slot of a phrase: from one place, every place where it may end, the likelier first. */
type SlotReader = (chars: readonly string[], from: number) => readonly number[];

const isHan = (char: string | undefined) => char !== undefined && /^[\p{Script=Han}·]$/u.test(char);
const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
export const isGap = (char: string | undefined): boolean => char !== undefined && /^[\s,:;。、]$/u.test(char);

function whileTrue(
  chars: readonly string[],
  from: number,
  most: number,
  holds: (char: string) => boolean,
): number {
  let at = from;
  while (at < chars.length && at - from < most && holds(chars[at] ?? '')) at += 1;
  return at;
}

/** All ends between two, the shortest first. */
function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

const hans =
  (least: number, most: number): SlotReader =>
  (chars, from) =>
    between(from + least, whileTrue(chars, from, most, isHan));

const anything =
  (most: number): SlotReader =>
  (chars, from) => {
    if (isGap(chars[from])) return [];
    // To the end of the message before anything shorter: more often than not nothing follows.
    const last = Math.min(chars.length, from + most);
    return [last, ...between(from + 1, last - 1)];
  };

/** 12, #12, 12号; behind it no unit stands, or it would be an amount: 12万, 12户, 12.5. */
const numberOf: SlotReader = (chars, from) => {
  const begin = chars[from] === '#' ? from + 1 : from;
  const end = whileTrue(chars, begin, 6, isDigit);
  if (end === begin || isDigit(chars[end]) || /^[.万千元组户村队人口月日天]$/u.test(chars[end] ?? ''))
    return [];
  const behind = chars[end] === ' ' && chars[end + 1] === '号' ? end + 2 : end + 1;
  return chars[behind - 1] === '号' ? [behind] : [end];
};

/** 12、13 15 和 18. */
const numbersOf: SlotReader = (chars, from) => {
  const ends: number[] = [];
  for (let at = from; ; ) {
    const [end] = numberOf(chars, at);
    if (end === undefined) return ends.toReversed();
    ends.push(end);
    at = whileTrue(chars, end, 4, (char) => isGap(char) || char === '和' || char === '及');
  }
};

const numerals = '一二三四五六七八九十';

/** 3组, 第3组, 十二组, 东组. */
const groupOf: SlotReader = (chars, from) => {
  const begin = chars[from] === '第' ? from + 1 : from;
  const digits = whileTrue(chars, begin, 3, isDigit);
  const end = digits > begin ? digits : whileTrue(chars, begin, 3, (char) => numerals.includes(char));
  if (end > begin) return chars[end] === '组' ? [end + 1] : [];
  return /^[东西南北中前后上下]$/u.test(chars[from] ?? '') && chars[from + 1] === '组' ? [from + 2] : [];
};

/** Of a person: two to six characters, more where it is of several parts (阿依古丽·吾买尔江). */
const nameOf: SlotReader = (chars, from) =>
  hans(2, 16)(chars, from).filter(
    (end) => end - from <= 6 || (chars.slice(from, end).includes('·') && chars[end - 1] !== '·'),
  );

/** A colleague: a name, and of two namesakes the end of the phone number. */
const whoOf: SlotReader = (chars, from) =>
  nameOf(chars, from).flatMap((end) => {
    const digits = whileTrue(chars, end, 4, isDigit);
    return digits - end === 4 ? [end, digits] : [end];
  });

/** 5%, 10 %. */
const percentOf: SlotReader = (chars, from) => {
  const end = whileTrue(chars, from, 3, isDigit);
  if (end === from) return [];
  const sign = whileTrue(chars, end, 2, (char) => char === ' ');
  return chars[sign] === '%' ? [sign + 1] : [];
};

/** 第6项, 6, 十二: the place of something in a list. */
const ordinalOf: SlotReader = (chars, from) => {
  const begin = chars[from] === '第' ? from + 1 : from;
  const end = whileTrue(chars, begin, 3, (char) => isDigit(char) || numerals.includes(char));
  if (end === begin) return [];
  return [whileTrue(chars, end, 2, (char) => '项方面类'.includes(char))];
};

/** The head of a household by name or by the household's code. */
const headOf: SlotReader = (chars, from) => {
  const letters = whileTrue(chars, from, 2, (char) => /^[a-z]$/u.test(char));
  const digits = whileTrue(chars, letters, 20, isDigit);
  return digits - letters >= 4 ? [digits] : nameOf(chars, from);
};

/** 3天, 三天, 一周, 到12月20日. */
const untilOf: SlotReader = (chars, from) => {
  if (chars[from] === '到' || chars[from] === '至')
    return between(from + 3, Math.min(chars.length, from + 8)).toReversed();
  const end = whileTrue(chars, from, 3, (char) => isDigit(char) || '一二两三四五六七八九十'.includes(char));
  if (end === from) return [];
  const unit = chars[end] === '个' ? end + 1 : end;
  if (/^[天日周]$/u.test(chars[unit] ?? '')) return [unit + 1];
  return ['星期', '礼拜'].includes(chars.slice(unit, unit + 2).join('')) ? [unit + 2] : [];
};

/** A group by whatever it is called: 3组, 东头组, 李庄3组. */
const ownGroupOf: SlotReader = (chars, from) =>
  between(from + 1, Math.min(chars.length, from + 6)).filter((end) => chars[end - 1] === '组');

const valueEnd = (chars: readonly string[], from: number) =>
  isGap(chars[from]) ? from : whileTrue(chars, from, 60, (char) => !',。;'.includes(char));

export const slotReaders = {
  no: numberOf,
  nos: numbersOf,
  /** Of a household's head. */
  name: nameOf,
  head: headOf,
  who: whoOf,
  place: hans(1, 12),
  group: groupOf,
  /** A village before its group. */
  district: hans(2, 8),
  ownGroup: ownGroupOf,
  until: untilOf,
  /** 20户. */
  households: (chars, from) => {
    const end = whileTrue(chars, from, 3, isDigit);
    return end > from && chars[end] === '户' ? [end + 1] : [];
  },
  percent: percentOf,
  ordinal: ordinalOf,
  /** 一, 二, 三: a part of a paper. */
  part: (chars, from) => (/^[一二三123]$/u.test(chars[from] ?? '') ? [from + 1] : []),
  /** A unit by its name. */
  unit: hans(2, 16),
  title: (chars, from) =>
    between(
      from + 2,
      whileTrue(chars, from, 16, (char) => isHan(char) || '“”、'.includes(char)),
    ),
  /** A word without a gap. */
  word: (chars, from) =>
    between(
      from + 1,
      whileTrue(chars, from, 30, (char) => !isGap(char)),
    ).toReversed(),
  /** What stands before a word that is looked for. */
  shortest: (chars, from) => between(from + 1, Math.min(chars.length, from + 18)),
  /** What something is to be: up to the next comma. */
  value: (chars, from) => between(from + 1, valueEnd(chars, from)).toReversed(),
  /** Such that begins with a figure. */
  figure: (chars, from) =>
    isDigit(chars[from]) || `${numerals}两半`.includes(chars[from] ?? '-')
      ? between(from + 1, valueEnd(chars, from)).toReversed()
      : [],
  words: anything(40),
  rest: anything(4_000),
} as const satisfies Record<string, SlotReader>;

export type SlotKind = keyof typeof slotReaders;
