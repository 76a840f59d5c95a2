import { describe, expect, it } from 'vitest';
import { PlainVillage, type SaidWith } from './plain-village.ts';

const group: SaidWith = { room: true };

/** Says all of it and gives what was replied last. */
function lastReply(village: PlainVillage, ...said: readonly (string | [string, SaidWith])[]): string {
  let reply = '';
  for (const one of said) {
    const [text, over] = typeof one === 'string' ? [one, {}] : one;
    reply = village.say(text, over).replies[0]?.text ?? '';
  }
  return reply;
}

describe('in a group nobody hears words that were said beside an answer', () => {
  it('the reason of an odd number is kept and not said again', () => {
    const village = new PlainVillage();
    const reply = lastReply(village, ['排查 钱二嫂', group], ['16口人', group], ['厌学', group]);
    expect(reply).toContain('记下：人口16口人');
    expect(reply).not.toContain('厌学');
    expect(village.visitOf('钱二嫂')?.answers['population']).toMatchObject({ v: 16, note: '厌学' });
  });

  it('in private it is said', () => {
    expect(lastReply(new PlainVillage(), '排查 钱二嫂', '16口人', '厌学')).toContain('16口人（厌学）');
  });

  it('撤销 says which answer stands again, without its words', () => {
    const reply = lastReply(new PlainVillage(), '排查 钱二嫂', '16口人', '厌学', '不对，是5口', '改', [
      '撤销',
      group,
    ]);
    expect(reply).toContain('16口人');
    expect(reply).not.toContain('厌学');
  });

  it('a doubt asks back without the words it is about', () => {
    const reply = lastReply(
      new PlainVillage(),
      ['排查 赵大有', group],
      ['房子因为生病可能不太安全吧', group],
    );
    expect(reply).not.toContain('生病');
  });

  it('a part of a question that nobody read is not quoted', () => {
    const reply = lastReply(new PlainVillage(), ['工作队满意 村里满意，没大病慢病 没孩子', group]);
    expect(reply).toContain('还有几句没看懂');
    expect(reply).not.toContain('大病');
  });

  it('words behind the name of who is to go on are not quoted', () => {
    const village = new PlainVillage();
    const reply = lastReply(village, ['排查 赵大有', group], ['转给 王五，老伴高血压', group]);
    expect(reply).toContain('能接这户的人里没有');
    expect(reply).not.toContain('高血压');
  });

  it('whose answer it is can be asked in private only', () => {
    const village = new PlainVillage();
    lastReply(village, '排查 赵大有', '有人没参，李翠');
    const reply = lastReply(village, ['改没参保的是谁', group]);
    expect(reply).not.toContain('李翠');
  });
});
