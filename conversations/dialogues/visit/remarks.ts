import { type Answers, textOf } from '../../form/answer.ts';

/**
 * What is noted of a visit beside its questions, under keys that no question has: they travel with the answers,
 * are logged like them and survive a newer questionnaire.
 */
export const remarkKeys = {
  /** The head has died and others of the household are left. */
  headChange: 'headChange',
  /** Whose household this one was merged into. */
  mergedInto: 'mergedInto',
  /** Of what a photo was asked for and couldn't be taken. */
  noPhoto: 'noPhoto',
} as const;

const said: Readonly<Record<string, (words: string) => string>> = {
  [remarkKeys.headChange]: (words) => words,
  [remarkKeys.mergedInto]: (words) => `并入${words}户`,
  [remarkKeys.noPhoto]: (words) => `没能拍照：${words}`,
};

/** The remarks in words: 户主已故，户主待变更. */
export function remarks(answers: Answers): string[] {
  return Object.entries(said).flatMap(([key, say]) => {
    const words = textOf(answers, key);
    return words === undefined ? [] : [say(words)];
  });
}
