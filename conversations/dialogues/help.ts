import { type Action, reachOf } from '../access/policy.ts';
import { campaignOf } from '../campaigns/all.ts';
import { type Command, command, phrased } from '../contract/command.ts';
import type { Conversation } from '../contract/conversation.ts';
import { handOf } from './visit/hand.ts';
import { showOpenAgain } from './visit/visit-form.ts';

/** 帮助, fitted to who asks; the open question is shown again below it. */
export const helpCommand: Command = command<true>({
  name: 'help',
  inRoom: 'open',
  match: phrased(['帮助|help|菜单|怎么用|能干嘛|能干吗|能干啥|使用说明|功能|？']),
  *run(c) {
    const { atOnce, change } = campaignOf(c.session.settings).texts.examples;
    const parts = lineup.flatMap(({ about, lines }) => {
      const fit = lines.filter((line) => isOfUse(c, line)).map(({ says }) => says);
      if (about === '入户' && c.inRoom && fit.length > 0) fit.splice(1, 0, inGroups);
      return fit.length === 0 ? [] : [`〔${about}〕`, ...fit];
    });
    const text = parts.join('\n').replace('{几项}', atOnce).replace('{改}', change);
    c.say(`${text}${openAgain(c)}`);
  },
});

export const humanCommand: Command = command<true>({
  name: 'human',
  inRoom: 'open',
  match: phrased(['人工|转人工|找人|找管理员|客服']),
  *run(c) {
    const { contact } = c.session.settings;
    const who = contact === '' ? '请找乡镇包村干部或县乡村振兴局' : `请找：${contact}`;
    c.say(`${who}。已经记下的都在，不会丢。${openAgain(c)}`);
  },
});

const inGroups = '群里说人口、住房、饮水就行，收入、看病、上学请私聊我说';

/** What can be said, a line each, for whom it is of use. */
interface HelpLine {
  for: Action;
  says: string;
  notFor?: Action;
  inPrivate?: true;
}

/**
 * By what it is about; who does more than visit needs fewer words about visits. What follows 发 in quotation marks
 * is said as it stands: the page offers it to be tapped.
 */
const lineup: readonly { about: string; lines: readonly HelpLine[] }[] = [
  {
    about: '入户',
    lines: [
      { for: 'visit', says: '发“排查”开始下一户；点名：排查 张三（或首字母 zs）' },
      { for: 'visit', notFor: 'verifyVisit', says: '几项一起说：“{几项}”', inPrivate: true },
      { for: 'visit', says: '改：“{改}”“上一题”；不清楚、跳过、暂停、继续；提交' },
      { for: 'visit', notFor: 'verifyVisit', says: '不在家、搬走、拒绝，直接说；“转给 王五”交给同事' },
    ],
  },
  {
    about: '进度',
    lines: [
      { for: 'progress', says: '发“进度”；李庄还剩几户；查 张三；为什么、更多、表格' },
      { for: 'digest', says: '发“日报”；进度 各镇、进度 各村' },
      { for: 'dashboard', says: '发“看板”' },
    ],
  },
  {
    about: '问题和线索',
    lines: [
      { for: 'problems', says: '发“问题”；问题 逾期、问题 12' },
      { for: 'rectify', says: '整改 12 做了什么（带照片）；上报 哪里什么问题' },
      { for: 'closeProblem', says: '销号 12、退回 12 原因、交办 12 王五、转办 12 县水利局' },
      { for: 'leads', says: '发“线索”；线索 3' },
      { for: 'lists', says: '发“名单”；对上 41 张三；医保局名单还有几户没核' },
    ],
  },
  {
    about: '分户和审核',
    lines: [
      { for: 'takeOn', says: '我负责 3组' },
      { for: 'assign', says: '分户 李庄、把3组交给王五、赵六顶替王五3天' },
      { for: 'verifyVisit', says: '核实 张三、退回 张三 原因；抽查；谁看过 张三' },
    ],
  },
  {
    about: '自查和报告',
    lines: [
      { for: 'selfCheck', says: '发“自查”逐条过' },
      { for: 'report', says: '发“报告”' },
    ],
  },
  {
    about: '其他',
    lines: [
      { for: 'codes', says: '发码 李庄；绑定本群（在群里@我说）' },
      { for: 'settings', says: '发“设置”' },
      { for: 'mute', says: '发“减负账”，或“免打扰”，或“人工”' },
    ],
  },
];

function isOfUse(c: Conversation, line: HelpLine): boolean {
  if (line.inPrivate === true && c.inRoom) return false;
  return may(c, line.for) && (line.notFor === undefined || !may(c, line.notFor));
}

function may(c: Conversation, action: Action): boolean {
  return c.speaker.roles.some((role) => reachOf(role, action) !== 'none');
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
