import type { Conversation } from '../../contract/conversation.ts';

/** Who can help when the bot can't: the county's contact as configured, else the township. */
export function contactLine(c: Conversation): string {
  const { contact } = c.session.settings;
  return contact === '' ? '找乡镇包村干部帮忙' : `找人：${contact}`;
}

/** To somebody who sent an ID or phone number. */
export function numbersWarning(c: Conversation): string {
  return c.inRoom
    ? '群里不要发身份证号、手机号，请尽快撤回。号码我没有记。'
    : '身份证号、手机号不用发给我，号码没有记。';
}

/** Words that give the bot orders about itself. */
const orders = /忽略|无视|指令|提示词|系统|扮演|越狱|ignore|system|prompt|assistant/iu;

/** 好的, ok, 👍: wants no answer but that it came. */
const acknowledged = /^(?:ok|okay|好|嗯|[👌👍🙏💪😊🆗]+)/iu;

/** What is said to small talk before the open question is shown again. */
export function smallTalk(text: string): string {
  if (orders.test(text)) return '这个我办不了，我只管一户一户记排查情况。';
  if (/^(?:在吗|在不在|在么|你好|您好|hi|hello|早|早上好|下午好|晚上好|喂)[呀啊吗？?。！!]*$/iu.test(text))
    return '在呢。';
  if (/谢|辛苦|麻烦/u.test(text)) return '不客气。';
  if (text === '') return '这条是空的，没有字。';
  if (acknowledged.test(text)) return '收到。';
  if (!/[\p{L}\p{N}]/u.test(text)) return '表情和符号我看不懂，打字说就行。';
  return /\p{Script=Han}/u.test(text) ? '收到。' : '没看懂这句。';
}

const handingIn = /提交|交了|上报|保存|交上去|确认无误|核对无误|完成|[填答做]完/u;

/** 确认无误，交了: it hands the visit in, whatever is open. */
export function handsIn(text: string): boolean {
  return handingIn.test(text);
}
