import { addDays, dayInWords, isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { leadId } from '../../contract/ids.ts';
import { type Asking, ask, type HouseholdBrief } from '../../contract/needs.ts';
import { stepDays, stepDue } from '../../leads/clock.ts';
import { isOpen, leadStageLabels } from '../../leads/lead.ts';
import { stepRules } from '../../leads/step-rules.ts';
import { ease } from './ease.ts';
import { leadName } from './show.ts';

interface OfHead {
  name: string;
  rest: string;
}

/** 风险消除 赵己子 收入稳定: a word, a head's name (or a household's code), and what is said of it. */
export const byName = (words: string) =>
  phrased(
    [`${words} _ <head> 家|户?`, `${words} _ <head> 家|户? _ <rest>`],
    ({ head = '', rest = '' }): OfHead => ({
      name: head,
      rest,
    }),
  );

/** The one household meant; says so itself where there is none or several. */
function* householdMeant(c: Conversation, name: string): Asking<HouseholdBrief | undefined> {
  const found = (yield* ask('findHouseholds', { words: name, limit: 9 })).filter(
    (h) => h.headName === name || h.code === name,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  c.say(
    only === undefined
      ? `没找到${name}家，或者不在您的范围内。`
      : `叫${name}的有${found.length}户：${found.map((h) => `${h.villageName}${h.group}（${h.code}）`).join('、')}。请用户编号代替姓名再说一遍。`,
  );
  return undefined;
}

/** The removal of the risk of a household that is being helped, also of one the register already knew as monitored. */
export function* easeOf(c: Conversation, { name, rest }: OfHead): Asking<void> {
  const leads = (yield* ask('leadsOf', { headName: name })).filter((l) => l.stage !== 'declined');
  const helped = leads.filter((l) => l.stage === 'helped');
  const [lead] = helped;
  if (lead !== undefined && helped.length === 1) return yield* ease(c, lead, rest);
  const going = leads.find((l) => isOpen(l.stage));
  if (going !== undefined)
    return c.say(`${leadName(c, going)}现在${leadStageLabels[going.stage]}，办完这一步再提风险消除。`);
  const only = yield* householdMeant(c, name);
  if (only === undefined) return;
  const opened = yield* ask('openHousehold', { id: only.id, questionnaire: 'household' });
  if (opened === null || opened.household.type !== 'monitored')
    return c.say(`${name}家不是监测对象，不用办风险消除。`);
  if (rest === '') return c.say(`风险怎么消除的？连原因一起说，如“风险消除 ${name} 全家务工收入稳定”。`);
  c.change({
    do: 'easeMonitored',
    lead: {
      id: leadId.parse(c.freshId()),
      household: only.id,
      village: only.village,
      words: rest.slice(0, 300),
      stageDue: addDays(isoDate(c.at), stepDays.easing),
    },
  });
  c.say(
    `${only.headName}家：提出风险消除已记，待村级民主评议，由${stepRules.easing.whose}办理。编号回“线索”看。`,
  );
}

/** The household asks for it itself (自主申报); its own clock of two and twenty working days runs. */
export function* declare(c: Conversation, { name, rest }: OfHead): Asking<void> {
  const only = yield* householdMeant(c, name);
  if (only === undefined) return;
  const open = (yield* ask('leadsOf', { headName: only.headName })).find(
    (l) => l.household.id === only.id && l.stage !== 'declined' && l.stage !== 'removed',
  );
  if (open !== undefined)
    return c.say(`${only.headName}家已有${open.no}号线索（${leadStageLabels[open.stage]}），不用再报。`);
  if (rest === '')
    return c.say(`${only.headName}家为什么申报？连原因一起说，如“自主申报 ${name} 大病花费多”。`);
  const due = stepDue(
    { flaggedAt: c.at, source: 'declared', record: {} },
    'flagged',
    isoDate(c.at),
    campaignOf(c.session.settings).official,
  );
  c.change({
    do: 'declareLead',
    lead: {
      id: leadId.parse(c.freshId()),
      household: only.id,
      village: only.village,
      reason: rest.slice(0, 200),
      stageDue: due,
    },
  });
  c.say(
    `${only.headName}家自主申报已记：2个工作日内（${dayInWords(due)}前）入户核实，20个工作日内办结。编号回“线索”看。`,
  );
}
