import type { Reply } from '../../contract/turn.ts';
import type { Inquiry } from '../../inquiry/inquiry.ts';
import type { Counted } from '../../inquiry/result.ts';
import { shareInWords } from '../../inquiry/shares.ts';
import { measureOf } from '../../inquiry/tell.ts';

/** What is said to one question; several of a message are joined. */
export interface AnswerSaid {
  text: string;
  /** Rows or text of households: in a group this goes to the asker alone. */
  namesHouseholds?: true;
  document?: Reply['document'];
}

/** Over what it was counted, with the share. */
function over(asked: Inquiry, { n, over: whole }: Counted): string {
  if (whole === n || asked.limit !== undefined) return '';
  if (asked.of === 'staff') return `共${whole}人，占${shareInWords(n, whole)}`;
  if (asked.of === 'problems' || asked.of === 'leads')
    return `占${whole}${measureOf(asked)}的${shareInWords(n, whole)}`;
  return `${amongWhich(asked)}${whole}户里占${shareInWords(n, whole)}`;
}

/** Over which households it was counted: those that left the base stand in the register alone. */
export function amongWhich(asked: Inquiry): string {
  if (looksAtVisits(asked)) return '已排查的';
  const explained = asked.where.some((c) => c.on === 'standing' && c.values.includes('explained'));
  return explained ? '在册的' : '应排查的';
}

export function aside(asked: Inquiry, counted: Counted): string {
  const said = over(asked, counted);
  return said === '' ? '' : `，${said}`;
}

/** Is it counted over those visited? */
function looksAtVisits({ where, key, by, period }: Inquiry): boolean {
  const answers = where.some((c) => ['answer', 'amount', 'perHead', 'unsure'].includes(c.on));
  return answers || key !== undefined || by === 'answer' || by === 'day' || period !== undefined;
}
