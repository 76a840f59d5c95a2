import { rolesFor, widestReach } from '../../access/policy.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import type { SpokenMatter } from './matter.ts';

/** Who keeps the roster, the register and the exports of the county. */
const office = '县{活动}办公室';

const sees = (c: Conversation): string => {
  if (c.speaker.unitKind === 'department') return `${c.speaker.unitName}牵头的问题`;
  if (c.speaker.roles.every((role) => role === 'helper')) return '您名下和本村的户';
  return `${c.speaker.unitName}范围内的户和问题`;
};

/** A figure of the work is to be altered: one that is named, or a bare number where no household is at hand. */
const percent = (said: InquirySaid, c: Conversation): boolean =>
  said.ideas.has('percent') ||
  (said.these !== undefined && said.key === undefined && c.session.visit === null);

/** What the bot must not do, each with its reason and who can. One a line of sense; the first that fits is said. */
export const refusals: readonly SpokenMatter[] = [
  {
    name: 'pretend',
    all: [['pretend']],
    say: (c) =>
      `我只按您的身份办事，换个说法权限也不会变。您能看的是${sees(c)}；要更大范围的数据，请${office}按权限导出。`,
  },
  {
    name: 'erase',
    all: [['delete']],
    say: `删不了：台账和改动都留痕，删了对不上账。填错的直接说改成什么；重复或不该有的户，请乡镇报${office}在名册里核销。`,
  },
  {
    name: 'changeTerm',
    all: [
      ['alter', 'postpone'],
      ['theTerm', 'report', 'end', 'when', 'selfCheck'],
    ],
    not: ['percent'],
    say: (c) =>
      c.speaker.roles.some((role) => rolesFor('settings').includes(role))
        ? '时限在“设置”里改：回“设置”看有哪些，照那里的格式改，改前我再跟您确认。'
        : `时限是县里定的，您这里改不了，也不替人延。要延期请找${office}，由那边在“设置”里改，改了大家都会收到。`,
  },
  {
    name: 'moreTime',
    all: [['postpone']],
    when: (said) => said.of !== 'problems' && said.unread.length === 0,
    say: (c) =>
      c.speaker.roles.some((role) => rolesFor('settings').includes(role))
        ? '延期在“设置”里改时限：回“设置”看格式，改了大家都会收到；要催还没交的，说“催一下没交报告的乡镇”。'
        : `时限我这里不能改，延期请${office}在“设置”里改，改了大家都会收到。要催还没交的，可以说“催一下没交报告的乡镇”。`,
  },
  {
    name: 'otherPlaces',
    all: [['otherPlace']],
    not: ['otherArea', 'how'],
    when: (said, c) =>
      c.speaker.unitKind !== 'county' &&
      (said.asks ||
        said.send === true ||
        said.want !== undefined ||
        said.of !== undefined ||
        said.where.length > 0),
    say: (c) =>
      `别处的您这里看不到，您能看的是${sees(c)}。别的村请问当地村干部或乡镇，别的乡镇请问${office}。`,
  },
  {
    name: 'alterFigures',
    all: [['alter']],
    when: percent,
    say: '这个数改不了：完成率是按如实提交的户数算出来的，谁也不能调。想让它上去，只有把没查的户查完；名册里的户数不对，请乡镇核对后重新导入。回“进度”看还差多少。',
  },
  {
    name: 'strikeAll',
    all: [['strike']],
    when: (said, c) =>
      !said.asks && !/\d/u.test(c.text) && said.of === 'problems' && /所有|全部|全都|统统|都/u.test(c.text),
    say: '不能一次全销：每个问题要整改完、有佐证，由乡镇或牵头部门复核后一条一条销，报完成的人不能自己销。回“问题 待核”看等着复核的，核好一条回“销号 编号”。',
  },
  {
    name: 'fillAll',
    all: [['batch']],
    say: '不能一键代填：每户要如实问、一户一户核实，代填的抽查会退回。忙不过来，请村干部把户分给同事（“把3组交给王五”），或者几项一起说，一条消息就能答完一户。',
  },
  {
    name: 'rank',
    all: [['rank', 'quick']],
    when: (said) => said.of !== 'problems',
    say: '不排名、不通报名次，这是减负的规定。可以按名册顺序看：回“进度 各镇”或“进度 各村”；想知道谁需要帮一把，问“哪些村慢于计划”。',
  },
  {
    name: 'nameInGroup',
    all: [['atAll'], ['inGroup', 'people', 'atAll']],
    say: '群里不点名，也不@个人。没完成的人，我每天早上会私下提醒本人；谁还剩几户，请村干部或乡镇私聊问我，如“王五还剩几户”。',
  },
  {
    name: 'announce',
    all: [['announce'], ['people', 'slow', 'announce']],
    say: '通报批评不由我做，也不在群里点名。进度按名册顺序看：“进度 各村”；要个别提醒，请乡镇私下找村干部。',
  },
  {
    name: 'whoIsIdle',
    all: [['people']],
    when: (_, c) =>
      c.inRoom || !c.speaker.roles.some((r) => ['villageCadre', 'townshipCadre', 'countyOffice'].includes(r)),
    say: '个人的进度不在群里说，由村干部和乡镇私聊问我，如“王五还剩几户”“各排查员还剩几户”。',
  },
  {
    name: 'whoIsSlow',
    all: [['people']],
    say: '个人不比快慢、不排名。各人手上还剩几户可以看：问“各排查员还剩几户”，或“王五还剩几户”，谁户多就匀一匀。',
  },
  {
    name: 'numbersOfPeople',
    all: [['idNumber', 'phone']],
    not: ['unreachable', 'bind'],
    // 未入户名单，带电话: the list is given, the numbers are not (inquire.ts).
    when: (said) => said.where.length === 0 || said.sheet !== true,
    say: `身份证号和手机号不在聊天里给：怕外泄。核对请到村里看名册；确需名单的，由乡镇或${office}按权限导出，导出都有记录。`,
  },
  {
    name: 'password',
    all: [['password']],
    say: '没有登录密码：每个人用一次性的绑定码进来，谁的码只给谁本人。要给人发码，回“发码 村名”；自己进不来，找乡镇要新码。',
  },
  {
    name: 'judge',
    all: [['judge']],
    // 进度够不够九成 asks for a figure.
    not: ['how', 'rate', 'percent'],
    when: (said) =>
      said.ideas.has('monitored') ||
      said.where.some((c) => c.on === 'type' || c.on === 'tag') ||
      said.ideas.has('judge'),
    say: '是不是监测对象不由我定，也不由一个人定：要入户核实、村里评议公示、乡镇初审、县里审定。符合条件的排查完我会提成线索，回“线索”看；有新情况请先报村干部核实。',
  },
  {
    name: 'incomeOfHouseholds',
    all: [['detail']],
    when: (said, c) =>
      !(said.mine === true && said.order !== undefined) &&
      (c.speaker.unitKind === 'department' || widestReach(c.speaker, 'export') === 'none' || c.inRoom),
    say: (c) =>
      c.speaker.unitKind === 'department'
        ? `不能看：各户收入只对村、镇和${office}开放，${c.speaker.unitName}看得到的是本部门牵头的问题。要汇总数，请${office}出。`
        : c.inRoom
          ? '各户收入不在群里说。有权限的同志请私聊问我，或由乡镇导出台账。'
          : '各户收入明细您这里看不到，只能看自己名下的户（“查 张三”）。需要台账，由村干部、乡镇或县里按权限导出。',
  },
  {
    name: 'incomeSheet',
    all: [['detail']],
    when: (said) => said.order === undefined,
    say: '各户收入在台账里，聊天里不逐户列。您有导出权限：回“发个表”要名单，完整台账从看板导出。想看个数可以问“平均收入多少”“人均低于6000的几户”。',
  },
];
