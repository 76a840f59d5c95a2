import { rolesFor } from '../../access/policy.ts';
import { dayInWords, daysBetween, isoDate } from '../../calendar/days.ts';
import { workingDays } from '../../calendar/workdays.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { remaining } from '../../progress/definitions.ts';
import { sayForecast } from '../../progress/forecast.ts';
import { standing } from '../../progress/overview.ts';
import { total } from '../../progress/rollup.ts';
import { courseOf } from '../progress/show-progress.ts';
import { unitSaid } from '../progress/unit-said.ts';
import { selfCheckStanding } from '../self-check/standing.ts';
import { periodMeant } from './days-meant.ts';
import type { SpokenMatter } from './matter.ts';
import { paperSaid, papersTold, selfChecksTold } from './papers.ts';
import { oneNamed } from './resolve.ts';

/** 还有5天, 今天, 已过2天: how far off a day is. */
function away(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return '就是今天';
  return days > 0 ? `还有${days}天` : `已过${-days}天`;
}

function* endOfInspection(c: Conversation): Asking<string> {
  const course = yield* courseOf(c);
  const { reportDeadline } = c.session.settings;
  const working = workingDays(course.date, course.end, course.calendar);
  const days = daysBetween(course.date, course.end);
  const left =
    days < 0
      ? `已过${-days}天`
      : days === 0
        ? '今天就是最后一天'
        : `还有${days}天（${working}个工作日，连今天）`;
  return `入户排查到${dayInWords(course.end)}截止，${left}。自查报告${dayInWords(reportDeadline)}前交（${away(course.date, reportDeadline)}）。`;
}

function* reportDue(c: Conversation, said: InquirySaid): Asking<string> {
  if (said.units?.level === 'village') return yield* papersTold(c, said);
  const { reportDeadline } = c.session.settings;
  const today = isoDate(c.at);
  const due = `自查报告${dayInWords(reportDeadline)}前交，${away(today, reportDeadline)}`;
  const files = c.speaker.roles.some((role) => rolesFor('report').includes(role));
  if (files)
    return `${due}。各乡镇和牵头单位交，回“报告”看草稿，核对好回“报送报告”，回“报告情况”看谁还没交。`;
  return said.ideas.has('submit') && !said.ideas.has('when')
    ? `${due}。谁交了谁没交，由乡镇、牵头部门和县里看，请问乡镇包村干部。`
    : `${due}，由乡镇和牵头部门交，您这里不用交；您管好名下的户就行，回“进度”看还剩几户。`;
}

/** 照这速度31号完得了吗: the forecast of the unit, or of what the helper looks after. */
export function* forecastSaid(c: Conversation, said: InquirySaid): Asking<string> {
  const usual = yield* courseOf(c);
  const target = said.period?.is === 'date' ? periodMeant(c, said.period, true)?.to : undefined;
  const course = { ...usual, end: target ?? usual.end };
  const helper = c.session.chat.kind === 'private' && c.speaker.roles.every((role) => role === 'helper');
  const own =
    helper && said.here !== true && said.place === undefined
      ? yield* ask('countOwn', { today: course.date })
      : null;
  if (own !== null) {
    const s = standing(own.counts, own.days, course);
    return `您名下${own.counts.total}户，已查${own.counts.visited}户，还剩${remaining(own.counts)}户。${sayForecast(s.forecast, course.end)}${needs(s.needed, remaining(own.counts))}`;
  }
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return '';
  const about = yield* unitSaid(c, named?.code ?? '', 'progress', '进度');
  if (about.is !== 'unit')
    return about.is === 'told'
      ? ''
      : '问题什么时候销完我不预测：要看整改和复核。回“问题”看还剩哪些，“整改完成率”看销了多少。';
  const facts = total(yield* ask('countProgress', { unit: about.unit.code, today: course.date }));
  const s = standing(facts.counts, facts.days, course);
  return `${about.unit.name}：已查${facts.counts.visited}/${facts.counts.total}户，还剩${remaining(facts.counts)}户。${sayForecast(s.forecast, course.end)}${needs(s.needed, remaining(facts.counts))}`;
}

const needs = (perDay: number, left: number): string =>
  left > 0 ? `；要按时完，每个工作日得${perDay}户。` : '。';

/** 我该交什么: what the speaker's unit files, by when, and with which words. */
function* dutiesSaid(c: Conversation): Asking<string> {
  const files = c.speaker.roles.some((role) => rolesFor('report').includes(role));
  const checks = c.speaker.roles.some((role) => rolesFor('selfCheck').includes(role));
  const { reportDeadline } = c.session.settings;
  if (!files && !checks) return '您不用交报告和表：把名下的户排查完、如实记好就行。回“排查”接着来。';
  const due = `${dayInWords(reportDeadline)}前（${away(isoDate(c.at), reportDeadline)}）`;
  const report = files ? `自查报告：${due}交，回“报告”看草稿，核对好回“报送报告”。` : '';
  const own = checks ? `单位自查：${due}做完。${yield* selfCheckStanding(c)}` : '';
  return [report, own].filter((line) => line !== '').join('\n');
}

/** What is asked of dates: when something ends, whether it will be done, who has handed in. */
export const dateMatters: readonly SpokenMatter[] = [
  { name: 'duties', all: [['duty']], say: dutiesSaid },
  {
    name: 'filings',
    all: [['report', 'selfCheck', 'submit'], ['submit']],
    not: ['when'],
    when: (said, c) =>
      paperSaid(said) === 'reports' &&
      (said.ideas.has('report') ||
        (said.of !== 'leads' && said.of !== 'problems' && said.where.length === 0)) &&
      c.speaker.roles.some((role) => rolesFor('report').includes(role)),
    say: papersTold,
  },
  {
    name: 'filed',
    all: [['report']],
    not: ['when', 'end', 'how', 'sign', 'meaning'],
    when: (said, c) => said.asks && c.speaker.roles.some((role) => rolesFor('report').includes(role)),
    say: papersTold,
  },
  {
    name: 'selfCheckDone',
    all: [['unitSelfCheck', 'selfCheck']],
    not: ['when', 'end', 'how', 'report', 'meaning'],
    when: (said, c) =>
      (said.asks || said.ideas.has('submit')) &&
      !/问题|发现|查出/u.test(said.said) &&
      c.speaker.roles.some((role) => rolesFor('selfCheck').concat('leader').includes(role)),
    say: selfChecksTold,
  },
  { name: 'reportDue', all: [['report'], ['when', 'submit', 'end']], say: reportDue },
  {
    name: 'selfCheckDue',
    all: [['selfCheck'], ['when', 'end']],
    say: (c) => {
      const { reportDeadline } = c.session.settings;
      return `单位自查跟自查报告一起，${dayInWords(reportDeadline)}前做完（${away(isoDate(c.at), reportDeadline)}）。回“自查”看还差哪几项；村里、乡镇和牵头部门各做各的。`;
    },
  },
  { name: 'forecast', all: [['finish', 'pace']], say: forecastSaid },
  { name: 'end', all: [['end'], ['when']], say: endOfInspection },
  {
    name: 'endAlone',
    all: [['end']],
    when: (said) => said.asks && said.where.length === 0 && said.of === undefined,
    say: endOfInspection,
  },
  {
    name: 'daysLeft',
    all: [['when']],
    when: (said) => said.where.length === 0 && said.of === undefined && said.unread.length === 0,
    say: endOfInspection,
  },
];
