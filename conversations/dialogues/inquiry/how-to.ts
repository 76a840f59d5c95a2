import { type Action, reachOf } from '../../access/policy.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { askedByOthers, ratesForOthers } from '../../campaign/satisfaction.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { answerLabel, keyLabel } from '../../inquiry/tell.ts';
import { contactOf } from './contact.ts';
import type { SpokenMatter } from './matter.ts';
import { mayBeCalled } from './person.ts';

const may = (c: Conversation, action: Action): boolean =>
  c.speaker.roles.some((role) => reachOf(role, action) !== 'none');

/** Words about what households think of the work, where others ask for it and no visit knows. */
function asksOpinion({ satisfaction: { questions } }: Campaign, said: InquirySaid): boolean {
  const keys = new Set<string>(questions.map(({ key }) => key));
  if (keys.size === 0 || said.of === 'problems') return false;
  const isOne = (x: Condition) => x.on === 'opinion' || (x.on === 'answer' && keys.has(x.key));
  return said.where.some(isOne) || (said.key !== undefined && keys.has(said.key));
}

/** Nobody is counted or listed by it: visits hold no such answers, and who said what is told to nobody. */
export const toldByNobody: readonly SpokenMatter[] = [
  {
    name: 'opinion',
    all: [],
    // 工作队满意, told of the household at hand, is the visit's to hear.
    when: (said, c) =>
      (said.asks || c.session.visit === null) && asksOpinion(campaignOf(c.session.settings), said),
    say: (c) =>
      may(c, 'satisfaction')
        ? '哪户满意、哪户不满意谁也查不到，排查里也不记；只按乡镇和村给率，回“满意率”或“满意率 单位名”。'
        : ratesForOthers,
  },
];

/** 水发浑记到哪一项: the questions of the form that the words name, and what is answered there. */
function itemSaid(c: Conversation, said: InquirySaid): string {
  const campaign = campaignOf(c.session.settings);
  if (asksOpinion(campaign, said)) return askedByOthers;
  const opinion = said.where.some((x) => x.on === 'opinion') || /满意/u.test(said.said);
  if (opinion)
    return '照他本人的意思选：说满意就记满意，说不满意就记不满意；“还行”“一般”这样含糊的，再追问一句，不替他定，还说不清就回“不清楚”。';
  const home = said.where.find((x) => x.on === 'standing');
  if (home !== undefined)
    return '没人在家不算已入户：点到那户回“不在家”，我记下来，过几天提醒您再去；见到人问完、提交了才算。';
  const answers = said.where.filter((x) => x.on === 'answer');
  const named = answers.map(
    (x) => `“${keyLabel(campaign, x.key)}”这一题，答“${conditionAnswer(campaign, x)}”`,
  );
  const open =
    said.key === undefined || said.key === 'perHead' ? [] : [`“${keyLabel(campaign, said.key)}”这一题`];
  const all = [...named, ...open];
  if (all.length === 0)
    return '排查时照实说就行，我按题记；一句话归哪题我会复述给您看，记错了直接说“不对，是…”。您说的是哪样情况？';
  return `记在${all.join('和')}。排查时照实说，比如“${answers.map((x) => conditionAnswer(campaign, x)).join('，') || '什么情况'}”，该转问题的我自动转给牵头部门。`;
}

const conditionAnswer = (campaign: Campaign, { key, values }: Extract<Condition, { on: 'answer' }>): string =>
  values.map((value) => answerLabel(campaign, key, value)).join('、');

