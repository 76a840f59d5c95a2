import { allows } from '../../access/policy.ts';
import { addDays, isoDate } from '../../calendar/days.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Receipt } from '../../pushes/needs.ts';
import { tellAside } from '../progress/lists.ts';
import { unitSaid } from '../progress/unit-said.ts';

const days = 7;

export const receiptCommands: readonly Command[] = [
  command<string>({
    name: 'receipt',
    match: phrased(['减负 账|帐|账单|情况? <place>?'], ({ place }) => place ?? ''),
    run: receipt,
  }),
  command<boolean>({
    name: 'mute',
    inRoom: 'open',
    match: phrased(
      [
        '免打扰|关闭提醒|静音',
        '别|不要 提醒 我? 了?',
        '别 再? 发提醒 了?',
        '恢复提醒|取消免打扰|打开提醒|开启提醒|继续提醒',
      ],
      (_, text) => !/^(?:恢复|取消|打开|开启|继续)/u.test(text.trim()),
    ),
    *run(c, muted) {
      c.change({ do: 'mute', muted });
      tellAside(
        c,
        muted
          ? '好，以后只在到期的时候提醒您，其余的不发了。想恢复回“恢复提醒”。'
          : '好，恢复每天早上的提醒。',
      );
    },
  }),
];

function* receipt(c: Conversation, words: string): Asking<void> {
  const today = isoDate(c.at);
  const from = addDays(today, 1 - days);
  const { budget } = yield* ask('pushSettings', {});
  const stands = allows(c.speaker, 'receipt', { unit: c.speaker.unit, kind: c.speaker.unitKind });
  if (words === '我' || words === '我的' || (words === '' && !stands)) {
    const own = yield* ask('receipt', { own: true, from, today });
    return tellAside(c, ownReceipt(own, budget.person));
  }
  const about = yield* unitSaid(c, words, 'receipt', '减负账');
  if (about.is === 'told') return;
  if (about.is === 'own')
    return tellAside(c, ownReceipt(yield* ask('receipt', { own: true, from, today }), budget.person));
  const facts = yield* ask('receipt', { own: false, unit: about.unit.code, from, today });
  tellAside(c, unitReceipt(about.unit.name, facts, budget));
}

function ownReceipt(r: Receipt, budget: number): string {
  const sent =
    r.pushes === 0
      ? `近${days}天没有主动给您发过消息`
      : `近${days}天主动给您发了${r.pushes}条，最多一天${r.most}条（上限${budget}条）`;
  return `减负账：${sent}。${savedWords(r, '您')}`;
}

function unitReceipt(name: string, r: Receipt, budget: { room: number; person: number }): string {
  const perDay = r.people === 0 ? '0' : oneDecimal(r.pushes / r.people / days);
  return [
    `${name}减负账（近${days}天）：`,
    `私聊提醒${r.pushes}条，${r.people}人，人均每天${perDay}条，最多一天${r.most}条（上限${budget.person}条）。`,
    `群里${r.roomPushes}条，${r.rooms}个群，最多一天${r.roomMost}条（上限${budget.room}条）。${r.withheld > 0 ? `因免打扰和上限没发${r.withheld}条。` : ''}`,
    savedWords(r, '排查员'),
  ].join('\n');
}

function savedWords(r: Receipt, whom: string): string {
  const asked = r.confirmed === 0 ? '' : `名册上已有、${whom}只点了头没再问的${r.confirmed}项；`;
  const tables = [
    `台账${r.visits}户`,
    r.problems > 0 ? `问题台账${r.problems}条` : '',
    r.digestDays > 0 ? `日报${r.digestDays}天` : '',
  ];
  return `省下的：${asked}${tables.filter((t) => t !== '').join('、')}都自动汇总，没另填表。`;
}

function oneDecimal(n: number): string {
  return (Math.round(n * 10) / 10).toString();
}
