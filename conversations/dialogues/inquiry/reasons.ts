import { isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import type { Inquiry } from '../../inquiry/inquiry.ts';

/** Of what was counted how many have which reason, where persons' reasons are asked for; undefined where none are. */
export function* reasonsOf(c: Conversation, asked: Inquiry): Asking<string | undefined> {
  if (c.inRoom || (asked.of !== 'persons' && asked.of !== 'households')) return undefined;
  const { householdForm } = campaignOf(c.session.settings);
  for (const condition of asked.where) {
    if (condition.on !== 'answer') continue;
    const question = questionOf(householdForm, condition.key);
    const reason = question?.personAsks?.find(({ title }) => title.includes('原因'));
    if (question === undefined || reason?.choices === undefined) continue;
    const whole = yield* ask('countInquiry', { inquiry: asked, today: isoDate(c.at) });
    if (whole.n === 0) return undefined;
    const parts: string[] = [];
    for (const { value, label } of reason.choices) {
      const { n } = yield* ask('countInquiry', {
        inquiry: {
          want: 'count',
          of: 'households',
          where: [...asked.where, { on: 'person', key: condition.key, facet: reason.key, values: [value] }],
          place: asked.place,
          ...(asked.period === undefined ? {} : { period: asked.period }),
        },
        today: isoDate(c.at),
      });
      if (n > 0) parts.push(`${label}${n}户`);
    }
    return parts.length === 0
      ? `${reason.title}：这些户都还没记。入户时说是谁、为什么，就记得上。`
      : `${reason.title}：${parts.join('、')}；没记的不算在内。`;
  }
  return undefined;
}
