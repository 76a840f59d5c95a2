import { clean, fold } from '../language/text.ts';
import { askedByQuestion } from '../subjects/asked.ts';
import { waterTold } from '../subjects/water/told.ts';
import { mapValue } from './outcome.ts';
import { readSaidTo } from './said-to.ts';
import { kindsTold } from './told-facts.ts';
import type { Understood, Water } from './understood.ts';

/** 饮水安全: whether there is a problem, and by which of the four measures 水量 水质 方便程度 保证率. */
export function readWater(raw: string): Understood<Water> {
  const text = fold(clean(raw));
  return mapValue(withoutNote(readSaidTo(waterTold, text).understood), (problem) => ({
    problem,
    types: problem ? waterKinds(text) : [],
  }));
}

/** Kinds of trouble named in the text, in the order of naming, denials left out. */
export function waterKinds(text: string): string[] {
  const asked = askedByQuestion.get(waterTold);
  return asked === undefined ? [] : kindsTold(text, asked);
}

/** The kinds of trouble are told as such. */
function withoutNote(read: Understood<boolean>): Understood<boolean> {
  if (read.status === 'value') return { status: 'value', value: read.value };
  return read.status === 'ask' ? { ...read, detail: {} } : read;
}
