import type { Condition } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import type { AnswerSaid } from './answer-said.ts';

const mostEach = 6;

/** What is split by itself, so that its values are parts of one number. */
const splits: { readonly [On in Condition['on']]?: 'category' | 'status' | 'stage' | 'leadUnit' } = {
  category: 'category',
  status: 'status',
  stage: 'stage',
  leadUnit: 'leadUnit',
};

/** C级D级各几户, 脱贫户几户监测户几户: the same question once for each value, or for each condition; else itself alone. */
export function eachOf(said: InquirySaid): InquirySaid[] {
  if (said.each !== true || said.by !== undefined || said.units !== undefined) return [said];
  const { each: _, ...once } = said;
  const many = said.where.filter((c) => 'values' in c && c.values.length > 1 && c.on !== 'group');
  const [only, ...others] = many;
  if (only !== undefined && others.length === 0 && 'values' in only) {
    const by = splits[only.on];
    if (by !== undefined) return [{ ...once, by }];
    const rest = said.where.filter((c) => c !== only);
    return [...only.values]
      .slice(0, mostEach)
      .map((value) => ({ ...once, where: [...rest, { ...only, values: [value] } as Condition] }));
  }
  const answers = said.where.filter((c) => c.on === 'answer' || c.on === 'type' || c.on === 'tag');
  if (many.length > 0 || answers.length < 2) return [said];
  const rest = said.where.filter((c) => !answers.some((one) => one === c));
  return answers.slice(0, mostEach).map((c) => ({ ...once, where: [c, ...rest] }));
}

/** The numbers below each other; the rows where they were asked for. */
export function eachTold(told: readonly AnswerSaid[], said: InquirySaid): AnswerSaid {
  const listed = said.want === 'list' || said.sheet === true;
  const texts = told.map(({ text }) => (listed ? text : (text.split('\n')[0] ?? '')));
  return {
    text: texts.filter((text) => text !== '').join('\n'),
    ...(told.some((t) => t.namesHouseholds === true) ? { namesHouseholds: true as const } : {}),
  };
}
