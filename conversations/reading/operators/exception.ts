import type { YesNoAsked } from '../../form/asked.ts';
import type { FactSign } from '../../language/table.ts';

/**
 * 除了老大都交了: not all. 除了水都没问题: the one left out lacks what the others have, which is worth a question.
 * Anything else left out is not understood.
 */
export function withException(
  asked: YesNoAsked,
  said: { signs: readonly FactSign[]; leftOut: readonly string[] },
): { sign?: FactSign; sure: boolean } {
  const { topic, kind, yes, good } = asked;
  if (kind === 'universal' && said.signs.includes(yes)) return { sign: yes === '+' ? '-' : '+', sure: true };
  if (good !== undefined && said.leftOut.includes(topic))
    return { sign: good === '+' ? '-' : '+', sure: false };
  return { sure: false };
}
