import { staffId } from '../../engine/ids.ts';
import type { Role } from '../../engine/session.ts';
import { type Command, command } from '../command.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask, type StaffBrief } from '../needs.ts';
import { codeDays, codeFrom, normalCode } from './code.ts';

const mayHandOut: readonly Role[] = ['townshipCadre', 'countyOffice', 'admin'];
const mayBindRoom: readonly Role[] = ['villageCadre', 'townshipCadre', 'countyOffice', 'admin'];
const most = 20;

/** Handing out and taking back binding codes, binding a group, leaving. */
export const bindingCommands: readonly Command[] = [
  command<string>({
    name: 'issueCodes',
    roles: mayHandOut,
    match: (text) => /^(?:发码|发绑定码|绑定码)\s*(\S{1,20})$/u.exec(text)?.[1],
    run: issueCodes,
  }),
  command<string>({
    name: 'revokeCodes',
    roles: mayHandOut,
    match: (text) => /^(?:作废|收回)(?:绑定)?码?\s*(\S{1,20})$/u.exec(text)?.[1],
    run: revokeCodes,
  }),
  command<string>({
    name: 'bindRoom',
    roles: mayBindRoom,
    match: (text) => /^绑定本群\s*(\S{0,20})$/u.exec(text)?.[1],
    run: bindRoom,
  }),
  command<true>({
    name: 'leave',
    match: (text) => (/^(?:解绑|解除绑定|取消绑定)$/u.test(text) ? true : undefined),
    *run(c) {
      c.change({ do: 'unbindAccount' });
      c.open(undefined);
      c.say('已解除绑定，这个号不再是您的身份了，排查过的都在。要再用，找乡镇重新要绑定码。');
    },
  }),
  command<true>({
    name: 'whoAmI',
    match: (text) => (/^我是谁[?？]?$/u.test(text) ? true : undefined),
    *run(c) {
      c.say(`您是${c.speaker.name}（${c.speaker.unitName}）。`);
    },
  }),
  command<string>({
    name: 'alreadyBound',
    match: (text) => /^绑定[\s:：]*([A-Za-z0-9][A-Za-z0-9\s-]{4,14})$/iu.exec(text.normalize('NFKC'))?.[1],
    run: rebind,
  }),
];

function* issueCodes(c: Conversation, words: string): Asking<void> {
  if (c.inRoom) return c.say('绑定码要保密，请私聊我发。');
  const found = yield* ask('staffToBind', { words, limit: most + 1 });
  const open = found.filter((s) => !s.bound || found.length === 1);
  if (open.length === 0)
    return c.say(
      found.length === 0
        ? `没找到“${words}”。说姓名或单位名。`
        : '这些人都已经绑定了。要换号，请说单个人的姓名。',
    );
  const lines = open.slice(0, most).map((s) => `${s.name}（${s.unitName}） ${issue(c, s)}`);
  const more = open.length > most ? '\n人多，先发这些；其余用网页或 ruhu codes 打印。' : '';
  c.say(`绑定码（${codeDays}天内有效，一人一码）：\n${lines.join('\n')}${more}\n让本人私聊我发“绑定 码”。`);
}

function issue(c: Conversation, to: StaffBrief): string {
  const code = codeFrom(c.outside.hashOf(`code:${c.freshId()}:${to.id}`));
  c.change({
    do: 'issueCode',
    codeHash: c.outside.hashOf(normalCode(code)),
    staffId: staffId.parse(to.id),
    expiresAt: c.at + codeDays * 86_400_000,
  });
  return code;
}

function* revokeCodes(c: Conversation, words: string): Asking<void> {
  const found = yield* ask('staffToBind', { words, limit: 200 });
  if (found.length === 0) return c.say(`没找到“${words}”。说姓名或单位名。`);
  c.change({ do: 'revokeCodes', staffIds: found.map((s) => staffId.parse(s.id)) });
  c.say(`${found.length === 1 ? found[0]?.name : `${found.length}个人`}没用过的绑定码都作废了。`);
}

function* bindRoom(c: Conversation, words: string): Asking<void> {
  if (c.session.chat.kind !== 'room') return c.say('这句要在群里发：把我拉进群，在群里@我说“绑定本群”。');
  if (words === '') {
    c.change({ do: 'bindRoom', unit: c.speaker.unit });
    return c.say(`好，本群绑到${c.speaker.unitName}了。每天只发一条提醒，不点名、不排名。`);
  }
  const [unit, ...others] = yield* ask('findUnits', { words });
  if (unit === undefined || others.length > 0)
    return c.say(
      unit === undefined
        ? `您的范围里没有“${words}”。`
        : `“${words}”不止一个，请说全：${[unit, ...others]
            .slice(0, 5)
            .map((u) => u.name)
            .join('、')}`,
    );
  c.change({ do: 'bindRoom', unit: unit.code });
  c.say(`好，本群绑到${unit.name}了。每天只发一条提醒，不点名、不排名。`);
}

/** A bound person sends a code again: the same person confirms, another one takes the account over. */
function* rebind(c: Conversation, typed: string): Asking<void> {
  if (c.inRoom) return c.say('绑定码请私聊发给我，群里发了就作废，找乡镇换一个。');
  const hash = c.outside.hashOf(normalCode(typed));
  const found = yield* ask('bindCode', { hash });
  if (found === null) {
    c.change({ do: 'wrongCode' });
    return c.say(`这个码不对或已过期。您现在绑定的是${c.speaker.name}。`);
  }
  c.change({ do: 'bindAccount', codeHash: hash, staffId: found.staffId });
  c.open(undefined);
  c.say(`换好了，现在是${found.name}（${found.unitName}）。`);
}
