import type { Asked } from '../../form/asked.ts';
import type { Sign } from '../../language/table.ts';

/**
 * 除了老大都交了: not all. 除了水都没问题: the one left out lacks what the others have, which is worth a question.
 * Anything else left out is not understood.
 */
export function withException(
  asked: Asked,
  said: { signs: readonly Sign[]; leftOut: readonly string[] },
): { sign?: Sign; sure: boolean } {
  const { topic, kind, yes, good } = asked;
  if (kind === 'universal' && said.signs.includes(yes)) return { sign: yes === '+' ? '-' : '+', sure: true };
  if (good !== undefined && said.leftOut.includes(topic))
    return { sign: good === '+' ? '-' : '+', sure: false };
  return { sure: false };
}
