import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { commandSaid } from '../../conversations/dialogues/command-said.ts';
import { dialogueCommands } from '../../conversations/dialogues/commands.ts';
import { readEnding } from '../../conversations/dialogues/visit/endings.ts';
import { readInquiry } from '../../conversations/inquiry/read.ts';
import { understandControl } from '../../conversations/understanding/index.ts';

const root = join(import.meta.dirname, '../../conversations');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Names that stand for something to be filled in. */
const samples: readonly [RegExp, string][] = [
  [/\$\{[^{}]*(?:no|number|编号|page)[^{}]*\}/giu, '12'],
  [/\$\{[^{}]*group[^{}]*\}/giu, '3组'],
  [/\$\{[^{}]*unproven[^{}]*\}/giu, '6.3'],
  [/\$\{[^{}]*\}/gu, '张三'],
  [/编号|号数/gu, '12'],
  [/单位名/gu, '县水利局'],
  [/回复日期/gu, '12月20日'],
  [/姓名/gu, '张三'],
  [/条号/gu, '6.3'],
  [/绑定 码/gu, '绑定 8K3F-2M7Q'],
];

/** Every word that a reply, a push or a report offers to be said: 回“下一户”. */
const offered = filesBelow(root)
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/(?:回|说|发)“([^”\n]+)”/gu)].map(([, words = '']) => ({
      file: path.slice(root.length + 1),
      said: samples.reduce((all, [of, sample]) => all.replace(of, sample), words),
    }));
  });

/** Answers to the question that is open when they are offered; each is tried where its dialogue is tested. */
const answersThere: readonly (readonly [file: string, said: RegExp])[] = [
  ['campaign/check-facts.ts', /^不涉及$/u],
  ['dialogues/self-check/', /^(?:不涉及|6\.3 )/u],
  ['dialogues/problem/problem-flow.ts', /^其他$/u],
  ['subjects/schooling/rules.ts', /^没有辍学$/u],
  ['', /^其他问题：/u],
  // An example of the campaign (收入改成4万), the form's word for nothing.
  ['dialogues/visit/answer.ts', /^(?:张三|12)$/u],
  ['dialogues/visit/summary.ts', /^张三$/u],
  ['form/', /^(?:张三|12)$/u],
  ['subjects/support/questions.ts', /^(?:张三|12)$/u],
  ['dialogues/inquiry/how-to.ts', /^\{改\}$/u],
  // What a lesson tells to try.
  ['campaigns/xiaoxian-2021/training.ts', /^大概还行吧$/u],
  // A household called like a command: its name, or the words with it, are that command.
  ['dialogues/called-like-a-command.ts', /^(?:张三)+$/u],
  // “转给”加同事姓名
  ['demo/personas.ts', /^转给$/u],
];

/** An order in free words (dialogues/inquiry/orders.ts), every stretch of it read. */
function isOrder(said: string): boolean {
  const { ideas, unread, stranded } = readInquiry(xiaoxian2021, said, []);
  return (
    ['remind', 'draw', 'strike'].some((idea) => ideas.has(idea)) && unread.length + stranded.length === 0
  );
}

describe('every word that is offered to be said', () => {
  it('is understood wherever it is typed, also one offered in a push or at the end of a report', () => {
    const lost = offered.filter(
      ({ file, said }) =>
        !answersThere.some(([folder, words]) => file.startsWith(folder) && words.test(said)) &&
        commandSaid(dialogueCommands, said) === undefined &&
        understandControl(said) === undefined &&
        !isOrder(said) &&
        readEnding(said) === undefined,
    );
    expect(lost).toEqual([]);
  });

  it('is looked for in the pushes as well', () => {
    expect(offered.length).toBeGreaterThan(100);
    expect(offered.filter(({ file }) => file.startsWith('pushes/')).length).toBeGreaterThanOrEqual(10);
  });
});
