import { dayInWords } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { dutiesOf } from '../../self-check/respondents.ts';
import { selfCheckStanding } from '../self-check/standing.ts';

/** A report or self-check as units file it. */
interface PaperUnit {
  unit: UnitCode;
  name: string;
  filed: boolean;
  /** Parts of a self-check that are handed in, of how many. */
  parts?: readonly [done: number, all: number];
}

type Paper = 'reports' | 'selfChecks';
export type PaperLevel = 'township' | 'department' | 'village';

const most = 24;
const papers: Readonly<Record<Paper, string>> = { reports: '自查报告', selfChecks: '单位自查' };
const levels: Readonly<Record<PaperLevel, string>> = {
  township: '个乡镇',
  department: '个部门',
  village: '个村',
};

/** Which paper a sentence speaks of; 谁还没交 is the report. */
export function paperSaid({ ideas }: InquirySaid): Paper | undefined {
  if (ideas.has('report')) return 'reports';
  if (ideas.has('selfCheck') || ideas.has('unitSelfCheck')) return 'selfChecks';
  return ideas.has('submit') || ideas.has('departments') ? 'reports' : undefined;
}

/** Whose papers: townships', departments' or villages'. */
export function levelSaid({ units, by, ideas }: InquirySaid): PaperLevel | undefined {
  const level = units?.level ?? by;
  if (ideas.has('departments')) return level === 'township' ? undefined : 'department';
  return level === 'township' || level === 'village' ? level : undefined;
}

/** All units of the speaker's sight that file a paper, with who has. */
export function* paperUnits(c: Conversation, paper: Paper, level?: PaperLevel): Asking<PaperUnit[]> {
  const fits = ({ kind }: { kind: string }) => level === undefined || kind === level;
  if (paper === 'reports') {
    const units = yield* ask('reportUnits', {});
    return units
      .filter(fits)
      .map(({ unit, unitName, filedAt }) => ({ unit, name: unitName, filed: filedAt !== null }));
  }
  const of = c.speaker.unitKind === 'township' ? 'villages' : 'units';
  const campaign = campaignOf(c.session.settings);
  return (yield* ask('sheetProgress', { of })).filter(fits).map(({ unit, unitName, kind, areas }) => {
    const done = areas.filter((a) => a.status === 'submitted').length;
    const all = dutiesOf(campaign, { kind, name: unitName }).length;
    return { unit: unit as UnitCode, name: unitName, filed: done >= all, parts: [done, all] };
  });
}

/** Is it those that filed who are asked for? 交了的有哪些; without a word it is those that did not. */
const asksFiled = (text: string, { want }: InquirySaid): boolean =>
  want === 'list' && /[交报填做](?:了|完|好|齐)的/u.test(text) && !/[没未差]/u.test(text);

const villagesFileNone =
  '自查报告由乡镇和牵头部门交，村里不用交。各村的单位自查回“自查”看，各单位的报告由县里和乡镇看。';

/** 各部门自查表交了几家, 哪些单位报告还没交: how many filed, and who did not. */
export function* papersTold(c: Conversation, said: InquirySaid): Asking<string> {
  const paper = paperSaid(said) ?? 'reports';
  const level = levelSaid(said);
  if (level === 'village' && paper === 'reports') return villagesFileNone;
  const units = yield* paperUnits(c, paper, level);
  c.remember({ query: 'papers', args: { paper, ...(level === undefined ? {} : { level }) }, offset: 0 });
  const what = papers[paper];
  const whose = level === undefined ? '个单位' : levels[level];
  if (units.length === 0)
    return `${what}：${c.speaker.unitName}这里看不到${whose.slice(1)}的。村里的由乡镇看，各部门、各乡镇的由县里看。`;
  const filed = units.filter((u) => u.filed);
  const left = units.filter((u) => !u.filed);
  if (left.length === 0) return `${units.length}${whose}的${what}都交了。`;
  const head = `${what}${dayInWords(c.session.settings.reportDeadline)}截止，${level === undefined ? '' : `${units.length}${whose}，`}已交${filed.length}/${units.length}`;
  const [shown, label] = asksFiled(c.text, said) ? [filed, '已交的'] : [left, '还没交的'];
  if (shown.length === 0) return `${head}。`;
  const names = shown
    .slice(0, most)
    .map((u) => `${u.name}${u.filed || u.parts === undefined ? '' : u.parts.join('/')}`);
  return `${head}。${label}：${names.join('、')}${shown.length > most ? `等${shown.length}个` : ''}。`;
}

const asksUnits = (said: InquirySaid): boolean =>
  levelSaid(said) !== undefined || said.want !== undefined || /谁|单位/u.test(said.said);

/** 自查填完了没 of one's own unit; 各村自查交了几家 of those below it. */
export function* selfChecksTold(c: Conversation, said: InquirySaid): Asking<string> {
  return asksUnits(said) && c.speaker.unitKind !== 'village' && c.speaker.unitKind !== 'department'
    ? yield* papersTold(c, said)
    : yield* selfCheckStanding(c);
}
