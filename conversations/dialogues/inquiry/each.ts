import type { Campaign } from '../../campaign/campaign.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import type { UnitNamed } from '../../inquiry/mark.ts';
import { readInquiry } from '../../inquiry/read.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import type { AnswerSaid } from './answer-said.ts';

const mostEach = 6;
/** What another question may stand behind. */
const clauses = /[,，。;；]/u;

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

/**
 * 低保、残疾、没参保的各几户: each thing that is named by itself, whatever fields they lie in. Undefined where nothing is
 * enumerated, or a part of it says nothing.
 */
export function enumerated(
  campaign: Campaign,
  text: string,
  units: readonly UnitNamed[],
  said: InquirySaid,
): InquirySaid[] | undefined {
  const items = text.normalize('NFKC').split('、');
  if (
    said.each !== true ||
    said.by !== undefined ||
    items.length < 2 ||
    items.length > mostEach ||
    clauses.test(text)
  )
    return undefined;
  const { each: _, ...once } = said;
  const readings = items.map((item) => readInquiry(campaign, item, units));
  const [first] = readings;
  if (first === undefined || readings.some((r) => r.where.length === 0 || r.unread.length > 0))
    return undefined;
  // 饮水问题水量、水质: the first names what the others are of, and one field is split as it is (eachOf).
  const fields = readings.map((r) => r.where.map((x) => x.on).join());
  if (new Set(fields).size === 1 && new Set(readings.map((r) => r.of)).size === 1) return undefined;
  const wanted = readings.at(-1)?.want === undefined ? undefined : readings.at(-1)?.of;
  return readings.map((r) => {
    const { of: __, ...rest } = once;
    const of = r.of ?? wanted;
    return {
      ...rest,
      ...(of === undefined ? {} : { of }),
      where: withoutKind(r.where),
      want: said.want ?? 'count',
      stranded: [],
    };
  });
}

/** 饮水问题水量: what is wrong with the water says of what kind it is. */
const withoutKind = (where: readonly Condition[]): readonly Condition[] =>
  where.some((x) => x.on === 'answer') ? where.filter((x) => x.on !== 'category') : where;

/** The numbers below each other; the rows where they were asked for. */
export function eachTold(told: readonly AnswerSaid[], said: InquirySaid): AnswerSaid {
  const listed = said.want === 'list' || said.sheet === true;
  const texts = told.map(({ text }) => (listed ? text : (text.split('\n')[0] ?? '')));
  return {
    text: texts.filter((text) => text !== '').join('\n'),
    ...(told.some((t) => t.namesHouseholds === true) ? { namesHouseholds: true as const } : {}),
  };
}
