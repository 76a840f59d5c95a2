import { allows, roleLabels, rolesFor } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { StaffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import { readInquiry } from '../../inquiry/read.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { levelSaid, paperSaid } from './papers.ts';
import { personAsked } from './person.ts';
import {
  helpersToRemind,
  papersToRemind,
  problemsToRemind,
  type Reminding,
  unitsToRemind,
} from './reminded.ts';
import { oneNamed, ownPlace } from './resolve.ts';
import { toldLast } from './told-last.ts';

const mostNamed = 12;
/** More at once is a broadcast, which is the county's notice and no reminder. */
const mostReminded = 60;

/** Who may remind: those who give out households, or to whom the day's figures go. */
const may = (c: Conversation): boolean =>
  allows(c.speaker, 'assign', { unit: c.speaker.unit, kind: c.speaker.unitKind }) ||
  allows(c.speaker, 'digest', { unit: c.speaker.unit, kind: c.speaker.unitKind });

const whoMay = [...new Set([...rolesFor('assign'), ...rolesFor('digest')])];

/** 催一下没动的村, 提醒没填的部门交表, 催催小王: whom it reaches is shown, and sent when it is agreed to. */
export function* reminded(c: Conversation, said: InquirySaid): Asking<boolean> {
  if (
    !said.ideas.has('remind') ||
    said.ideas.has('schedule') ||
    said.ideas.has('how') ||
    said.ideas.has('mute') ||
    said.ideas.has('complaint')
  )
    return false;
  if (!may(c)) {
    c.say(
      `催办和提醒由${whoMay.map((role) => roleLabels[role]).join('、')}来发。您名下的户回“进度”看，要整改的回“整改”看。`,
    );
    return true;
  }
  const reminding = yield* remindingOf(c, said);
  if (reminding === undefined) return true;
  const { all, whom } = reminding;
  if (all.length === 0) {
    c.say('没有要提醒的：都查完、交齐或办好了。');
    return true;
  }
  if (all.length > mostReminded) {
    c.say(`这要提醒${all.length}${whom}，太多了，请按乡镇或按村分着来，如“催一下${all[0]?.name ?? ''}”。`);
    return true;
  }
  const shown = all.slice(0, mostNamed).map(({ name, left }) => `${name}（${left}）`);
  const more = all.length > mostNamed ? `等${all.length}${whom}` : '';
  c.open({ is: 'confirm', what: 'inquiry/remind', payload: { words: c.text } });
  c.say(
    `提醒${all.length}${whom}：${shown.join('、')}${more}。每人私信一条，同一件事一天只发一次。发吗？\n1.发 2.不发`,
    c.inRoom && reminding.whom === '个排查员' ? { privately: true } : {},
  );
  return true;
}

/** Whom a sentence means; undefined where that was asked back or refused, which is told here. */
function* remindingOf(c: Conversation, said: InquirySaid): Asking<Reminding | undefined> {
  if (said.where.some((x) => x.on === 'bound')) {
    c.say(
      '没绑定的人收不到我的消息，催不到。回“发码 村名”把码发给他们，由本人私聊发“绑定 码”；还没绑定的问“没绑定的有哪些”。',
    );
    return undefined;
  }
  const told = yield* toldLast(c, said);
  if (told !== undefined) return told;
  // 提醒没填的部门交表: what departments file, unless it is their problems.
  const departments = said.ideas.has('departments') && said.of !== 'problems';
  if (departments || said.ideas.has('report') || said.ideas.has('selfCheck') || said.ideas.has('submit')) {
    if (c.speaker.unitKind === 'county' || c.speaker.unitKind === 'township')
      return yield* papersToRemind(
        c,
        paperSaid(said) === 'selfChecks' ? 'selfChecks' : 'reports',
        levelSaid(said),
      );
    c.say('交表和报告由乡镇和县里催。');
    return undefined;
  }
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return undefined;
  const place = named === undefined ? ownPlace(c) : ownPlace(c, named);
  const target = {
    unit: place.unit,
    kind: place.kind,
    ...(place.township === undefined ? {} : { township: place.township }),
  };
  if (!allows(c.speaker, 'unvisited', target)) {
    c.say(`${place.name}不在您的范围里，请当地来催。`);
    return undefined;
  }
  if (said.of === 'problems' || said.where.some((x) => x.on === 'leadUnit' || x.on === 'problemState'))
    return yield* problemsToRemind(c, said, place);
  const helper = said.unread.length === 1 ? yield* helperSaid(c, said) : undefined;
  if (said.unread.length > 0 && helper === undefined) return unclear(c, said.unread[0] ?? '');
  const people =
    helper !== undefined || said.of === 'staff' || said.by === 'helper' || /[人员]/u.test(c.text);
  if (people || (place.kind === 'village' && c.speaker.unitKind === 'village'))
    return yield* helpersToRemind(c, place, helper);
  const units =
    said.units !== undefined || named !== undefined || said.by !== undefined || said.ideas.has('slow');
  if (units || said.where.length > 0) return yield* unitsToRemind(c, said, place);
  return unclear(c, '');
}

function unclear(c: Conversation, words: string): undefined {
  const first = words === '' ? '提醒谁？' : `“${words.slice(0, 8)}”没找到这个单位或人。`;
  c.say(
    `${first}可以说“催一下没动的村”“催一下龙城镇”“提醒没交报告的乡镇”“催一下逾期的问题”“催催王五”。`.replace(
      '龙城镇',
      c.speaker.unitName,
    ),
  );
}

function* helperSaid(c: Conversation, said: InquirySaid): Asking<Condition | undefined> {
  const standing: Condition = { on: 'standing', values: ['remaining'] };
  const named = yield* personAsked(c, { ...said, want: 'count', where: [standing] });
  return named?.is === 'helper' ? named.condition : undefined;
}

/** 1 after whom it reaches was shown: each is told once a day of each matter. */
export function* remindNow(c: Conversation, words: string): Asking<void> {
  const campaign = campaignOf(c.session.settings);
  const said = readInquiry(campaign, words, yield* ask('unitNames', {}));
  const reminding = yield* remindingOf(c, said);
  if (reminding === undefined) return;
  const day = isoDate(c.at);
  const told = new Set<StaffId>();
  const without: string[] = [];
  for (const one of reminding.all.slice(0, mostReminded)) {
    const people =
      'staff' in one.to
        ? [one.to.staff]
        : (yield* ask('unitStaff', { unit: one.to.unit, roles: reminding.roles })).map(({ id }) => id);
    if (people.length === 0) without.push(one.name);
    for (const staff of people) {
      told.add(staff);
      c.change({
        do: 'push',
        key: `remind:${reminding.about}:${staff}:${day}`,
        to: { staff },
        kind: 'reminder',
        text: `${c.speaker.unitName}${c.speaker.name}提醒：${one.text}`,
      });
    }
  }
  const missing =
    without.length === 0
      ? ''
      : `${without.slice(0, 5).join('、')}${without.length > 5 ? `等${without.length}个` : ''}没有绑定的人，发不到，请电话说。`;
  c.say(
    told.size === 0
      ? `没发出去：${missing}`
      : `好，给${told.size}人发了提醒；今天已经提醒过的不重复发。${missing}`,
  );
}
