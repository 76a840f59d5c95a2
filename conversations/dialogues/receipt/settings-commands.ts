import { rolesFor } from '../../access/policy.ts';
import { dayInWords, isoDate, readDay } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, type FlowHandler, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { problemCategories } from '../../contract/finding.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { CampaignSettings } from '../../contract/session.ts';
import { wholeNumber } from '../../language/numbers/numerals.ts';
import { categoryLabels } from '../../problems/states.ts';
import type { PushSettings } from '../../pushes/schedule.ts';
import type { ProblemRule } from '../../subjects/problem-rule.ts';
import { tellAside } from '../progress/lists.ts';

/** 设置 shows what the county office can change by chat; 设置 截止 12月31日 changes one thing after a yes. */
export const settingsCommands: readonly Command[] = [
  command<string>({
    name: 'settings',
    roles: rolesFor('settings'),
    match: phrased(['设置 <words>?'], ({ words }) => words ?? ''),
    run: (c, words) => (words === '' ? show(c) : change(c, words)),
  }),
];

function* show(c: Conversation): Asking<void> {
  const s = c.session.settings;
  const pushes = yield* ask('pushSettings', {});
  tellAside(
    c,
    [
      ...settingLines(s, pushes),
      `要改就说“设置 截止 1月5日”“设置 报告 12月27日”“设置 入户 12月20日”“设置 收入线 6500”${needing(s, 'subsistenceLine') === undefined ? '' : '“设置 低保线 7000”'}${needing(s, 'incomeGrowth') === undefined ? '' : '“设置 增幅 10.5”'}“设置 联系人 张主任 0557-…”“设置 休息 周日”“设置 时限 住房 30”“设置 县名 …”“设置 主送 …”；收入线可带年度和出处：“设置 收入线 6500 ${s.year}年 省里公布”。`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
}

/** The settings as they stand, a line each. */
export function settingLines(s: CampaignSettings, pushes: PushSettings): string[] {
  return [
    `${s.countyName}${campaignOf(s).texts.short}：${dayInWords(s.start)}到${dayInWords(s.end)}，自查报告${dayInWords(s.reportDeadline)}前。`,
    `收入线：人均${s.incomeLine.yuan}元（${s.incomeLine.year}年，${s.incomeLine.source}）。`,
    subsistenceWords(s),
    s.householdsBy === undefined ? '' : `入户要在${dayInWords(s.householdsBy)}前完成。`,
    growthWords(s),
    deadlineWords(s),
    `联系人：${s.contact === '' ? '没填' : s.contact}。休息日：${restWords(pushes)}。`,
    `提醒时间：早${pushes.jobs.morning.at}、下午${pushes.jobs.townshipSummary.at}、晚${pushes.jobs.eveningDigest.at}；${pushes.quiet.from}到${pushes.quiet.to}不打扰。`,
  ].filter((line) => line !== '');
}

/** The campaign's rule that finds nothing until this is filled in; none where the campaign doesn't look into it. */
function needing(s: CampaignSettings, what: NonNullable<ProblemRule['needs']>): ProblemRule | undefined {
  return campaignOf(s).problemRules.find((rule) => rule.needs === what);
}

function subsistenceWords(s: CampaignSettings): string {
  if (needing(s, 'subsistenceLine') === undefined) return '';
  return s.subsistenceLine === undefined
    ? '低保标准：没填，低于低保标准的查不出来。'
    : `低保标准：人均${s.subsistenceLine.yuan}元（${s.subsistenceLine.year}年）。`;
}

function growthWords(s: CampaignSettings): string {
  const rule = needing(s, 'incomeGrowth');
  if (rule === undefined) return '';
  return s.incomeGrowth === undefined
    ? `农民收入增幅：没填，增幅是否达标（${rule.clauses[0]}）查不出来。`
    : `农民收入增幅：${s.incomeGrowth}%。`;
}

/** Deadlines the county set itself; the campaign's own otherwise. */
function deadlineWords(s: CampaignSettings): string {
  const own = problemCategories.flatMap((category) => {
    const days = s.deadlineDays?.[category];
    return days === undefined ? [] : [`${categoryLabels[category]}${days}天`];
  });
  return own.length === 0 ? '' : `县里定的整改时限：${own.join('、')}。`;
}

/** What one change of the settings does, and how it is told. */
type SettingsPatch = {
  campaign?: Partial<CampaignSettings>;
  schedule?: Partial<PushSettings>;
  told: string;
};

function* change(c: Conversation, words: string): Asking<void> {
  const { calendar } = yield* ask('pushSettings', {});
  const patch = settingChange(words, { settings: c.session.settings, calendar, today: isoDate(c.at) });
  if (patch === undefined) return tellAside(c, '没看懂要改什么。回“设置”看能改的和说法。');
  const { told, ...changes } = patch;
  c.open({ is: 'confirm', what: 'settings/change', payload: { changes: JSON.stringify(changes), told } });
  c.say(`${told}，全县马上生效。确定吗？1.确定 2.不改`);
}

/** How things stand before a change. */
interface Standing {
  settings: CampaignSettings;
  calendar: PushSettings['calendar'];
  /** YYYY-MM-DD. */
  today: string;
}

/** 收入线 6500, 截止 12月31日, 休息 周日: the change it asks for; undefined where it isn't one. */
export function settingChange(
  words: string,
  { settings: s, calendar, today }: Standing,
): SettingsPatch | undefined {
  const [, what = '', value = ''] =
    /^(县名|主送|时限|开始|截止|结束|报告|入户|收入线|低保线|低保标准|增幅|联系人|休息(?:日)?)[\s:：到为是成改]*(.{0,30})$/u.exec(
      words.trim(),
    ) ?? [];
  switch (what) {
    case '截止':
    case '结束': {
      const end = readDay(value, today);
      return end === undefined || end < s.start
        ? undefined
        : { campaign: { end }, told: `排查截止改到${dayInWords(end)}` };
    }
    case '报告': {
      const reportDeadline = readDay(value, today);
      return reportDeadline === undefined
        ? undefined
        : { campaign: { reportDeadline }, told: `自查报告截止改到${dayInWords(reportDeadline)}` };
    }
    case '入户': {
      const householdsBy = readDay(value, today);
      return householdsBy === undefined || householdsBy < s.start || householdsBy > s.end
        ? undefined
        : { campaign: { householdsBy }, told: `入户完成日改为${dayInWords(householdsBy)}` };
    }
    case '低保线':
    case '低保标准': {
      const yuan = wholeNumber(value.replace(/[元块]$/u, ''));
      if (yuan === undefined || yuan < 1000 || yuan > 50_000) return undefined;
      return { campaign: { subsistenceLine: { yuan, year: s.year } }, told: `低保标准记为人均每年${yuan}元` };
    }
    case '收入线': {
      const [sum = '', ...rest] = value.split(/[\s，,]+/u);
      const yuan = wholeNumber(sum.replace(/[元块]$/u, ''));
      const year = Number(/(20\d\d)年?/u.exec(rest.join(' '))?.[1] ?? s.year);
      const source = rest.filter((part) => !/^20\d\d年?$/u.test(part)).join('') || '县里设定';
      if (yuan === undefined || yuan < 1000 || yuan > 50_000) return undefined;
      return {
        campaign: { incomeLine: { yuan, year, source } },
        told: `收入线改为人均${yuan}元（${year}年，${source}）`,
      };
    }
    case '县名':
      return /^\p{Script=Han}{2,12}$/u.test(value)
        ? { campaign: { countyName: value }, told: `县名改为${value}` }
        : undefined;
    case '主送':
      return value.trim().length < 2
        ? undefined
        : { campaign: { addressee: value.trim() }, told: `自查报告主送改为${value.trim()}` };
    case '时限':
      return deadline(s, value);
    case '开始': {
      const start = readDay(value, today);
      return start === undefined || start > s.end
        ? undefined
        : { campaign: { start }, told: `开始日期改到${dayInWords(start)}` };
    }
    case '增幅': {
      const growth = Number(value.replace(/%$/u, ''));
      return value === '' || !Number.isFinite(growth) || Math.abs(growth) > 50
        ? undefined
        : { campaign: { incomeGrowth: growth }, told: `农民收入增幅记为${growth}%` };
    }
    case '联系人':
      return value.trim() === ''
        ? undefined
        : { campaign: { contact: value.trim() }, told: `联系人改为${value.trim()}` };
    default:
      return what === '' ? undefined : restDays(value, calendar);
  }
}

/** 住房 30: days to rectify a problem of a category, by its name or a part of it. */
function deadline(s: CampaignSettings, value: string): SettingsPatch | undefined {
  const [, name = '', number = ''] =
    /^(\p{Script=Han}{2,8}?)[\s:：改为到]*(.{1,4}?)天?$/u.exec(value.trim()) ?? [];
  const days = wholeNumber(number.trim());
  const found = problemCategories.filter((category) => categoryLabels[category].includes(name));
  const [category] = found;
  if (name === '' || found.length !== 1 || category === undefined) return undefined;
  if (days === undefined || days < 1 || days > 365) return undefined;
  return {
    campaign: { deadlineDays: { ...s.deadlineDays, [category]: days } },
    told: `${categoryLabels[category]}问题的整改时限改为${days}天，新发现的问题按这个算`,
  };
}

const weekdays = '日一二三四五六';

function restDays(value: string, calendar: PushSettings['calendar']): SettingsPatch | undefined {
  if (/^(?:没有|无|不休|不休息|取消)$/u.test(value))
    return { schedule: { calendar: { ...calendar, restWeekdays: [] } }, told: '改为没有休息日' };
  const found = [...value.matchAll(/[日天一二三四五六]/gu)].map(([day]) =>
    day === '天' ? 0 : weekdays.indexOf(day),
  );
  if (!/周|星期|礼拜|双休/u.test(value) || (found.length === 0 && !value.includes('双休'))) return undefined;
  const restWeekdays = value.includes('双休') ? [0, 6] : [...new Set(found)].sort((a, b) => a - b);
  const next = { ...calendar, restWeekdays };
  return { schedule: { calendar: next }, told: `休息日改为${restWords({ calendar: next })}` };
}

function restWords({ calendar }: Pick<PushSettings, 'calendar'>): string {
  if (calendar.restWeekdays.length === 0) return '没有';
  return calendar.restWeekdays.map((day) => `周${weekdays.charAt(day)}`).join('、');
}

export const settingsFlow: FlowHandler = {
  flow: 'settings',
  *resume(c, step, data) {
    if (step !== 'change') return false;
    c.open(undefined);
    if (data['agreed'] !== 'yes') {
      c.say('好，没有改。');
      return true;
    }
    const patch = JSON.parse(data['changes'] ?? '{}') as Omit<SettingsPatch, 'told'>;
    if (patch.campaign !== undefined) c.change({ do: 'changeCampaign', campaign: patch.campaign });
    if (patch.schedule !== undefined) c.change({ do: 'changeSchedule', schedule: patch.schedule });
    c.say(`好，${data['told'] ?? ''}。`);
    return true;
  },
};
