const titles =
  '(?:主任|书记|支书|会计|组长|队长|镇长|乡长|科长|局长|站长|干事|同志|老师|师傅|大哥|大姐|哥|姐|工)';
const patterns = [/^[小老]([\p{Script=Han}])$/u, new RegExp(`^([\\p{Script=Han}]{1,2})${titles}$`, 'u')];

/** The surname by which a colleague is called: 小王, 老李, 王主任. Undefined where it is a name of its own. */
export function surnameCalled(words: string): string | undefined {
  for (const pattern of patterns) {
    const surname = pattern.exec(words)?.[1];
    if (surname !== undefined) return surname;
  }
  return undefined;
}
