import type { Control, ControlAction } from '../understood.ts';
import { placeholderWords } from './placeholder-words.ts';

const placeholders = placeholderWords
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' '));

/** What a platform puts in place of something that is no text: [图片], [语音], [位置]. */
export function readPlaceholder(text: string): Control | undefined {
  if (!text.startsWith('[')) return undefined;
  const action = placeholders.find(([form = '']) => text.startsWith(form))?.[1];
  return action === undefined ? undefined : { action: action as ControlAction };
}
