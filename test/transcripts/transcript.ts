/**
 * Chats as data, in a form a cadre can read:
 *
 *     # title
 *     now: 2021-12-15T09:05:00+08:00
 *     as: 李帮扶
 *     room: 柳元村群            (only for a group)
 *
 *     > what the person says        (王五> … for somebody else)
 *     < a line the answer must hold
 *     @ 2021-12-16T08:00:00+08:00   (the clock moves on)
 *
 *     ledger 张三: population=4 incomeStable=true dropoutReason=null
 *     problems 张三: allInsured waterProblem     (or: none)
 */
export interface Said {
  by: string;
  say: string;
  at: number;
  expect: string[];
  /** Line of the file on which it is said, to write answers back. */
  line: number;
}

export interface LedgerExpected {
  household: string;
  cells: Record<string, string>;
}

export interface Transcript {
  title: string;
  room: string | undefined;
  said: Said[];
  ledger: LedgerExpected[];
  problems: { household: string; keys: string[] }[];
}

const stepMs = 20_000;

/** Reads a transcript; throws with the line's number on anything it doesn't know. */
export function parseTranscript(text: string): Transcript {
  const transcript: Transcript = { title: '', room: undefined, said: [], ledger: [], problems: [] };
  let now = 0;
  let as = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, head, rest = ''] = /^(#|<|@|now:|as:|room:|ledger|problems|(?:\S+)?>) ?(.*)$/u.exec(line) ?? [];
    if (head === undefined) throw new Error(`line ${index + 1}: ${line}`);
    if (head === '#') transcript.title = rest;
    else if (head === 'now:' || head === '@') now = Date.parse(rest);
    else if (head === 'as:') as = rest.trim();
    else if (head === 'room:') transcript.room = rest.trim();
    else if (head === '<') transcript.said.at(-1)?.expect.push(rest);
    else if (head === 'ledger') transcript.ledger.push(ledgerLine(rest));
    else if (head === 'problems') transcript.problems.push(problemsLine(rest));
    else {
      transcript.said.push({ by: head.slice(0, -1) || as, say: rest, at: now, expect: [], line: index });
      now += stepMs;
    }
  }
  return transcript;
}

function ledgerLine(rest: string): LedgerExpected {
  const [household = '', cells = ''] = rest.split(/:\s*/u, 2);
  const pairs = cells.split(' ').filter((cell) => cell !== '');
  return {
    household,
    cells: Object.fromEntries(pairs.map((cell) => cell.split('=', 2) as [string, string])),
  };
}

function problemsLine(rest: string): { household: string; keys: string[] } {
  const [household = '', keys = ''] = rest.split(/:\s*/u, 2);
  return { household, keys: keys === 'none' ? [] : keys.split(/[\s,]+/u).filter((k) => k !== '') };
}

/** The same file with the answers given now in place of those expected (RUHU_RECORD=1). */
export function withAnswers(text: string, answers: ReadonlyMap<number, readonly string[]>): string {
  return text
    .split('\n')
    .flatMap((line, index) => {
      if (line.startsWith('< ')) return [];
      const given = answers.get(index);
      return given === undefined ? [line] : [line, ...given.map((g) => `< ${g}`)];
    })
    .join('\n');
}
