import { describe, expect, test } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { readMessage, understandAnswer } from '../../conversations/understanding/index.ts';

const questions = hintsOf(xiaoxian2021.householdForm);

/** Whatever the questionnaire prints as an answer must be understood when it is typed back. */
describe('every question of the visit understands its own answers', () => {
  const yesNo = questions.flatMap((hint) => (hint.kind === 'yesNo' ? [hint] : []));
  const chosen = questions.flatMap((hint) => (hint.choices ? [{ hint, choices: hint.choices }] : []));

  test.each(yesNo)('$key: 1 and 2, 有 and 没有, its yes and its no', (hint) => {
    const no = hint.says?.no ?? '不是';
    const yes = hint.says?.yes ?? '是的';
    for (const [said, meant] of [
      [yes, true],
      [no, false],
      ['1', true],
      ['2', false],
      // 满意吗 asks for no existence: 没有 there may mean no complaint as well as no.
      ...(hint.rated
        ? []
        : ([
            ['有', true],
            ['没有', false],
          ] as const)),
    ] as const) {
      expect(understandAnswer(said, hint), said).toMatchObject({ status: 'value', value: meant });
      const slots = readMessage(said, { questions, open: hint }).slots;
      expect(slots, said).toContainEqual(
        expect.objectContaining({ key: hint.key, understood: expect.objectContaining({ value: meant }) }),
      );
    }
  });

  test.each(yesNo.filter((hint) => hint.rated))('$key: 有, 没有 and 没了 are asked back', (hint) => {
    for (const said of ['有', '没有', '无', '没了', '没']) {
      expect(understandAnswer(said, hint), said).toMatchObject({ status: 'ask' });
      const { slots } = readMessage(said, { questions, open: hint });
      expect(
        slots.filter((slot) => slot.understood.status === 'value'),
        said,
      ).toEqual([]);
    }
  });

  test.each(yesNo.filter((hint) => !hint.rated))('$key: 满意 is an answer to no fact', (hint) => {
    const { slots } = readMessage('满意', { questions, open: hint });
    expect(slots.filter((slot) => slot.understood.status === 'value')).toEqual([]);
  });

  test.each(chosen)('$hint.key: each choice by number, label and words', ({ hint, choices }) => {
    choices.forEach((choice, i) => {
      for (const said of [String(i + 1), choice.label, ...(choice.words ?? [])]) {
        const meant = hint.kind === 'choices' ? [choice.value] : choice.value;
        expect(understandAnswer(said, hint), said).toMatchObject({ status: 'value', value: meant });
      }
    });
  });
});
