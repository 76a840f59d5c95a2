/** What commander says of a wrong call, in the words of the rest; `$1` and `$2` are what it names. */
const told: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^required option '(.+)' not specified/u, '缺选项 $1'],
  [/^missing required argument '(.+)'/u, '缺参数 $1'],
  [/^option '(.+)' argument missing/u, '选项 $1 后面缺内容'],
  [/^option '(.+)' argument '(.*)' is invalid/u, '选项 $1 的内容“$2”不对'],
  [/^unknown option '(.+?)'/u, '没有 $1 这个选项'],
  [/^unknown command '(.+?)'/u, '没有 $1 这个命令'],
  [/^too many arguments.*?Expected (\d+)[^\d]+(\d+)/u, '参数多了：要 $1 个，给了 $2 个'],
];

/** The line for a wrong call; what isn't known here stays as it is. A suggestion stays behind it. */
export function usageWords(message: string): string {
  const [first = '', ...rest] = message.replace(/^error: /u, '').split('\n');
  const known = told.find(([pattern]) => pattern.test(first));
  const line = known === undefined ? first : first.replace(known[0], known[1]).replace(/\.$/u, '');
  const suggested = rest.map((more) => more.replace(/^\(Did you mean (.+)\?\)$/u, '（是不是 $1？）'));
  return [line, ...suggested].join('\n');
}
