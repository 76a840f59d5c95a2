import { allows, rolesFor } from '../../access/policy.ts';
import { dayInWords, daysBetween, isoDate, readDay } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, type FlowHandler, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { whenInWords } from '../../problems/moves.ts';
import { besideBase, sayShare } from '../../progress/definitions.ts';
import type { ReportBrief } from '../../reports/needs.ts';

const roles = rolesFor('report');

/** Who files for his unit; who signs reads it. */
const filers = ['townshipCadre', 'departmentOfficer', 'countyOffice'] as const;

interface ReportSaid {
  what: 'show' | 'attachments' | 'file';
  unit: string;
  asOf: string;
  /** With the red letterhead, the signer's place and the imprint. */
  redHead: boolean;
}

const filing = /报送|上交|提交/u;
const isRedHead = /^(?:带)?红头(?:文件)?$/u;

/** 报告, 自查报告 龙城镇, 报告 附件, 报送报告, 报告 12月26日: what is wanted, of which unit, up to which day. */
function showing(of: string): ReportSaid | undefined {
  const all = of.split(' ').filter((w) => w !== '');
  if (all.length > 3) return undefined;
  const words = all.filter((w) => !isRedHead.test(w));
  const attachments = words.some((w) => /^(?:附件|全套|台账|和附件)$/u.test(w));
  const day = words.find((w) => /\d.*[日号]|\d[-./]\d|^[今昨]天$/u.test(w)) ?? '';
  const unit = words.find((w) => w !== day && !/^(?:附件|全套|台账|和附件)$/u.test(w)) ?? '';
  return { what: attachments ? 'attachments' : 'show', unit, asOf: day, redHead: words.length < all.length };
}

const reportSaid = phrased(
  [
    '报送|上交|提交 自查? 报告 <asof:word>?',
    '自查? 报告 报送|上交 <asof:word>?',
    '自查? 报告',
    '自查? 报告 _ <words>',
  ],
  ({ asof, words = '' }, text): ReportSaid | undefined =>
    filing.test(text)
      ? { what: 'file', unit: '', asOf: asof ?? '', redHead: false }
      : showing(words.normalize('NFKC').replace(/\s+/gu, ' ')),
);

/** The cut-off a person means: a day up to today; today when nothing is said. */
function cutOff(c: Conversation, said: string): string | undefined {
  const today = isoDate(c.at);
  if (said === '') return today;
  if (/^昨[天日]$/u.test(said)) return isoDate(c.at - 86_400_000);
  // Days are read as the next ones; a cut-off lies behind, so the reading starts at the campaign's first day.
  const day = readDay(said, c.session.settings.start);
  return day === undefined || day > today ? undefined : day;
}

function* report(c: Conversation, said: ReportSaid): Asking<void> {
  const asOf = cutOff(c, said.asOf);
  if (asOf === undefined) return c.say('截止日没看懂，或者还没到。如“报告 12月26日”，不说就算到今天。');
  const unit = yield* unitMeant(c, said.unit);
  if (unit === undefined) return;
  const brief = yield* ask('reportBrief', { unit, asOf });
  if (brief === null) return c.say('自查报告由乡镇、牵头单位和县里出，您的单位不用报。');
  if (said.what === 'file') return confirmFiling(c, brief, asOf);
  const withAll = said.what === 'attachments';
  const name = `${brief.unitName}${campaignOf(c.session.settings).texts.short}自查报告（截至${dayInWords(asOf)}）`;
  c.say(`${summary(brief, asOf)}\n${filedLine(c, brief)}`, {
    document: {
      kind: 'selfReport',
      args: {
        unit,
        asOf,
        at: String(c.at),
        with: withAll ? 'attachments' : '',
        head: said.redHead ? 'red' : '',
      },
      fileName: `${name}${withAll ? '.zip' : '.docx'}`,
    },
  });
}

/** The speaker's own unit, or one named within his reach. */
function* unitMeant(c: Conversation, words: string): Asking<ReportBrief['unit'] | undefined> {
  if (words === '') return c.speaker.unit;
  const [found] = (yield* ask('unitsNamed', { words })).filter((u) => u.kind !== 'village');
  if (found === undefined) {
    c.say(`没有叫“${words.slice(0, 12)}”的乡镇或单位。`);
    return undefined;
  }
  if (allows(c.speaker, 'report', { unit: found.code, kind: found.kind })) return found.code;
  c.say(`${found.name}的报告不在您的范围内。`);
  return undefined;
}

