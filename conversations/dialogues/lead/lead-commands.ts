import { rolesFor } from '../../access/policy.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { byName, declare, easeOf } from './by-name.ts';
import { leadsPerPage, listLeads } from './list.ts';
import { leadLine } from './show.ts';
import { onLead } from './step.ts';
import { leadSaid } from './words.ts';

const roles = rolesFor('leads');
/** 线索 张三 */
function* leadOfHead(c: Conversation, headName: string): Asking<void> {
  const found = yield* ask('leadsOf', { headName });
  const [only] = found;
  if (only === undefined) return c.say(`${headName}家没有监测线索，或者不在您的范围内。`);
  if (found.length === 1) return yield* onLead(c, only.no, '');
  c.say(
    `有${found.length}条：\n${found
      .slice(0, leadsPerPage)
      .map((l) => leadLine(c, l))
      .join('\n')}\n回“线索 编号”看详情。`,
  );
}

/** Monitoring leads by number, by name, or as a list. */
export const leadCommands: readonly Command[] = [
  command<{ name: string; rest: string }>({
    name: 'easeLead',
    ofHousehold: true,
    inRoom: 'private',
    roles: rolesFor('rectify'),
    match: byName('风险消除|风险已消除'),
    run: easeOf,
  }),
  command<{ name: string; rest: string }>({
    name: 'declareLead',
    ofHousehold: true,
    inRoom: 'private',
    roles: ['helper', 'villageCadre', 'townshipCadre', 'countyOffice'],
    match: byName('自主申报|农户申报'),
    run: declare,
  }),
  command<{ no: number; rest: string }>({
    name: 'lead',
    roles,
    match: leadSaid,
    run: (c, { no, rest }) => onLead(c, no, rest),
    takesPhotos: true,
  }),
  command<true>({
    name: 'leads',
    roles,
    match: phrased([
      '查|看|看看|查看? 有哪些|有多少|在办|在办的? 监测? 线索 列表|清单|情况|有哪些|有多少|有几条|有几户? ？?',
    ]),
    run: (c) => listLeads(c, 0),
  }),
  command<string>({
    name: 'leadOf',
    ofHousehold: true,
    inRoom: 'private',
    roles,
    match: phrased(['监测? 线索 _ <name>'], ({ name }) => name),
    run: leadOfHead,
  }),
];
