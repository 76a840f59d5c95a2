import { reachOf, rolesFor } from '../../access/policy.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { staffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { tryCode } from './bind.ts';
import { bindRoom } from './bind-room.ts';
import { codeDays, codeFrom, codesIn, normalCode } from './code.ts';
import type { StaffToBind } from './needs.ts';

const most = 20;

/** Handing out and taking back binding codes, binding a group, leaving. */
export const bindingCommands: readonly Command[] = [
  command<string>({
    name: 'issueCodes',
    inRoom: 'open',
    roles: rolesFor('codes'),
    match: phrased(['发码|发绑定码|绑定码 <words>'], ({ words }, text) =>
      codesIn(text).length > 0 ? undefined : words,
    ),
    run: issueCodes,
  }),
  command<string>({
    name: 'revokeCodes',
    inRoom: 'open',
    roles: rolesFor('codes'),
    match: phrased(
      ['作废|收回|撤销 绑定码|码 <words>', '作废|收回 <words> 的? 绑定码|码'],
      ({ words }) => words,
    ),
    run: revokeCodes,
  }),
  command<Word>({
    name: 'agreeToCode',
    inRoom: 'private',
    match: phrased(['不? 同意换号 <word>?'], (slots, text) => ({
      agreed: !text.trim().startsWith('不'),
      words: slots['word'] ?? '',
    })),
    run: agreeToCode,
  }),
  command<string>({
    name: 'bindRoom',
    inRoom: 'open',
    roles: rolesFor('bindRoom'),
    match: phrased(['绑定本群 <word>?'], ({ word }) => word ?? ''),
    run: bindRoom,
  }),
  command<true>({
    name: 'leave',
    inRoom: 'open',
    match: phrased(['解绑|解除绑定|取消绑定']),
    *run(c) {
      if (c.session.chat.channel === 'web') return c.say('网页不用解绑，点左上角再点“退出”就行。');
      c.change({ do: 'unbindAccount' });
      c.open(undefined);
      c.say('已解除绑定，这个号不再是您的身份了，排查过的都在。要再用，找乡镇重新要绑定码。');
    },
  }),
  command<true>({
    name: 'whoAmI',
    inRoom: 'open',
    match: phrased(['我是谁|绑定 ？?']),
    *run(c) {
      c.say(`您是${c.speaker.name}（${c.speaker.unitName}）。`);
    },
  }),
  command<string>({
    name: 'alreadyBound',
    inRoom: 'open',
    match: (text) => {
      const named =
        /^(?:绑定|bind)/iu.test(text) || /^[A-Za-z0-9]{4}-[A-Za-z0-9]{4}$/u.test(text.normalize('NFKC'));
      return named && codesIn(text).length > 0 ? text : undefined;
    },
    run: rebind,
  }),
];

function* issueCodes(c: Conversation, words: string): Asking<void> {
  if (c.inRoom) return c.say('绑定码要保密，请私聊我发。');
  const { by, staff } = yield* ask('staffToBind', { words, limit: most + 1 });
  if (staff.length === 0) return c.say(`您的范围里没有“${words}”。说姓名或单位名。`);
  if (by === 'name' && staff.length > 1) return c.say(whichOne(staff));
  const open = staff.filter((s) => !s.bound || staff.length === 1);
  if (open.length === 0) return c.say('这些人都已经绑定了。要换号，请说单个人的姓名。');
  const lines = open.slice(0, most).map((s) => `${s.name}（${s.unitName}） ${issue(c, s)}`);
  const more = open.length > most ? '\n人多，先发这些；其余请在网页“管理”里打印。' : '';
  const again =
    staff[0]?.bound === true
      ? `\n（${staff[0].name}已绑定过：要他在原来的号上回“同意换号”，或另一位能发码的同志回“同意换号 ${staff[0].name}”，这个码才能用。已通知。）`
      : '';
  c.say(
    `绑定码（${codeDays}天内有效，一人一码）：\n${lines.join('\n')}${more}${again}\n让本人私聊我发“绑定 码”，别发在群里。`,
  );
}

