import { dayInWords, isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { maskNumbers } from '../../language/masking.ts';
import type { Lead } from '../../leads/lead.ts';
import type { LeadStep } from '../../leads/steps.ts';
import { outcomeSaid } from '../lists/row-said.ts';

/** What the lists brought in say of a lead's household, matter by matter. */
interface Compared {
  /** 参保, with what the lists say, or that the household isn't in them. */
  found: readonly { matter: string; says: string }[];
  absent: readonly { matter: string; lists: string }[];
  /** Matters of which nobody has brought a list. */
  unknown: readonly string[];
  /** 1号医保局名单、3号公安局车辆名单 */
  used: string;
}

/** undefined: no list of such a kind came in, or it is asked in a group, which hears nothing of lists. */
function* compare(c: Conversation, lead: Lead): Asking<Compared | undefined> {
  if (c.inRoom || lead.stage !== 'checked') return undefined;
  const kinds = campaignOf(c.session.settings).listKinds.filter(({ compares }) => compares !== undefined);
  const { lists, rows } = yield* ask('comparingLists', {
    household: lead.household.id,
    kinds: kinds.map(({ id }) => id),
  });
  if (lists.length === 0) return undefined;
  const found: Compared['found'][number][] = [];
  const absent: Compared['absent'][number][] = [];
  const unknown: string[] = [];
  for (const { id, name, compares: matter = '' } of kinds) {
    const own = rows.filter((row) => row.kind === id);
    const brought = lists.filter((list) => list.kind === id);
    const called = brought.map(({ no, at }) => `${no}号${name}，${dayInWords(isoDate(at))}`).join('；');
    if (own.length > 0)
      for (const row of own) {
        const checked = outcomeSaid(row);
        const says = `${row.person}${maskNumbers(row.words)}（${row.listNo}号${name}${checked === '' ? '' : `，核查${checked}`}）`;
        found.push({ matter, says });
      }
    else if (brought.length > 0) absent.push({ matter, lists: called });
    else unknown.push(matter);
  }
  const names = new Map(kinds.map(({ id, name }) => [id, name]));
  return {
    found,
    absent,
    unknown,
    used: lists.map(({ no, kind }) => `${no}号${names.get(kind) ?? '名单'}`).join('、'),
  };
}

/** Lines below a lead that waits for the comparison: what the lists say, where it isn't in them, what there is no list of. */
export function* comparedLines(c: Conversation, lead: Lead): Asking<string[]> {
  const compared = yield* compare(c, lead);
  if (compared === undefined) return [];
  const { found, absent, unknown } = compared;
  return [
    ...found.map(({ matter, says }) => `名单比对·${matter}：${says}`),
    ...(absent.length === 0
      ? []
      : [`名单里没有这户：${absent.map(({ matter, lists }) => `${matter}（${lists}）`).join('、')}`]),
    ...(unknown.length === 0 ? [] : [`没有名单、要另查的：${unknown.join('、')}`]),
  ];
}

/** The choice of taking the lists' word for it. */
export const byListsChoice = '1.按名单记';

/** What is recorded of the comparison names the lists it rests on; 1 takes what they say as it stands. */
export function* withLists(c: Conversation, lead: Lead, step: LeadStep): Asking<LeadStep> {
  if (!step.agreed || step.words === '') return step;
  const compared = yield* compare(c, lead);
  if (compared === undefined) return step;
  const { found, absent, unknown, used } = compared;
  const byLists = [
    ...found.map(({ matter, says }) => `${matter}查到：${says}`),
    ...(absent.length === 0 ? [] : [`${absent.map(({ matter }) => matter).join('、')}没查到`]),
    ...(unknown.length === 0 ? [] : [`${unknown.join('、')}没有名单`]),
  ].join('；');
  const words = /^(?:1[.、。]?|按名单记?)$/u.test(step.words) ? byLists : step.words;
  return { ...step, words: `${words.slice(0, 240)}（用的名单：${used}）`.slice(0, 300) };
}