/** 截至12月26日：应排查…: what the document says, in three short lines. */
function summary(b: ReportBrief, asOf: string): string {
  const visits =
    b.households === 0
      ? ''
      : `应排查${b.households}户，已排查${b.visited}户（${sayShare(b.visited, b.households)}）${besideBase(b)}；`;
  const problems =
    b.problems === 0
      ? '没有发现问题'
      : `问题${b.problems}个，已销号${b.closed}个（${sayShare(b.closed, b.problems)}），逾期${b.overdue}个`;
  return `${b.unitName}自查报告，截至${dayInWords(asOf)}：${visits}${problems}；自查${b.sheetsSubmitted}/${b.sheetsDue}项。`;
}

function filedLine(c: Conversation, b: ReportBrief): string {
  if (b.filed !== null)
    return `已于${whenInWords(b.filed.at)}由${b.filed.byName}报送${b.filed.sent ? '，邮件已发出' : ''}；数字变了可以再报。`;
  const left = daysBetween(isoDate(c.at), c.session.settings.reportDeadline);
  const due =
    left < 0
      ? `已超期${-left}天`
      : left === 0
        ? '今天截止'
        : `${dayInWords(c.session.settings.reportDeadline)}截止`;
  return `文件随后发来，连附件要回“报告 附件”，带红头要回“报告 红头”，自己加一段回“报告补充”。核对好回“报送报告”（${due}）。`;
}

function confirmFiling(c: Conversation, b: ReportBrief, asOf: string): void {
  if (b.unit !== c.speaker.unit) return c.say('报告由本单位的同志报送。');
  if (!filers.some((role) => c.speaker.roles.includes(role)))
    return c.say('报送由经办的同志来办，您看过、改过让他们报。');
  c.open({ is: 'confirm', what: 'report/file', payload: { asOf } });
  c.say(
    `${summary(b, asOf)}\n确认报送？将记录报送人和时间${b.filed === null ? '' : '（之前报过，这次是更新）'}。\n1.确认 2.暂不`,
  );
}

/** 1 after 报送报告: filed, with who and when. */
export const reportFlow: FlowHandler = {
  flow: 'report',
  *resume(c, step, data) {
    if (step !== 'file') return false;
    c.open(undefined);
    if (data['agreed'] !== 'yes') {
      c.say('好，先不报。改好了再回“报送报告”。');
      return true;
    }
    const asOf = data['asOf'] ?? isoDate(c.at);
    const brief = yield* ask('reportBrief', { unit: c.speaker.unit, asOf });
    if (brief === null) return false;
    const id = c.freshId();
    c.change({ do: 'fileReport', report: { id, unit: c.speaker.unit, asOf } });
    c.say(
      `${brief.unitName}自查报告已报送（${c.speaker.name}，${whenInWords(c.at)}，数据截至${dayInWords(asOf)}）。存底随后发来。`,
      {
        document: {
          kind: 'selfReport',
          args: { unit: c.speaker.unit, asOf, at: String(c.at), report: id, with: 'attachments' },
          fileName: `${brief.unitName}${campaignOf(c.session.settings).texts.short}自查报告（截至${dayInWords(asOf)}）.zip`,
        },
      },
    );
    return true;
  },
};

/** 报告情况: who has filed and who hasn't, in the register's order. */
function* filings(c: Conversation): Asking<void> {
  const units = yield* ask('reportUnits', {});
  const left = units.filter((u) => u.filedAt === null);
  const done = units.length - left.length;
  const due = dayInWords(c.session.settings.reportDeadline);
  if (left.length === 0) return c.say(`${units.length}个单位的自查报告都报了。`);
  c.say(
    `自查报告${due}截止，已报${done}/${units.length}。还没报：${left
      .slice(0, 20)
      .map((u) => u.unitName)
      .join('、')}${left.length > 20 ? `等${left.length}个` : ''}。`,
  );
}

/** The self-inspection report: made, with its attachments, and filed. */
export const reportCommands: readonly Command[] = [
  command<true>({
    name: 'reportFilings',
    roles,
    match: phrased(['自查? 报告 情况|进度|报送情况']),
    run: (c) => filings(c),
  }),
  command<ReportSaid>({ name: 'report', inRoom: 'private', roles, match: reportSaid, run: report }),
];
