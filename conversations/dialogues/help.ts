import { type Command, command } from './command.ts';
import type { Conversation } from './conversation.ts';
import { handOf } from './visit/hand.ts';
import { showOpenAgain } from './visit/prompts.ts';

/** 帮助, fitted to who asks; the open question is shown again below it. */
export const helpCommand: Command = command<true>({
  name: 'help',
  match: (text) =>
    /^(?:帮助|help|菜单|怎么用|能干[嘛吗啥]|使用说明|功能|\?)$/iu.test(text) ? true : undefined,
  *run(c) {
    const lines = [start, c.inRoom ? inGroups : atOnce, ...forHelpers, ...(isCadre(c) ? forCadres : [])];
    c.say(`${lines.join('\n')}${openAgain(c)}`);
  },
});

export const humanCommand: Command = command<true>({
  name: 'human',
  match: (text) => (/^(?:人工|转人工|找人|找管理员|客服)$/u.test(text) ? true : undefined),
  *run(c) {
    const { contact } = c.session.settings;
    const who = contact === '' ? '请找乡镇包村干部或县乡村振兴局' : `请找：${contact}`;
    c.say(`${who}。已经记下的都在，不会丢。${openAgain(c)}`);
  },
});

const start = '排查：开始下一户；“排查 张三”点名（拼音首字母 zs 也行）';
const atOnce = '几项一起说：“4口人 一年5万 打工 稳定 都参保”';
const inGroups = '群里说人口、住房、饮水就行，收入、看病、上学请私聊我说';

const forHelpers = [
  '改：“收入改成4万”“上一题”；不清楚、跳过、暂停、继续',
  '不在家、搬走、拒绝，直接说；“转给 王五”交给同事',
  '查 张三、进度、问题；提交',
  '整改 12 做了什么（带照片）；上报 哪里什么问题；线索；比对',
  '我负责 3组；为什么、更多、表格；减负账、免打扰',
];

const forCadres = [
  '进度 各村、未排查 李庄、问题 逾期、日报、看板、自查、报告、抽查、线索 3',
  '分户 李庄、把3组交给王五、赵六顶替王五3天；谁看过 张三',
  '销号 12、退回 12 原因、交办 12 王五、转办 12 县水利局；核实 张三、退回 张三 原因',
];

function isCadre(c: Conversation): boolean {
  return c.speaker.roles.some((role) => role !== 'helper');
}

/** The open question in one line, after a digression. */
export function openAgain(c: Conversation): string {
  const hand = handOf(c);
  if (
    hand === undefined ||
    c.state.phase === 'idle' ||
    c.state.phase === 'paused' ||
    c.chat.open === undefined
  )
    return '';
  return `\n接着：${showOpenAgain(c, hand)}`;
}
