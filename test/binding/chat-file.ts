/**
 * A chat about binding, as a file:
 *
 *     # title
 *     现在 2021-12-15T09:00:00+08:00
 *     已绑定 孙镇长 企业微信               bound beforehand, by a code of the operator's
 *     企业微信 孙镇长> 发码 李帮扶         privately
 *     < 李帮扶（柳元村） [甲]              a code the bot makes is called by its name from here on
 *     微信 wx-1 在柳元村群> 绑定 [甲]      in a group, not spoken to; `在柳元村群 @` when spoken to
 *     < （不作声）
 *     过 61分钟
 *     除名 李帮扶                          taken off the roster
 */
export type Step =
  | { is: 'bound'; who: string; channel: string; line: number }
  | { is: 'removed'; who: string; line: number }
  | { is: 'wait'; ms: number; line: number }
  | {
      is: 'said';
      channel: string;
      from: string;
      room: { name: string; mentioned: boolean } | undefined;
      text: string;
      expect: string[];
      line: number;
    };

export interface ChatFile {
  title: string;
  now: number;
  steps: Step[];
}

const channels: Readonly<Record<string, string>> = { 微信: 'wechaty', 企业微信: 'wecom' };
const spans: Readonly<Record<string, number>> = { 分钟: 60_000, 小时: 3_600_000, 天: 86_400_000 };
const saying = /^(微信|企业微信) (\S+?)(?: 在(\S+?))?( @)?> ?(.*)$/u;

export function readChat(text: string): ChatFile {
  const chat: ChatFile = { title: '', now: 0, steps: [] };
  for (const [line, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    const step = stepOf(row, line);
    const last = chat.steps.at(-1);
    if (row.startsWith('# ')) chat.title = row.slice(2);
    else if (row.startsWith('现在 ')) chat.now = Date.parse(row.slice(3));
    else if (row.startsWith('< ') && last?.is === 'said') last.expect.push(row.slice(2));
    else if (step !== undefined) chat.steps.push(step);
    else throw new Error(`line ${line + 1}: ${row}`);
  }
  return chat;
}

function stepOf(row: string, line: number): Step | undefined {
  const [word = '', one = '', two = ''] = row.split(' ');
  if (word === '已绑定') return { is: 'bound', who: one, channel: channels[two] ?? '', line };
  if (word === '除名') return { is: 'removed', who: one, line };
  const [, count, span = ''] = /^过 (\d+)(分钟|小时|天)$/u.exec(row) ?? [];
  if (count !== undefined) return { is: 'wait', ms: Number(count) * (spans[span] ?? 0), line };
  const [, channel = '', from = '', room, at, text = ''] = saying.exec(row) ?? [];
  if (from === '') return undefined;
  return {
    is: 'said',
    channel: channels[channel] ?? '',
    from,
    room: room === undefined ? undefined : { name: room, mentioned: at !== undefined },
    text,
    expect: [],
    line,
  };
}

const codeShape = /[2-9A-Z]{4}-[2-9A-Z]{4}/gu;

/** The codes of a chat by the names it gives them, so that files don't hold what differs each time. */
export class CodeNames {
  readonly #codes = new Map<string, string>();

  /** Lines as said by the bot, codes replaced by their names; a new code takes the next name of the expected lines. */
  named(lines: readonly string[], expected: readonly string[]): string[] {
    const fresh = [...expected.join('\n').matchAll(/\[([甲乙丙丁戊己庚])\]/gu)].map(([, name]) => name ?? '');
    const spare = [...'甲乙丙丁戊己庚'].filter((name) => !this.#codes.has(name));
    return lines.map((line) =>
      line.replaceAll(codeShape, (code) => {
        if (code === '8K3F-2M7Q') return code; // the example in the bot's own words
        const known = [...this.#codes].find(([, value]) => value === code)?.[0];
        const name = known ?? fresh.find((n) => !this.#codes.has(n)) ?? spare.shift() ?? '?';
        this.#codes.set(name, code);
        return `[${name}]`;
      }),
    );
  }

  /** What a person types, names replaced by the codes. */
  typed(text: string): string {
    return text.replaceAll(/\[([甲乙丙丁戊己庚])\]/gu, (_, name: string) => this.#codes.get(name) ?? name);
  }
}
