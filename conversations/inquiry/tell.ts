import type { Campaign } from '../campaign/campaign.ts';
import type { Question } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';
import { leadStageLabels, openLeadStages } from '../leads/lead.ts';
import { categoryLabels, sourceLabels, statusLabels } from '../problems/states.ts';
import { definitions } from '../progress/definitions.ts';
import { type Condition, type Having, type Inquiry, spent, waited } from './inquiry.ts';

const typeLabels = {
  general: '一般农户',
  povertyAlleviated: '脱贫户',
  monitored: '监测对象',
  unstable: '脱贫不稳定户',
  marginal: '边缘易致贫户',
  sudden: '突发严重困难户',
} as const;
const tagLabels = {
  relocated: '易地搬迁户',
  subsistence: '低保户',
  destitute: '特困户',
  disabled: '残疾人户',
} as const;
const standingLabels: Readonly<Record<string, string>> = {
  remaining: '还没查',
  all: '全部',
  unassigned: '没分到人',
};
const problemLabels = {
  open: '没销号',
  overdue: '逾期',
  done: '已完成待核',
  closed: '已销号',
  today: '今天新增',
  any: '全部',
} as const;
const operatorLabels = { lt: '低于', le: '不超过', gt: '超过', ge: '不低于', eq: '等于' } as const;

const question = (campaign: Campaign, key: string): Question | undefined =>
  questionOf(campaign.householdForm, key);

/** An answer as the form's own labels say it: 有人没参, C级, 打工. `?` is 不清楚. */
export function answerLabel(campaign: Campaign, key: string, value: string | boolean): string {
  if (value === '?') return '不清楚';
  const q = question(campaign, key);
  if (q?.kind === 'yesNo') {
    const yes = value === true || value === 'true';
    return (yes ? q.yes : q.no) ?? `${q.title}${yes ? '是' : '否'}`;
  }
  if (q?.kind === 'choice' || q?.kind === 'choices')
    return String(value)
      .split('、')
      .map((one) => q.choices.find((c) => c.value === one)?.label ?? one)
      .join('、');
  return String(value);
}

/** A question by its short name: 参保, 年收入; per head it is the income by heads. */
export function keyLabel(campaign: Campaign, key: string): string {
  if (key === waited) return '办理天数';
  if (key === spent) return '走访用时';
  return key === 'perHead' ? '人均收入' : (question(campaign, key)?.title ?? key);
}

/** One condition in the words of the form, the register and the ledgers. */
export function conditionLabel(campaign: Campaign, c: Condition): string {
  const turned = 'not' in c && c.not === true ? '非' : '';
  switch (c.on) {
    case 'answer': {
      const words = c.values.map((value) => answerLabel(campaign, c.key, value)).join('或');
      const q = question(campaign, c.key);
      const titled =
        q === undefined || isPlain(q, words)
          ? words
          : q.kind === 'yesNo'
            ? `${q.title}（${words}）`
            : `${q.title}${words}`;
      return `${turned}${titled}`;
    }
    case 'person': {
      const ask = question(campaign, c.key)?.personAsks?.find(({ key }) => key === c.facet);
      return `${turned}${keyLabel(campaign, c.key)}${ask?.title ?? ''}${c.values.join('或')}`;
    }
    case 'amount':
      return `${keyLabel(campaign, c.key)}${operatorLabels[c.op]}${c.than}${question(campaign, c.key)?.kind === 'money' ? '元' : ''}`;
    case 'perHead':
      return `人均收入${operatorLabels[c.op]}${c.than}元`;
    case 'spent':
      return `走访用时${operatorLabels[c.op]}${c.than}分钟`;
    case 'opinion':
      return c.good ? '都满意' : '有不满意';
    case 'unsure':
      return `${keyLabel(campaign, c.key)}不清楚`;
    case 'type':
      return `${turned}${c.values.map((value) => typeLabels[value]).join('、')}`;
    case 'tag':
      return `${turned}${c.values.map((value) => tagLabels[value]).join('、')}`;
    case 'group':
      return `${turned}${c.values.join('、')}`;
    case 'standing':
      return `${turned}${c.values.map((value) => standingLabels[value] ?? definitions.find((d) => d.key === value)?.label ?? value).join('、')}`;
    case 'category':
      return `${turned}${c.values.map((value) => categoryLabels[value]).join('、')}`;
    case 'problemState':
      return `${turned}${c.values.map((value) => problemLabels[value]).join('、')}`;
    case 'status':
      return `${turned}${c.values.map((value) => statusLabels[value]).join('、')}`;
    case 'source':
      return `${turned}${c.values.map((value) => sourceLabels[value]).join('、')}`;
    case 'leadUnit':
      return `${turned}${c.values.map((unit) => `${unit}牵头`).join('、')}`;
    case 'finding':
      return c.label;
    case 'due':
      return c.is === 'over'
        ? `超期${c.days}天以上`
        : c.from === undefined
          ? `${c.days}天内到期`
          : `${c.from === c.days ? '' : `${c.from}至`}${c.days}天后到期`;
    case 'stage':
      return c.values.length === openLeadStages.length && c.not !== true
        ? '在办'
        : `${turned}${c.values.map((value) => leadStageLabels[value]).join('、')}`;
    case 'bound':
      return c.is ? '已绑定' : '没绑定';
    case 'worked':
      return c.is ? '查过户' : '一户没查';
    case 'duty':
      return `${turned}${c.values.join('、')}`;
    case 'helper':
      return c.name;
  }
}

