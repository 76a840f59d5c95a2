import { rolesFor } from '../../access/policy.ts';
import { type Command, command } from '../../contract/command.ts';
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
    match: (text) => (/^自查\s*(?:进度|情况|进展)$/u.test(text) ? true : undefined),
    *run(c) {
      c.say(yield* unitsStanding(c));
    },
  }),
  command<true>({
    name: 'selfCheck',
    roles,
    match: (text) => (/^(?:单位)?自查$/u.test(text) ? true : undefined),
    *run(c) {
      c.say(yield* selfCheckStanding(c));
    },
  }),
  command<string>({
    name: 'selfCheckArea',
    inRoom: 'private',
    roles,
    match: (text) =>
      /^自查\s*(?!报告|进度|情况)((?:第)?[\d一二三四五六七八九十]{1,3}(?:[项方面类]*)|\s[\p{Script=Han}“”、]{2,16})$/u
        .exec(text.normalize('NFKC'))?.[1]
        ?.trim(),
    run: (c, words) => open(c, words),
  }),
];
