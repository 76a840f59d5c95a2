/** A place as it is said, and the group named behind it: 李庄3组 → 李庄, 3组. */
interface SaidPlace {
  unit: string;
  group?: string;
}

const numbered = '(?:第)?(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[东西南北中前后上下])组';
const withGroup = new RegExp(`^(.*?)的?\\s*(${numbered})$`, 'u');
/** 李楼组: a group by name, of the speaker's own village or of the one named before it. */
const namedGroup = /^(?:(.*?)\s+)?([\p{Script=Han}]{1,4}组)$/u;

/** Parts a place as it was said into a unit's words and a group: 李庄3组, 李庄东组. */
export function placeSaid(words: string): SaidPlace {
  const found = withGroup.exec(words.trim()) ?? namedGroup.exec(words.trim());
  if (found === null) return { unit: words.trim() };
  return { unit: (found[1] ?? '').trim(), group: found[2] ?? '' };
}