/** Does it speak of illness, income or schooling of the few households of one village? */
export function speaksOfFew(campaign: Campaign, { where, key, place }: Inquiry): boolean {
  if (place.is === 'unit' && place.kind !== 'village') return false;
  const keys = [
    ...where.flatMap((c) => ('key' in c ? [c.key] : c.on === 'perHead' ? ['perHead'] : [])),
    ...(key === undefined ? [] : [key]),
  ];
  // What was told of single persons is theirs, whatever the question.
  if (where.some((c) => c.on === 'person')) return true;
  return keys.some((k) => k === 'perHead' || question(campaign, k)?.sensitive === true);
}

/** Does the label tell by itself what it answers? 房子不安全 does, 有人没参 and C级 need their question. */
function isPlain(q: Question, label: string): boolean {
  if (q.kind !== 'yesNo') return false;
  const names = [q.title, ...(q.topics ?? [])];
  return names.some((name) =>
    [...name].some((_, i) => i + 2 <= name.length && label.includes(name.slice(i, i + 2))),
  );
}

const things = {
  households: '户',
  persons: '人',
  problems: '问题',
  leads: '监测线索',
  staff: '人员',
} as const;
const measures = { households: '户', persons: '人', problems: '个', leads: '条', staff: '人' } as const;

/** 户, 人, 个, 条: what an inquiry counts in. */
export function measureOf({ of }: Inquiry): string {
  return measures[of];
}

/** Where, in words. */
function placeLabel({ place, where }: Pick<Inquiry, 'place' | 'where'>): string {
  const group = where.find((c) => c.on === 'group' && c.not !== true);
  const inside = group?.on === 'group' ? group.values.join('、') : '';
  return `${place.is === 'own' ? '您名下' : place.name}${inside}`;
}

const byLabels = {
  township: '各乡镇',
  village: '各村',
  group: '各组',
  category: '各类别',
  leadUnit: '各牵头单位',
  status: '整改状态',
  type: '各户属性',
  stage: '各环节',
  day: '每天',
  helper: '各排查员',
} as const;

/** What was understood, in one line: 脱贫户·有人没参·龙城镇·今天. */
export function inquiryLabel(campaign: Campaign, inquiry: Inquiry): string {
  const { where, of, period, by, key, want, order, limit, having, against } = inquiry;
  const conditions = where
    .filter((c) => c.on !== 'group' || c.not === true)
    .map((c) => conditionLabel(campaign, c));
  const thing = of === 'households' || of === 'persons' ? [] : [things[of]];
  const amount =
    key !== undefined && by !== 'answer'
      ? [
          `${order !== undefined && want === 'list' ? (order === 'most' ? '从高到低·' : '从低到高·') : want === 'sum' ? '合计' : '平均'}${keyLabel(campaign, key)}`,
        ]
      : [];
  const split =
    by === 'answer' && key !== undefined
      ? [keyLabel(campaign, key)]
      : by === undefined || by === 'answer'
        ? []
        : [byLabels[by]];
  const all =
    conditions.length === 0 && thing.length === 0 && amount.length === 0 && by !== 'answer' ? ['在册户'] : [];
  const which = having === undefined ? [] : [havingLabel(inquiry, having)];
  const compared = against === undefined ? [] : [`比${against.said}`];
  const first = limit === undefined ? [] : [`前${limit}${by === undefined ? measureOf(inquiry) : '个'}`];
  return [
    ...conditions,
    ...thing,
    ...amount,
    ...all,
    placeLabel(inquiry),
    ...(period === undefined ? [] : [period.said]),
    ...compared,
    ...split,
    ...which,
    ...first,
  ].join('·');
}

/** 占比低于30%, 超过10个: which parts are meant. */
function havingLabel(inquiry: Inquiry, { as, op, than }: Having): string {
  if (as === 'share') return `占比${operatorLabels[op]}${than}%`;
  return op === 'eq' && than === 0 ? '一个没有' : `${operatorLabels[op]}${than}${measureOf(inquiry)}`;
}

/** A part of a split number by its name: a type, a category, an answer; units and people have theirs. */
export function partName(
  campaign: Campaign,
  { by, key }: Inquiry,
  part: { key: string; name: string },
): string {
  if (by === 'type') return typeLabels[part.key as keyof typeof typeLabels] ?? part.name;
  if (by === 'category') return categoryLabels[part.key as keyof typeof categoryLabels] ?? part.name;
  if (by === 'status') return statusLabels[part.key as keyof typeof statusLabels] ?? part.name;
  if (by === 'stage') return leadStageLabels[part.key as keyof typeof leadStageLabels] ?? part.name;
  if (by === 'answer' && key !== undefined) return answerLabel(campaign, key, part.key);
  if (by === 'day') return `${Number(part.key.slice(5, 7))}月${Number(part.key.slice(8, 10))}日`;
  return part.name === '' ? '没写组的' : part.name;
}

/** What a number counts: 人 of heads, 元 of money. */
export function unitOfKey(campaign: Campaign, key: string): string {
  if (key === waited) return '天';
  if (key === spent) return '分钟';
  return question(campaign, key)?.kind === 'count' ? '人' : '元';
}
