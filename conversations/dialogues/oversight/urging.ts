import { allows, rolesFor } from '../../access/policy.ts';
import { addDays, dayInWords, fullDayInWords, isoDate, readDay } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, type FlowHandler, onNumber, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { tracedLines } from '../../oversight/tracing.ts';
import { delayLines, orderWords } from '../../oversight/urging.ts';

/** Days a unit has to answer where none is said. */
const usualDays = 3;

interface UrgeSaid {
  unit: string;
  day: string;
}

/** 督办 龙城镇 12月20日: what would be written, to be confirmed. */
function* urge(c: Conversation, said: UrgeSaid): Asking<void> {
  const today = isoDate(c.at);
  const [found] = (yield* ask('unitsNamed', { words: said.unit })).filter((u) => u.kind !== 'county');
  if (found === undefined)
    return c.say(`没有叫“${said.unit.slice(0, 12)}”的单位。如“督办 龙城镇 12月20日”。`);
  if (!allows(c.speaker, 'urge', { unit: found.code, kind: found.kind }))
    return c.say(`${found.name}不在您的督办范围内。`);
  const replyBy = said.day === '' ? addDays(today, usualDays) : readDay(said.day, today);
  if (replyBy === undefined || replyBy < today)
    return c.say(`“${said.day}”没看懂，或者已经过了。如“督办 ${found.name} 12月20日”。`);
  const delays = yield* ask('delays', { unit: found.code, today });
  const lines = delays === null ? [] : delayLines(delays);
  if (lines.length === 0) return c.say(`${found.name}没有逾期、超时限的事项，不用督办。`);
  c.open({ is: 'confirm', what: 'urging/send', payload: { unit: found.code, replyBy } });
  c.say(`督办单（${found.name}）：\n${orderWords(lines, replyBy)}\n下发吗？\n1.下发 2.不发`);
}

function* send(c: Conversation, unit: UnitCode, replyBy: string): Asking<void> {
  const today = isoDate(c.at);
  const delays = yield* ask('delays', { unit, today });
  const lines = delays === null ? [] : delayLines(delays);
  if (delays === null || lines.length === 0) return c.say('事项刚办完了，不用督办。');
  const words = orderWords(lines, replyBy);
  const no = delays.nextNo;
  c.change({ do: 'urge', order: { id: c.freshId(), unit, words, replyBy } });
  for (const head of delays.heads)
    c.change({
      do: 'push',
      key: `urging:${no}:${head}`,
      to: { staff: head },
      kind: 'reminder',
      text: `督办单第${no}号：\n${words}\n办完回“督办回复 ${no} 办理情况”。`,
    });
  c.say(
    `督办单第${no}号已发给${delays.unitName}${delays.heads.length === 0 ? '（名册里没有负责人，请另行送达）' : `负责人${delays.heads.length}人`}，${dayInWords(replyBy)}前回复。`,
    {
      document: {
        kind: 'urgingOrder',
        args: {
          no: String(no),
          unit: delays.unitName,
          words,
          date: fullDayInWords(today),
          year: today.slice(0, 4),
          office: `${c.session.settings.countyName}${campaignOf(c.session.settings).texts.command}办公室`,
        },
        fileName: `督办单第${no}号（${delays.unitName}）.docx`,
      },
    },
  );
}

function* orders(c: Conversation): Asking<void> {
  const all = c.speaker.unitKind === 'county';
  const found = yield* ask('urgingOrders', { of: all ? 'all' : 'own' });
  if (found.length === 0)
    return c.say(all ? '还没有发过督办单。发一张回“督办 单位名 回复日期”。' : '没有发给您单位的督办单。');
  const waiting = found.filter((o) => o.answer === null);
  const lines = found
    .slice(0, 8)
    .map(
      (o) =>
        `${o.no}号${all ? `（${o.unitName}）` : ''}：${o.answer === null ? `${dayInWords(o.replyBy)}前回复${o.replyBy < isoDate(c.at) ? '，已逾期' : ''}` : `已回复“${o.answer.slice(0, 30)}”`}`,
    );
  const first = waiting[0];
  const how = first === undefined || all ? '' : `\n${first.words}\n回“督办回复 ${first.no} 办理情况”。`;
  c.say(`督办单${found.length}张，未回复${waiting.length}张：\n${lines.join('\n')}${how}`);
}

function* answer(c: Conversation, { no, words }: { no: number; words: string }): Asking<void> {
  const order = (yield* ask('urgingOrders', { of: 'own' })).find((o) => o.no === no);
  if (order === undefined) return c.say(`没有发给您单位的${no}号督办单。回“督办单”看。`);
  if (order.answer !== null) return c.say(`${no}号督办单已经回复过：${order.answer.slice(0, 60)}`);
  if (words.length < 6) return c.say('请说清办理情况：查明什么原因、办了什么、还剩什么、哪天办完。');
  c.change({ do: 'answerUrging', unit: c.speaker.unit, no, words: words.slice(0, 500) });
  c.say(`${no}号督办单已回复。`);
}

function* trace(c: Conversation): Asking<void> {
  const lines = tracedLines(yield* ask('traced', { today: isoDate(c.at) }));
  c.say(
    lines.length === 0
      ? '没有逾期、销号后重开、抽查不符的，倒追清单是空的。'
      : `责任倒追清单（只列事实，原因由单位说明）：\n${lines.join('\n')}\n要书面督办，回“督办 单位名”。`,
  );
}

const roles = rolesFor('urge');
const answering = rolesFor('selfCheck');

/** Written orders to hurry, and whose delays are to be traced. */
export const urgingCommands: readonly Command[] = [
  command<true>({
    name: 'urgingOrders',
    inRoom: 'private',
    roles: [...new Set([...roles, ...answering])],
    match: phrased(['督办 单|情况|清单?']),
    run: (c) => orders(c),
  }),
  command<{ no: number; words: string }>({
    name: 'answerUrging',
    inRoom: 'private',
    roles: answering,
    match: phrased(['督办回复 <no> <rest>?'], (slots) => {
      const { no, rest } = onNumber(slots);
      return { no, words: rest.slice(0, 600) };
    }),
    run: answer,
  }),
  command<UrgeSaid>({
    name: 'urge',
    inRoom: 'private',
    roles,
    match: phrased(
      ['督办 <unit>', '督办 <unit> _ <day:word> 之前|以前|前? 回复|答复?'],
      ({ unit = '', day = '' }): UrgeSaid | undefined =>
        /^(?:单|回复|情况|清单)/u.test(unit) ? undefined : { unit, day },
    ),
    run: urge,
  }),
  command<true>({
    name: 'traceDelays',
    inRoom: 'private',
    roles,
    match: phrased(['责任? 倒追 清单|责任?']),
    run: (c) => trace(c),
  }),
];

/** 1 after 督办: the order goes out. */
export const urgingFlow: FlowHandler = {
  flow: 'urging',
  *resume(c, step, data) {
    if (step !== 'send') return false;
    const said = c.text.normalize('NFKC');
    c.open(undefined);
    if (/^(?:1|下发|发|确认|对|好)[.。]?$/u.test(said)) {
      yield* send(c, data['unit'] as UnitCode, data['replyBy'] ?? isoDate(c.at));
      return true;
    }
    if (!/^(?:2|不发|不用|先不|算了)[.。]?$/u.test(said)) return false;
    c.say('好，没有下发。');
    return true;
  },
};
