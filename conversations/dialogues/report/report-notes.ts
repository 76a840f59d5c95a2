import { rolesFor } from '../../access/policy.ts';
import { dayInWords, isoDate, readDay } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { activityLabels, readActivity } from '../../reports/activity.ts';

const parts: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 1: 1, 2: 2, 3: 3 };
const partTitles = (c: Conversation) => [
  `${campaignOf(c.session.settings).texts.short}开展情况`,
  '问题及整改落实情况',
  '下一步工作安排',
];
const longest = 1000;

interface NoteSaid {
  part: number | undefined;
  words: string;
}

/** 报告补充 二 …: a paragraph of one's own under one of the report's three parts; 报告补充 二 删除 takes it off. */
const noteSaid = phrased(
  ['自查? 报告补充 第? <part> 部分? <rest>?', '自查? 报告补充 <rest>?'],
  ({ part = '', rest = '' }): NoteSaid => ({ part: parts[part.normalize('NFKC')], words: rest }),
);

function* note(c: Conversation, { part, words }: NoteSaid): Asking<void> {
  if (part === undefined || words === '')
    return c.say(
      `补到哪一部分、写什么？如“报告补充 二 针对饮水问题，已列入明年供水工程。”（${partTitles(c)
        .map((t, i) => `${i + 1}.${t}`)
        .join(' ')}）重出报告时会保留；“报告补充 二 删除”去掉。`,
    );
  if (words.length > longest) return c.say(`太长了，一部分最多${longest}字。`);
  const dropped = /^(?:删除|去掉|不要了)$/u.test(words);
  c.change({ do: 'noteReport', unit: c.speaker.unit, part, words: dropped ? null : words });
  c.say(
    dropped
      ? `“${partTitles(c)[part - 1]}”的补充说明去掉了。`
      : `已补进“${partTitles(c)[part - 1]}”，重出报告时保留。回“报告”看。`,
  );
}

/** 动员 培训 2期 120人 12月3日: what was held to mobilise and train people, for the report. */
function* mobilise(c: Conversation, words: string): Asking<void> {
  const today = isoDate(c.at);
  // Said of a day gone by: read as the next one from the month before the campaign began.
  const from = `${c.session.settings.start.slice(0, 7)}-01`;
  const day = words
    .split(/[\s，,、。]+/u)
    .map((w) => readDay(w, /^[今昨明后]/u.test(w) ? today : from))
    .find((d) => d !== undefined);
  const held = readActivity(words);
  if (held === undefined)
    return c.say('开了什么会、培训了几期多少人？如“动员 动员会 1次 12月3日”“动员 培训 2期 120人 12月5日”。');
  const on = day ?? today;
  if (on > today) return c.say(`${dayInWords(on)}还没到，开过了再记。`);
  c.change({
    do: 'holdActivity',
    activity: { id: c.freshId(), unit: c.speaker.unit, on, ...held, words: words.slice(0, 200) },
  });
  const people = held.people === null ? '' : `，${held.people}人`;
  c.say(
    `已登记：${dayInWords(on)}${activityLabels[held.kind]}${held.times}${held.kind === 'training' ? '期' : '次'}${people}。写进自查报告。`,
  );
}

const editors = rolesFor('closeProblem');

/** What people add to their unit's report: paragraphs, and what was held to mobilise and train. */
export const reportNoteCommands: readonly Command[] = [
  command<NoteSaid>({ name: 'noteReport', inRoom: 'private', roles: editors, match: noteSaid, run: note }),
  command<string>({
    name: 'holdActivity',
    roles: ['villageCadre', ...editors],
    match: phrased(['动员|登记培训|动员培训', '动员|登记培训|动员培训 _ <rest>'], ({ rest = '' }) =>
      rest.slice(0, 200),
    ),
    run: mobilise,
  }),
];
