import { expect, it } from 'vitest';
import { householdSchema } from '../../conversations/contract/household.ts';
import { PlainVillage } from './plain-village.ts';

it('what the register had and is said in the same words is no change that is asked about', () => {
  const village = new PlainVillage();
  const [first] = village.households;
  if (first === undefined) throw new Error('nobody lives here');
  const known = { housingSafe: true, waterProblem: false };
  village.households[0] = householdSchema.parse({ ...first, known });
  village.say('排查 赵大有');
  village.say('对');
  village.say('一年6万 务工 稳定 都参保 没大病 没适龄孩子');
  const asked = village
    .say('房子不安全')
    .replies.map(({ text }) => text)
    .join('\n');
  expect(asked).toContain('住房：房子安全 → 房子不安全\n要改吗？');
  const again = village
    .say('吃水没问题')
    .replies.map(({ text }) => text)
    .join('\n');
  expect(again).toContain('住房：房子安全 → 房子不安全');
  expect(again).not.toContain('饮水没问题 → 饮水没问题');
});
