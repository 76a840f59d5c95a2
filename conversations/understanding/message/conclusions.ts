import { learnsElsewhere } from '../../reading/dropout.ts';
import { ask, value } from '../../reading/outcome.ts';
import type { Understood } from '../../reading/understood.ts';
import { readAnswer } from '../answer.ts';
import type { Found } from './slots.ts';

/** What follows from the facts of a message taken together. */
export function conclude(found: readonly Found[], known: number | undefined): Found[] {
  const people = populationOf(found) ?? known;
  return withImplied(compareInsured([...found, ...fromPerHead(found, people)], people));
}

/** 人均8000 and no sum of the household: its income is that times the people, to be confirmed. */
function fromPerHead(found: readonly Found[], people: number | undefined): Found[] {
  if (found.some((f) => f.key === 'annualIncome')) return [];
  const said = found.find(
    (f) => f.key === 'netIncomePerHead' && f.understood.status === 'value' && !/纯|净/.test(f.words),
  );
  if (!said) return [];
  const understood = readAnswer(
    said.words,
    { key: 'annualIncome', kind: 'money', sum: 'income' },
    { population: people },
  );
  return understood.status === 'ask' ? [{ key: 'annualIncome', understood, words: said.words }] : [];
}

export function populationOf(found: readonly Found[]): number | undefined {
  const last = found.findLast((f) => f.key === 'population')?.understood;
  return last?.status === 'value' && typeof last.value === 'number' ? last.value : undefined;
}

/** 参保4人 of five people: somebody is missing. */
function compareInsured(found: readonly Found[], people: number | undefined): Found[] {
  return found.map((f) => {
    if (f.key !== 'insuredCount') return f;
    if (f.understood.status !== 'value') return { ...f, key: 'allInsured', understood: ask('hedged') };
    const count = Number(f.understood.value);
    if (people === undefined || count > people) return { ...f, key: 'allInsured', understood: ask('verify') };
    const understood = count === people ? value(true) : value(false, { missing: people - count });
    return { ...f, key: 'allInsured', understood };
  });
}

/** 在家没上学,有送教上门: taught after all. */
function isTaughtElsewhere(understood: Understood): boolean {
  return understood.status === 'value' && learnsElsewhere.has(String(understood.value));
}

/** Who dropped out is of school age. */
function withImplied(found: readonly Found[]): Found[] {
  const out = found.find(
    (f) => f.key === 'droppedOut' && f.understood.status === 'value' && f.understood.value === true,
  );
  if (!out) return [...found];
  if (found.some((f) => f.key === 'dropoutReason' && isTaughtElsewhere(f.understood)))
    return found.map((f) => (f === out ? { ...f, understood: value(false) } : f));
  return [...found, { key: 'schoolAgeChild', understood: value(true), words: out.words, weak: true }];
}
