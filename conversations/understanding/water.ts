import { clean, fold } from '../language/text.ts';
import { mapValue } from '../reading/outcome.ts';
import type { Understood, Water } from '../reading/understood.ts';
import { waterTypes } from './water-words.ts';

export { waterTypes } from './water-words.ts';

import { readLedgerYesNo } from './yes-no/ledger.ts';

/** 饮水安全: whether there is a problem, and by which of the four measures 水量 水质 方便程度 保证率. */
export function readWater(raw: string): Understood<Water> {
  const text = fold(clean(raw));
  return mapValue(withoutNote(readLedgerYesNo('waterProblem', text).understood), (problem) => ({
    problem,
    types: problem ? waterTypes(text) : [],
  }));
}

/** The kinds of trouble are told as such. */
function withoutNote(read: Understood<boolean>): Understood<boolean> {
  if (read.status === 'value') return { status: 'value', value: read.value };
  return read.status === 'ask' ? { ...read, detail: {} } : read;
}