/** Looked at before anything is counted: where an answer belongs, what the bot can't do, who gets which households. */
export const beforeData: readonly SpokenMatter[] = [
  {
    name: 'fault',
    all: [['fault']],
    say: (c) =>
      `耽误您工夫了，对不住。先发文字，照片等信号好了再补：回“排查 户主姓名”点到那户直接发，我会挂上；同一户记过的不用再填，答过的都在。网页打不开的，聊天里一样能办。老是不行，${contactOf(c)}。`,
  },
  {
    name: 'schedule',
    all: [['schedule']],
    say: '我不能单独定时：每天早上会私信您当天要去的户和要到期的事，群里每天最多一条，时间是统一的。随时可以问“进度”“日报”“下一户”；嫌多回“免打扰”，要回来回“恢复提醒”。',
  },
  {
    name: 'bindRoom',
    all: [['room']],
    say: (c) =>
      may(c, 'bindRoom')
        ? '绑群：在那个群里@我说“绑定本群”，就绑到您的单位；要绑别的单位说“绑定本群 村名”，换绑先说“解绑”。'
        : '绑群由村干部、乡镇或县里来：他们在群里@我说“绑定本群”就行。',
  },
  { name: 'item', all: [['item']], say: itemSaid },
  ...toldByNobody,
  {
    name: 'forward',
    all: [['forward']],
    say: (c) =>
      may(c, 'closeProblem')
        ? '不归本单位的问题转出去：回“转办 编号 单位 原因”，如“转办 12 县民政局 属于救助”，对方马上收到，期限照旧；转错了一小时内回“撤销”。编号回“问题”看。'
        : '问题归哪个部门由乡镇、牵头部门和县里转，请他们回“转办 编号 单位 原因”。',
  },
  {
    name: 'giveUnclear',
    all: [['give']],
    not: ['how'],
    when: (said, c) =>
      may(c, 'assign') &&
      said.of !== 'problems' &&
      said.unread.some(mayBeCalled) &&
      (said.group !== undefined || said.place !== undefined || said.these !== undefined),
    say: '要分户请说清哪个村、哪个组、给谁，一次说一个，如“把3组交给孙浩”；我先列出要动哪些户，您同意了才动。对方要先在人员名单上。',
  },
];

