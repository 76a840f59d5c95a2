import { isoDate } from '../../calendar/days.ts';
import { sayMoment } from '../../calendar/workdays.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { barsPicture } from '../../charts/bars-chart.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Inquiry, spent, waited } from '../../inquiry/inquiry.ts';
import type { Counted, ResultPart } from '../../inquiry/result.ts';
import { meanInWords, shareInWords } from '../../inquiry/shares.ts';
import { measureOf, partName } from '../../inquiry/tell.ts';
import { type AnswerSaid, aside } from './answer-said.ts';

/** Lines of parts that one message holds, and bars that one picture does. */
const shownParts = 24;
const shownBars = 60;
/** Of fewer there is nothing to compare that two lines don't say. */
const fewestBars = 3;

const units: Partial<Record<NonNullable<Inquiry['by']>, string>> = {
  township: '乡镇',
  village: '村',
  group: '组',
};

/** What a mean is counted in, where the name of what it is a mean of doesn't say so. */
const meanUnits: Readonly<Record<string, string>> = { [spent]: '分钟', [waited]: '天' };

/** A part as it is told, and as long as its bar is. */
function told(asked: Inquiry, part: ResultPart): { label: string; value: number } {
  const unit = measureOf(asked);
  if (asked.want === 'sum' && part.sum !== null) return { label: String(part.sum), value: part.sum };
  if (asked.want === 'average' && part.sum !== null)
    return {
      label: `${meanInWords(part.sum, part.known)}${meanUnits[asked.key ?? ''] ?? ''}`,
      value: part.known === 0 ? 0 : part.sum / part.known,
    };
  const n = asked.of === 'persons' ? (part.sum ?? part.n) : part.n;
  const share = shareInWords(part.n, part.over);
  if (asked.want === 'share')
    return {
      label: `${part.n}/${part.over}（${share}）`,
      value: part.over === 0 ? 0 : part.n / part.over,
    };
  return { label: `${n}${unit}${asked.by === 'answer' ? `（${share}）` : ''}`, value: n };
}

/**
 * One line a part, in the register's order or by size; parts without a row are left out. Where units are compared, or a
 * picture was asked for, with one. Undefined where no part has a row.
 */
export function inParts(
  c: Conversation,
  asked: Inquiry,
  counted: Counted,
  label: string,
  drawn: boolean,
): AnswerSaid | undefined {
  const all = asked.having !== undefined || asked.order === 'least';
  const parts = counted.parts.filter((part) => part.n > 0 || all);
  if (parts.length === 0) return undefined;
  const campaign = campaignOf(c.session.settings);
  const values = parts.map((part) => ({
    name: partName(campaign, asked, part),
    ...told(asked, part),
  }));
  const shown = values.slice(0, shownParts);
  const rest = values.length - shown.length;
  const summed = counted.parts.reduce((sum, part) => sum + part.n, 0);
  const whole = asked.by === 'answer' ? (counted.parts[0]?.over ?? 0) : summed;
  const average = asked.want === 'average' || asked.want === 'sum';
  const total = average
    ? ''
    : asked.having !== undefined
      ? `：${values.length}个${units[asked.by ?? 'day'] ?? ''}`
      : `：共${asked.of === 'persons' ? `${counted.sum ?? 0}人` : `${whole}${measureOf(asked)}`}`;
  const of = asked.by === 'answer' || asked.having !== undefined ? '' : aside(asked, counted);
  const more = rest > 0 ? [`……还有${rest}个，回“发个表”要全部。`] : [];
  const none = asked.having?.op === 'eq' && asked.having.than === 0;
  const lines = none
    ? [shown.map(({ name }) => name).join('、')]
    : shown.map(({ name, label: value }) => `${name} ${value}`);
  const text = [`${label}${total}${of}`, ...lines, ...more].join('\n');
  if (!drawn && !comparesUnits(asked, values.length)) return { text };
  const bars = values.slice(0, shownBars);
  const left = values.length - bars.length;
  const title = `${label}${total}`;
  return {
    text,
    document: barsPicture(
      {
        kind: 'bars',
        title,
        asOf: sayMoment(c.at),
        rows: bars,
        note: left > 0 ? `还有${left}个没画出来。` : '',
      },
      `${label.replace(/[·/\\:*?"<>|]/gu, '')}${isoDate(c.at)}.png`,
    ),
  };
}

const comparesUnits = ({ by }: Inquiry, parts: number): boolean =>
  (by === 'township' || by === 'village') && parts >= fewestBars;
