import { allows, rolesFor } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import { shanghaiMinute } from '../../calendar/workdays.ts';
import { pictureOf } from '../../charts/picture.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { readWorkAsked } from '../../inquiry/work/work-asked.ts';
import { standing } from '../../progress/overview.ts';
import { digestText, groupDigestText } from '../../pushes/evening-digest.ts';
import { tellAside } from './lists.ts';
import { courseOf } from './show-progress.ts';
import { unitSaid } from './unit-said.ts';

export const digestCommands: readonly Command[] = [
  command<string>({
    name: 'digest',
    roles: rolesFor('digest'),
    match: (text) => {
      const asked = readWorkAsked(text);
      return asked?.is === 'digest' ? asked.place : undefined;
    },
    run: digest,
  }),
  command<true>({
    name: 'dashboard',
    inRoom: 'open',
    roles: rolesFor('dashboard'),
    match: phrased(['打开|看? 看板|大屏|数据看板']),
    *run(c) {
      if (c.session.chat.channel === 'web')
        return c.say('您已经在网页上了：点左上角的三道杠，里面的“看板”就是。');
      tellAside(c, '点下面的链接进网页，上面的“看板”就是。链接只给您本人，10分钟内有效。', {
        privately: true,
        document: { kind: 'entryLink', args: {}, fileName: '看板' },
      });
    },
  }),
];

/** A visit counts to today's pace from late afternoon on. */
const evening = 17 * 60;

/** 日报 now: the evening's digest whenever it is asked for, with its picture. In a group without who is behind. */
function* digest(c: Conversation, words: string): Asking<void> {
  const about = yield* unitSaid(c, words, 'digest', '日报');
  if (about.is === 'own') return tellAside(c, '日报由乡镇和县里看。回“进度”看您名下的。');
  if (about.is !== 'unit') return;
  const { unit } = about;
  const target = {
    unit: unit.code,
    kind: unit.kind,
    ...(unit.township === undefined ? {} : { township: unit.township }),
  };
  if (!allows(c.speaker, 'digest', target) || unit.kind === 'village')
    return tellAside(c, `${unit.name}没有日报。回“进度 ${unit.name}”看进度。`);
  const today = isoDate(c.at);
  const facts = yield* ask('digestFacts', {
    unit: unit.code,
    unitName: unit.name,
    unitKind: unit.kind,
    today,
  });
  const course = { ...(yield* courseOf(c)), evening: shanghaiMinute(c.at) >= evening };
  c.remember({
    query: 'households',
    args: { filter: 'remaining', unit: unit.code, unitName: unit.name, unitKind: unit.kind },
    offset: 0,
  });
  const picture = {
    title: unit.name,
    campaign: course.campaign,
    at: c.at,
    end: course.end,
    counts: facts.counts,
    standing: standing(facts.counts, facts.days, course),
    units: facts.units,
    unitKind: unit.kind === 'county' ? ('township' as const) : ('village' as const),
    days: facts.days,
    problems: facts.problems,
  };
  tellAside(c, c.inRoom ? groupDigestText(facts, course) : digestText(facts, course), {
    document: pictureOf(picture, `digest/${today}`),
  });
}