/** How something is done, or who does it: each the next step in words that work. */
export const howTo: readonly SpokenMatter[] = [
  {
    name: 'draftReport',
    all: [['draft'], ['report', 'draft']],
    when: (said) => said.ideas.has('report') || /报告/u.test(said.said),
    say: (c) =>
      may(c, 'report')
        ? '初稿是现成的：回“报告”，我按今天的数据生成本单位的自查报告初稿（Word），各部分都填好数；文字要删改的在文件里改，核对好回“报送报告”。'
        : '自查报告由乡镇、牵头部门和县里出，您这里不用写。',
  },
  {
    name: 'unreachable',
    all: [['unreachable']],
    say: '全家在外、联系不上的：点到这户后回“不在家”，我记下，过几天再提醒您。能联系上亲戚邻居，就先把知道的问清；一直联系不上，请村干部核实去向，确实搬走的回“搬走了”。',
  },
  {
    name: 'notAtHome',
    all: [['how']],
    when: (said) =>
      said.where.some(
        (x) => x.on === 'standing' && (x.values.includes('notHome') || x.values.includes('refused')),
      ),
    say: '点到那户后直接说：没人回“不在家”，不让进回“拒访”，搬走了回“搬走了”。不在家和拒访的还留在名单上，过几天我会提醒您再去；实在做不通工作，请村干部一起上门。',
  },
  {
    name: 'gone',
    all: [['how']],
    when: (said) => said.where.some((x) => x.on === 'standing' && x.values.includes('explained')),
    say: '户主去世、家里还有人的：点到那户照常问现在家里的人，说明户主去世，请村里报乡镇更正户主。全家都不在了或搬走了：点到那户回“搬走了”或说明原因，按核减处理，由乡镇核实。',
  },
  {
    name: 'responsible',
    all: [['responsible']],
    when: (said) => said.unread.length === 0 && said.place === undefined && said.where.length === 0,
    say: '问题按类别由县里牵头部门负责，乡镇、村具体整改；每一条归谁、哪天到期，回“问题”看，“问题 编号”看那一条。',
  },
  {
    name: 'mistake',
    all: [['mistake'], ['how']],
    say: '错了随时能改：正在答的直接说“{改}”“不对，是5口”，上一句回“撤销”；提交过的先回“排查 户主姓名”，再说改什么。改动都留痕，不影响您。',
  },
  {
    name: 'meaning',
    all: [['meaning']],
    say: '监测线索：排查里看到可能返贫、要去核实的户，认定要走程序；问题：查出来要整改的事；待核实：答了“不清楚”还要补的。每个数怎么算，回“口径”。',
  },
  {
    name: 'policy',
    all: [['policy']],
    not: ['when'],
    say: '政策办理和标准由部门说了算，我不替他们答：低保、特困、残疾问乡镇民政，医保问乡镇医保窗口，危房问乡镇村建，上学资助问学校。户里有这类难处，排查时照实记下，问题会转到牵头部门去办。',
  },
  {
    name: 'otherArea',
    all: [['otherArea']],
    say: (c) =>
      may(c, 'assign')
        ? '要调户，直接说“把3组交给王五”或“分户 村名”，我先列出要动几户再分。'
        : '分哪一片由村干部或乡镇定，我这里换不了。请村干部说“把3组交给王五”，一句话就能换；没人管的组您可以回“我负责 5组”。',
  },
  {
    name: 'takeOver',
    all: [['takeOver']],
    not: ['fixed', 'strike'],
    when: (said) => said.of !== 'problems',
    say: (c) =>
      may(c, 'assign')
        ? '有人来不了，可以找人顶：说“赵六顶替小周3天”，到期自动还；要长期换人，说“把小周的户交给赵六”。谁手上户少，回“分户 村名”能看到。'
        : '换人由村干部或乡镇来定：请他们说“赵六顶替小周3天”或“把小周的户交给赵六”。您手上没答完的户，可以回“转给 赵六”。',
  },
  {
    name: 'away',
    all: [['away']],
    when: (said) => !said.asks && said.where.length === 0,
    say: (c) =>
      may(c, 'assign')
        ? '那先歇着。您名下的户说“赵六顶替我3天”就有人接；正在答的那户回“转给 姓名”。'
        : '那先养好身体。正在答的那户回“转给 姓名”交给同村同事；其余的请村干部找人顶替几天，到期自动还您。',
  },
  {
    name: 'addHousehold',
    all: [['add']],
    not: ['code', 'bind', 'give'],
    say: (c) =>
      may(c, 'visit')
        ? '名册里没有的户：回“新增 户主姓名”，我问清村组就建户，接着就能排查。建错了当场回“撤销”。'
        : '名册里没有的户，由排查员或村干部回“新增 户主姓名”补登；成批的由县指挥部办公室导入名册。',
  },
  {
    name: 'giveCode',
    all: [['code'], ['give', 'code']],
    when: (said, c) => may(c, 'codes') && !said.ideas.has('how') && said.unread.length > 0,
    say: (_, said) =>
      `绑定码按单位发给名单上的人：回“发码 村名”，我把每人的码私发给您，由您转给${said.unread.at(-1) ?? '他'}。还不在人员名单上的，先请县指挥部办公室或管理员导入名单。`,
  },
  {
    name: 'bind',
    all: [['bind', 'code']],
    say: (c) =>
      may(c, 'codes')
        ? '发码：回“发码 村名”，我给名单上每人一个一次性的码；本人私聊发“绑定 码”就好了。换手机、换微信也一样，要新码再绑一次；群里说“绑定本群”绑定群。'
        : '绑定要一次性的码，由乡镇或管理员发：拿到后私聊发“绑定 码”就行。换了手机或微信，请乡镇再发一个新码。',
  },
  {
    name: 'photo',
    all: [['photo']],
    say: '照片随时能补：先回“排查 户主姓名”点到那户，再直接发照片，我会挂到那户；是问题整改的佐证，回“整改 编号”连照片一起发。哪户的？',
  },
  {
    name: 'explain',
    all: [['explain']],
    say: '可以这样说：这次是看看有没有困难、政策落实到位没有，住房、看病、上学、吃水有问题就记下来，按部门去解决；有返贫风险的及时帮扶。问的都保密，不收费，也不影响现在享受的待遇。',
  },
  {
    name: 'rectified',
    all: [['how'], ['fixed', 'how']],
    when: (said) =>
      said.of === 'problems' || said.ideas.has('fixed') || said.where.some((x) => x.on === 'problemState'),
    say: '整改完成这样报：一条一条说“整改 编号 做了什么”，带上照片佐证；编号回“问题”看。报完算“已完成待核”，由乡镇或牵头部门复核后“销号 编号”，自己报的不能自己销。',
  },
  {
    name: 'leaderSigns',
    all: [['sign']],
    say: '要看自查报告回“报告”，我把文件发给您；签字在纸质件上签，签好由本单位报送人回“报送报告”。',
  },
];
