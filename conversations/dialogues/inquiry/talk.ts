import { rolesFor } from '../../access/policy.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { spotStanding } from '../supervision/spot-check.ts';
import type { SpokenMatter } from './matter.ts';
import { mismatchSaid } from './mismatch.ts';

const small: ReadonlySet<string> = new Set(['thanks', 'praise', 'greet', 'bye', 'haste', 'mute']);

/** Is it that, and nothing else? 明早八点前给我名单 is no greeting. */
const alone = (said: InquirySaid): boolean =>
  said.unread.length + said.stranded.length + said.where.length === 0 &&
  said.key === undefined &&
  said.want === undefined &&
  said.units === undefined &&
  said.period === undefined &&
  [...said.ideas].every((idea) => small.has(idea));

/** Small talk, complaints and what lies outside the work: short, human, and back to the work. */
export const talk: readonly SpokenMatter[] = [
  {
    name: 'weather',
    all: [['weather']],
    say: '天气我查不了，我只管{活动}。入户看路上安全不安全，您和村里商量着定；改天去也行，到时回“排查”接着来。',
  },
  {
    name: 'offTopic',
    all: [['off']],
    not: ['how'],
    say: '这个我帮不上，我只管{活动}的事。回“排查”开始下一户，回“帮助”看我能做什么。',
  },
  {
    name: 'whoAreYou',
    all: [['human']],
    say: '我是{活动}的机器人助手，不是真人：帮您记入户情况、看进度、提醒到期的事。要找真人回“人工”。',
  },
  {
    name: 'abuse',
    all: [['abuse']],
    say: '没帮好您，对不住。哪句没弄明白，换个说法再说一遍；要找真人回“人工”。',
  },
  {
    name: 'thanks',
    all: [['thanks']],
    when: alone,
    say: '不客气，您更辛苦。有事随时说，回“排查”接着下一户。',
  },
  {
    name: 'praise',
    all: [['praise']],
    when: alone,
    say: '谢谢，能帮上忙就好。',
  },
  {
    name: 'greet',
    all: [['greet']],
    when: alone,
    say: '您好，在的。要排查回“排查”，看进度回“进度”，别的直接问我。',
  },
  {
    name: 'bye',
    all: [['bye']],
    when: alone,
    say: '好，今天辛苦了。记下的都在，明天回“排查”接着来。',
  },
  {
    name: 'spotChecked',
    all: [['draw', 'recheck'], ['mismatch']],
    when: (_, c) => c.speaker.roles.some((role) => rolesFor('spotCheck').includes(role)),
    *say() {
      return `${yield* spotStanding()}回“抽查”看名单。`;
    },
  },
  {
    name: 'mismatch',
    all: [['mismatch']],
    say: mismatchSaid,
  },
  {
    name: 'complaint',
    all: [['complaint', 'mute']],
    say: '您说得在理，跑一天还要回消息，确实累。消息多可以回“免打扰”（只留到期提醒），回“减负账”看我发了多少、省了哪些表；分的户太多，请村干部匀一匀。',
  },
];
