import { widestReach } from '../../access/policy.ts';
import { opinionSaid, tellable } from '../../campaign/satisfaction.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { oneNamed, ownPlace } from './resolve.ts';

const most = 24;
const names = { township: '乡镇', village: '村' } as const;

/**
 * 哪个镇满意率最低: the rates of the units below, in the register's order and no table of ranks; units of which too few
 * answered have none.
 */
export function* satisfiedUnits(c: Conversation, said: InquirySaid): Asking<string> {
  if (widestReach(c.speaker, 'satisfaction') === 'none')
    return '满意率由乡镇、县里和领导看；户里怎么答的，上门的人看不到。';
  if (c.inRoom) return '满意率不在群里说，请私聊问我。';
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return '';
  const place = ownPlace(c, named);
  const level = place.kind === 'township' || said.units?.level === 'village' ? 'village' : 'township';
  if (place.kind === 'village') return '满意率按乡镇和村给，回“满意率 村名”。';
  const units = (yield* ask('unitNames', {})).filter(
    (u) => u.outside !== true && u.kind === level && (place.kind === 'county' || u.township === place.unit),
  );
  if (units.length > mostAsked)
    return `${place.name}的村太多，一个镇一个镇地问，如“满意率 ${units[0]?.townshipName ?? ''}”。`;
  const { satisfaction } = campaignOf(c.session.settings);
  const lines: string[] = [];
  for (const unit of units) {
    const counts = tellable(satisfaction, (yield* ask('opinions', { unit: unit.code })).counts);
    if (counts.length > 0) lines.push(`${unit.name}：${counts.map(opinionSaid).join('，')}`);
  }
  const without = units.length - lines.length;
  const few =
    without === 0 ? '' : `${without}个${names[level]}答过的不到${satisfaction.fewest}户，先不给率。`;
  if (lines.length === 0)
    return `满意率·${place.name}·各${names[level]}：${few}满意不满意由抽查的同志问，或者户里凭码自己答。`;
  const rest = lines.length > most ? `\n……还有${lines.length - most}个，回“满意率 单位名”看。` : '';
  return `满意率·${place.name}·各${names[level]}（按名册顺序，不排名）：\n${lines.slice(0, most).join('\n')}${rest}\n${few}`.trimEnd();
}

/** Units asked one by one for their rate. */
const mostAsked = 60;
