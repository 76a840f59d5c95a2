import { z } from 'zod';

/** What was told of one person, by the key of what is asked of him: a reason, a school stage, months. */
const personFacts = z.record(z.string(), z.union([z.string(), z.number()]));
export type PersonFacts = Readonly<z.infer<typeof personFacts>>;

/** Somebody an answer is about. */
export const personTold = z.object({
  /** His number among the household's members; absent where the register doesn't have him. */
  no: z.number().int().positive().optional(),
  /** His name, or what he was called: 老二. */
  name: z.string().min(1).max(40),
  told: personFacts.optional(),
});
export type PersonTold = Readonly<z.infer<typeof personTold>>;

/** What of a person's facts a sentence can show: words; a bare number says nothing without its question. */
function factWords({ told = {} }: PersonTold): string {
  return Object.values(told)
    .filter((fact) => typeof fact === 'string')
    .join('，');
}

/** 李翠：参军、赵小玲：拒缴: who is meant, with what was told of each. */
export function personsWords(persons: readonly PersonTold[]): string {
  return persons
    .map((person) => {
      const facts = factWords(person);
      return facts === '' ? person.name : `${person.name}：${facts}`;
    })
    .join('、');
}

/** 李翠、赵小玲 */
export function personNames(persons: readonly PersonTold[]): string {
  return persons.map(({ name }) => name).join('、');
}