function whichOne(staff: readonly StaffToBind[]): string {
  const names = staff.slice(0, 5).map((s) => `${s.unitName} ${s.name}`);
  return `不止一个人，请说全，如“发码 ${names[0] ?? ''}”：\n${names.join('\n')}`;
}

function issue(c: Conversation, to: StaffToBind): string {
  const code = codeFrom(c.outside.hashOf(`code:${c.freshId()}:${to.id}`));
  c.change({
    do: 'issueCode',
    codeHash: c.outside.hashOf(normalCode(code)),
    staffId: staffId.parse(to.id),
    expiresAt: c.at + codeDays * 86_400_000,
  });
  return code;
}

/** Yes or no to a code that makes somebody who is bound change his account. */
interface Word {
  agreed: boolean;
  /** Whose code; empty = the speaker's own. */
  words: string;
}

/** 同意换号: by the holder from an account of his; 同意换号 张三: by a second one who may give codes there. */
function* agreeToCode(c: Conversation, { agreed, words }: Word): Asking<void> {
  const gives = c.speaker.roles.some((role) => reachOf(role, 'codes') !== 'none');
  const found = words === '' || gives ? yield* ask('codesWaiting', { words }) : [];
  const [only] = found;
  if (only === undefined)
    return c.say(
      words === ''
        ? '没有等您点头的换号码。'
        : `没有等点头的换号码是给“${words.slice(0, 12)}”的，或者不在您的范围里。`,
    );
  if (new Set(found.map((one) => one.staffId)).size > 1)
    return c.say(
      `不止一个人：${found.map((one) => `${one.name}（${one.unitName}）`).join('、')}。请说全名。`,
    );
  const isHolder = only.staffId === c.speaker.id;
  if (agreed && !isHolder && only.issuedBy === c.speaker.id)
    return c.say('码是您发的，要另一位同志点头，或由本人在原来的号上回“同意换号”。');
  c.change({ do: 'agreeToCode', codeHash: only.hash, agreed });
  const whose = isHolder ? '您' : `${only.name}（${only.unitName}）`;
  c.say(agreed ? `好，${whose}的换号码可以用了。用了以后会通知到原来的号。` : `好，${whose}的换号码作废了。`);
}

function* revokeCodes(c: Conversation, words: string): Asking<void> {
  const { by, staff } = yield* ask('staffToBind', { words, limit: 500 });
  if (staff.length === 0) return c.say(`您的范围里没有“${words}”。说姓名或单位名。`);
  if (by === 'name' && staff.length > 1) return c.say(whichOne(staff).replace('发码', '作废码'));
  c.change({ do: 'revokeCodes', staffIds: staff.map((s) => staffId.parse(s.id)) });
  c.say(`${by === 'name' ? staff[0]?.name : `${words}${staff.length}个人`}没用过的绑定码都作废了。`);
}

/** A bound person sends a code again: the same person is told so, another one takes the account over. */
function* rebind(c: Conversation, typed: string): Asking<void> {
  if (c.inRoom) return c.say('绑定码请私聊发给我，别发在群里。');
  const tried = yield* tryCode(c.session, c.at, typed, (code) => c.outside.hashOf(code));
  const now = `您现在绑定的是${c.speaker.name}（${c.speaker.unitName}）。`;
  if (tried.is !== 'good') {
    if (tried.is === 'none' || (tried.is === 'refused' && tried.of === c.speaker.id)) return c.say(now);
    for (const change of tried.changes) c.change(change);
    return c.say(`${tried.says}${now}`);
  }
  const { code } = tried;
  c.change({ do: 'bindAccount', codeHash: code.hash, staffId: code.staffId });
  if (code.staffId === c.speaker.id) return c.say(`还是您，${code.name}（${code.unitName}），绑定没变。`);
  c.open(undefined);
  c.say(`换好了，现在是${code.name}（${code.unitName}）。`);
}
