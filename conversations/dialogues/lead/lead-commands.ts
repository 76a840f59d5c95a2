import { rolesFor } from '../../access/policy.ts';
import { type Command, command } from '../command.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { leadLine } from './show.ts';
import { onLead } from './step.ts';
import { matchLead } from './words.ts';

const roles = rolesFor('leads');
const perPage = 8;

/** 线索: those on their way within the speaker's scope, the most urgent first. */
function* listLeads(c: Conversation): Asking<void> {
  const { leads, total } = yield* ask('openLeads', { limit: perPage, offset: 0 });
  if (leads.length === 0) return c.say('现在没有在办的监测线索。');
  const more = total > leads.length ? `（先列最急的${leads.length}条）` : '';
  c.say(
    `在办的监测线索${total}条${more}：\n${leads.map((l) => leadLine(c, l)).join('\n')}\n回“线索 编号”看详情、办下一步。`,
  );
}

/** 线索 张三 */
function* leadOfHead(c: Conversation, headName: string): Asking<void> {
  const found = yield* ask('leadsOf', { headName });
  const [only] = found;
  if (only === undefined) return c.say(`${headName}家没有监测线索，或者不在您的范围内。`);
  if (found.length === 1) return yield* onLead(c, only.no, '');
  c.say(
    `有${found.length}条：\n${found
      .slice(0, perPage)
      .map((l) => leadLine(c, l))
      .join('\n')}\n回“线索 编号”看详情。`,
  );
}

/** Monitoring leads by number, by name, or as a list. */
export const leadCommands: readonly Command[] = [
  command<{ no: number; rest: string }>({
    name: 'lead',
    roles,
    match: matchLead,
    run: (c, { no, rest }) => onLead(c, no, rest),
    takesPhotos: true,
  }),
  command<true>({
    name: 'leads',
    roles,
    match: (text) => (/^(?:监测)?线索(?:列表)?$/u.test(text) ? true : undefined),
    run: (c) => listLeads(c),
  }),
  command<string>({
    name: 'leadOf',
    roles,
    match: (text) => /^(?:监测)?线索\s+([\p{Script=Han}·]{2,6})$/u.exec(text)?.[1],
    run: leadOfHead,
  }),
];
