/** Names that browsers call themselves by, the particular before the general, with what people call them. */
const programs: readonly (readonly [sign: string, name: string])[] = [
  ['wxwork/', '企业微信'],
  ['MicroMessenger/', '微信'],
  ['HuaweiBrowser/', '华为浏览器'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const machines: readonly (readonly [sign: string, name: string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['HarmonyOS', '鸿蒙'],
  ['Android', '安卓手机'],
  ['Windows', 'Windows电脑'],
  ['Macintosh', '苹果电脑'],
  ['Linux', 'Linux电脑'],
];

/** What a browser is, in a few words: enough to tell one's own telephone from somebody else's. */
export function deviceOf(userAgent: string): string {
  const named = (list: typeof programs) => list.find(([sign]) => userAgent.includes(sign))?.[1];
  return [named(machines), named(programs)].filter((name) => name !== undefined).join(' ') || '未知设备';
}
