import { clean, fold } from '../language/text.ts';
import { readPlaceholder } from '../reading/controls/placeholder.ts';
import { isSensitive } from '../reading/controls/private-numbers.ts';
import { readDropout } from '../reading/dropout.ts';
import { readHousing } from '../reading/housing.ts';
import { readMoney } from '../reading/income/money.ts';
import { readIncomeSource } from '../reading/income/sources.ts';
import { ask, none } from '../reading/outcome.ts';
import { readPopulation } from '../reading/people/population.ts';
import { readSaidTo } from '../reading/said-to.ts';
import { spokenPart } from '../reading/spoken-part.ts';
import type { QuestionHint, Understood } from '../reading/understood.ts';
import { readWater } from '../reading/water.ts';
import { readControl, readSwitch } from './control.ts';
import { readMulti } from './multi.ts';

export const fields = [
  'yesNo',
  'population',
  'money',
  'incomeSource',
  'dropoutReason',
  'housing',
  'water',
  'control',
  'multi',
] as const;
export type Field = (typeof fields)[number];

type Reader = (text: string, q: string | undefined, hint: QuestionHint | undefined) => Understood;

const readers: Readonly<Record<Exclude<Field, 'control' | 'multi'>, Reader>> = {
  yesNo: (text, q, hint) => readSaidTo(otherNames.get(q ?? '') ?? q, text, hint).understood,
  population: readPopulation,
  money: (text) => readMoney(text),
  incomeSource: (text) => readIncomeSource(text),
  dropoutReason: readDropout,
  housing: readHousing,
  water: readWater,
};

/** What questions are called elsewhere. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['hasDifficulty', 'otherDifficulties'],
  ['knowsHelper', 'helperKnown'],
  ['satisfied', 'satisfiedTeam'],
]);

/** The question that goes by this name, here or elsewhere. */
export function keyCalled(name: string): string {
  return otherNames.get(name) ?? name;
}

export function isField(name: string): name is Field {
  return (fields as readonly string[]).includes(name);
}

/**
 * One utterance read as the given field; `q` names the question of a yes/no, `hint` tells more of
 * it where it is known. The shapes are those of
 * `ruhu understand`. An utterance with words in it that nothing was understood of is asked back, never dropped.
 */
export function understandField(field: Field, raw: string, q?: string, hint?: QuestionHint): Understood {
  const text = clean(raw);
  if (field === 'control') return readControlField(text);
  const folded = fold(text);
  if (folded === '') return raw.trim() === '' ? none : ask('vague');
  if (field === 'multi') return readMulti(raw);
  // 空着 puts a question off, but a house may stand empty.
  const command = field === 'housing' && text.startsWith('空') ? undefined : commandInAnswer(text);
  if (command) return command;
  const read = readers[field](spokenPart(folded), q, hint);
  return read.status === 'none' && /[\p{L}\p{N}]/u.test(folded) ? ask('vague') : read;
}

/** 跳过, 上一题 or an ID number in place of an answer. Not knowing is a doubt, not a command, here. */
function commandInAnswer(text: string): Understood | undefined {
  if (readPlaceholder(text) || isSensitive(text)) {
    const control = readControl(text, {});
    return control ? { status: 'control', control } : undefined;
  }
  const control = readControl(text, {});
  if (!control) return undefined;
  if (control.action === 'skip' || control.action === 'back' || control.action === 'human')
    return { status: 'control', control };
  return undefined;
}

function readControlField(text: string): Understood {
  const control = readControl(text, undefined) ?? readSwitch(fold(text));
  if (control) return { status: 'control', control };
  return ask('vague');
}
