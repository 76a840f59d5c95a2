import { widestReach } from '../../access/policy.ts';
import { dayInWords, isoDate } from '../../calendar/days.ts';
import { ledgerOutcomes } from '../../campaign/outcomes.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdTypeLabel } from '../../contract/household.ts';
import { isHandedIn } from '../../contract/session.ts';
import { maskName } from '../../language/masking.ts';
import { leadStageLabels } from '../../leads/lead.ts';
import { categoryLabels, statusLabels, unrectifiedStatuses } from '../../problems/states.ts';
import type { HouseholdStanding } from '../../progress/needs.ts';
import { dueInWords } from '../../pushes/morning.ts';

/**
 * What 查 张三 answers: state, helper, when, problems and their state, the lead's. In a group the name is masked and
 * kinds of problems and the lead stay unsaid: they speak of illness, schooling and income.
 */
export function standingCard(c: Conversation, h: HouseholdStanding): string {
  const place = `${h.townshipName}${h.villageName}${h.group}`;
  if (c.inRoom) {
    const open = h.problems.filter((p) => p.status !== 'closed').length;
    const problems = h.problems.length === 0 ? '' : `问题${h.problems.length}个，没销号${open}个。`;
    return `${maskName(h.headName)}（${place}）：${stateOf(h, false)}。${problems}详细的请私聊问我。`;
  }
  // A department sees a household through a problem of its own: of the visit it knows nothing, which is not none.
  if (widestReach(c.speaker, 'household') === 'areas' || c.speaker.unitKind === 'department')
    return `${h.headName}（${place}）：${problemLines(h, isoDate(c.at))}\n走访到哪一步、由谁负责，您这里看不到，由村里和镇里看。`;
  const helpers = h.helpers.length === 0 ? '还没分到人' : `由${h.helpers.join('、')}负责`;
  return [
    `${h.headName}（${place}，${householdTypeLabel(h)}）：${stateOf(h, true)}；${helpers}。`,
    problemLines(h, isoDate(c.at)),
    h.lead === null
      ? ''
      : `监测线索${h.lead.no}号：${leadStageLabels[h.lead.stage as keyof typeof leadStageLabels] ?? h.lead.stage}。`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function stateOf(h: HouseholdStanding, withNames: boolean): string {
  const { visit } = h;
  if (visit === null) return '还没排查';
  const by = withNames && visit.helperName !== null ? `，${visit.helperName}` : '';
  const day = visit.submittedAt === null ? '' : ` ${dayInWords(isoDate(visit.submittedAt))}`;
  const verify = visit.toVerify > 0 && visit.status !== 'draft' ? `，${visit.toVerify}项待核实` : '';
  const outcome =
    visit.outcome === null || visit.outcome === 'answered'
      ? ''
      : `（${ledgerOutcomes[visit.outcome].label}）`;
  switch (visit.status) {
    case 'submitted':
      return `已排查${outcome}${by}${day}提交，待审核${verify}`;
    case 'verified':
      return `已排查${outcome}${by}${day}提交，已审核${verify}`;
    case 'returned':
      return `被退回${visit.returnReason === null || !withNames ? '' : `：${visit.returnReason}`}${by}`;
    case 'draft':
      return visit.outcome === null
        ? `排查了一半${by} ${dayInWords(isoDate(visit.startedAt))}开始`
        : `去过${outcome}${by}，还要再去`;
  }
}

function problemLines(h: HouseholdStanding, today: string): string {
  if (h.problems.length === 0) return h.visit != null && isHandedIn(h.visit.status) ? '没查出问题。' : '';
  const lines = h.problems.slice(0, 6).map((p) => {
    const due =
      unrectifiedStatuses.includes(p.status) && p.due !== null ? `，${dueInWords(p.due, today)}` : '';
    return `${p.no}号${categoryLabels[p.category]}（${statusLabels[p.status]}${due}）`;
  });
  return `问题${h.problems.length}个：${lines.join('、')}${h.problems.length > 6 ? '等' : ''}。`;
}
