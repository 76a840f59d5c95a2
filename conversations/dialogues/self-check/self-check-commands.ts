import { rolesFor } from '../../access/policy.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { dutyNamed } from '../../self-check/respondents.ts';
import { goOnWithSheet } from './answer.ts';
import { nextOpen, openSheet, ownDuties } from './sheet.ts';
import { selfCheckStanding, unitsStanding } from './standing.ts';
import { showSheetSummary } from './summary.ts';

const roles = rolesFor('selfCheck');

/** 自查 6: begins or goes on with an area. */
function* open(c: Conversation, words: string): Asking<void> {
  const duties = ownDuties(c);
  const duty = dutyNamed(duties, words);
  if (duty === undefined) {
    const mine = duties.map((d) => d.area.no).join('、');
    return c.say(
      mine === ''
        ? '您的单位不用填自查；看各单位进度回“自查进度”。'
        : `没有“${words.slice(0, 12)}”这一项，或不归您单位。您单位要查：${mine}。`,
    );
  }
  const sheet = yield* openSheet(c, duty);
  if (sheet.sheet.status === 'submitted' && nextOpen(sheet) === undefined) showSheetSummary(c, sheet);
  else goOnWithSheet(c, sheet);
}

/** The self-check of the plan's areas, for units. */
export const selfCheckCommands: readonly Command[] = [
  command<true>({
    name: 'selfCheckProgress',
    roles,
    match: phrased(['自查 进度|情况|进展']),
    *run(c) {
      c.say(yield* unitsStanding(c));
    },
  }),
  command<true>({
    name: 'selfCheck',
    roles,
    match: phrased(['单位? 自查']),
    *run(c) {
      c.say(yield* selfCheckStanding(c));
    },
  }),
  command<string>({
    name: 'selfCheckArea',
    inRoom: 'private',
    roles,
    match: phrased(['自查 <ordinal>', '自查 _ <title>'], ({ ordinal, title }) => ordinal ?? title),
    run: (c, words) => open(c, words),
  }),
];
