/**
 * Chats as data, in a form a cadre can read:
 *
 *     # title
 *     now: 2021-12-15T09:05:00+08:00
 *     as: 李帮扶
 *     room: 柳元村群            (only for a group)
 *
 *     > what the person says        (王五> … for somebody else; (群)> or (私)> for another chat than the room: above says)
 *     > [照片] words                 (also [语音] [表情] [位置]; [引用：…] words; [重发] the same message again; [撤回] takes back the one before; [很长])
 *     < a line the answer must hold
 *     @ 2021-12-16T08:00:00+08:00   (the clock moves on)
 *
 *     ledger 张三: population=4 incomeStable=true dropoutReason=null
 *     problems 张三: allInsured waterProblem     (or: none)
 *     photos 张三: housingSafe                   (which questions they were put to)
 *     returned 张三: 收入再核一下                 (before the next line is said, the township gives the visit back)
 */
export interface Said {
  by: string;
  /** Said in the group. */
  inRoom: boolean;
  say: string;
  at: number;
  expect: string[];
  /** A visit the township gave back just before this was said. */
  returned?: { household: string; reason: string };
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
  photos: { household: string; keys: string[] }[];
}

const stepMs = 20_000;

/** Reads a transcript; throws with the line's number on anything it doesn't know. */
export function parseTranscript(text: string): Transcript {
  const transcript: Transcript = {
    title: '',
    room: undefined,
    said: [],
    ledger: [],
    problems: [],
    photos: [],
  };
  let now = 0;
  let as = '';
  let returned: Said['returned'];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, head, rest = ''] =
      /^(#|<|@|now:|as:|room:|ledger|problems|photos|returned|(?:\S+)?>) ?(.*)$/u.exec(line) ?? [];
    if (head === undefined) throw new Error(`line ${index + 1}: ${line}`);
    if (head === '#') transcript.title = rest;
    else if (head === 'now:' || head === '@') now = Date.parse(rest);
    else if (head === 'as:') as = rest.trim();
    else if (head === 'room:') transcript.room = rest.trim();
    else if (head === '<') transcript.said.at(-1)?.expect.push(rest);
    else if (head === 'ledger') transcript.ledger.push(ledgerLine(rest));
    else if (head === 'problems') transcript.problems.push(problemsLine(rest));
    else if (head === 'photos') transcript.photos.push(problemsLine(rest));
    else if (head === 'returned') {
      const [household = '', reason = ''] = rest.split(/:\s*/u, 2);
      returned = { household, reason };
    } else {
      const [, by = '', place] = /^([^()（）]*)(?:\((群|私)\))?>$/u.exec(head) ?? [];
      const inRoom = place === undefined ? transcript.room !== undefined : place === '群';
      const given = returned === undefined ? {} : { returned };
      transcript.said.push({ by: by || as, inRoom, say: rest, at: now, expect: [], line: index, ...given });
      returned = undefined;
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
