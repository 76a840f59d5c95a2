import { isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Reply } from '../../contract/turn.ts';
import type { Inquiry } from '../../inquiry/inquiry.ts';
import type { Counted, ResultPart } from '../../inquiry/result.ts';
import { meanInWords, shareInWords } from '../../inquiry/shares.ts';
import { inquiryLabel, keyLabel, measureOf, partName, speaksOfFew, unitOfKey } from '../../inquiry/tell.ts';
import { rememberInquiry } from './resolve.ts';
import { lineOf } from './rows.ts';

/** What is said to one question; several of a message are joined. */
export interface AnswerSaid {
  text: string;
  /** Rows or text of households: in a group this goes to the asker alone. */
  namesHouseholds?: true;
  document?: Reply['document'];
}

/** Lines of households and parts that one message holds. */
export const shownRows = 10;
const shownParts = 24;
/** So few rows are shown with their number at once. */
const fewRows = 3;

/** Answers a complete inquiry: what was understood, the number, its parts or rows. */
export function* answered(c: Conversation, asked: Inquiry): Asking<AnswerSaid> {
  const said = yield* toldOf(c, asked);
  return speaksOfFew(campaignOf(c.session.settings), asked) ? { ...said, namesHouseholds: true } : said;
}

function* toldOf(c: Conversation, asked: Inquiry): Asking<AnswerSaid> {
  const counted = yield* ask('countInquiry', { inquiry: asked, today: isoDate(c.at) });
  rememberInquiry(c, asked, 0);
  const label = inquiryLabel(campaignOf(c.session.settings), asked);
  if (asked.by !== undefined && asked.want !== 'sheet') return { text: inParts(c, asked, counted, label) };
  if (asked.want === 'sum' || asked.want === 'average') return { text: amount(c, asked, counted, label) };
  if (counted.n === 0) return { text: nothing(asked, counted, label) };
  const head = `${label}：${numberOf(asked, counted)}`;
  if (asked.want === 'sheet') return sheet(c, asked, head);
  if (asked.want === 'share') return { text: `${head}${aside(asked, counted)}。` };
  const lists = asked.want === 'list' || (!c.inRoom && counted.n <= fewRows);
  if (!lists)
    return {
      text: `${head}${aside(asked, counted)}。\n回“哪些”看是哪些${things(asked)}，“各村”看分布${asked.of === 'staff' ? '' : '，“发个表”要全部'}。`,
    };
  return yield* withRows(c, asked, head, counted);
}

const things = ({ of }: Inquiry): string =>
  of === 'problems' ? '问题' : of === 'leads' ? '线索' : of === 'staff' ? '人' : '户';

/** 12户; of persons how many, with how many were not written down. */
function numberOf(asked: Inquiry, counted: Counted): string {
  if (asked.of !== 'persons') return `${Math.min(counted.n, asked.limit ?? counted.n)}${measureOf(asked)}`;
  const people = counted.sum ?? 0;
  if (counted.unnamed > 0)
    return `至少${people}人（${counted.n}户，其中${counted.unnamed}户没记是谁，按1人算）`;
  return `${people}人（${counted.n}户）`;
}

/** Over what it was counted, with the share. */
function over(asked: Inquiry, { n, over: whole }: Counted): string {
  if (whole === n || asked.limit !== undefined) return '';
  if (asked.of === 'staff') return `共${whole}人，占${shareInWords(n, whole)}`;
  if (asked.of === 'problems' || asked.of === 'leads')
    return `占${whole}${measureOf(asked)}的${shareInWords(n, whole)}`;
  const where = isVisited(asked) ? '已排查的' : '在册的';
  return `${where}${whole}户里占${shareInWords(n, whole)}`;
}

function aside(asked: Inquiry, counted: Counted): string {
  const said = over(asked, counted);
  return said === '' ? '' : `，${said}`;
}

function isVisited({ where, key, by, period }: Inquiry): boolean {
  const answers = where.some((c) => ['answer', 'amount', 'perHead', 'unsure'].includes(c.on));
  return answers || key !== undefined || by === 'answer' || by === 'day' || period !== undefined;
}

function nothing(asked: Inquiry, { over: whole }: Counted, label: string): string {
  const where =
    asked.of === 'staff'
      ? `共${whole}人里没有`
      : asked.of === 'problems' || asked.of === 'leads'
        ? `共${whole}${measureOf(asked)}${things(asked)}里没有`
        : asked.period !== undefined && whole === 0
          ? `${asked.period.said}没有提交的户`
          : isVisited(asked)
            ? `已排查的${whole}户里一户也没有`
            : `在册的${whole}户里一户也没有`;
  return `${label}：0${measureOf(asked)}。${where}。`;
}

function amount(c: Conversation, asked: Inquiry, { sum, known, n }: Counted, label: string): string {
  const unit = unitOfKey(campaignOf(c.session.settings), asked.key ?? '');
  if (sum === null || known === 0)
    return `${label}：还没有记到${keyLabel(campaignOf(c.session.settings), asked.key ?? '')}的户。`;
  const per = asked.key === 'perHead' ? `${known}口人` : `${known}户`;
  if (asked.want === 'sum') return `${label}：${sum}${unit}（已排查并记到的${known}户）。`;
  const how = asked.key === 'perHead' ? '（家庭年收入合计÷人口，毛收入）' : '';
  return `${label}：${meanInWords(sum, known)}${unit}${how}。按已排查并记到的${per}算${asked.key === 'perHead' ? `，共${n}户` : `，合计${sum}${unit}`}。`;
}

/** One line a part, in the register's order or by size. Parts without a row are left out where units are asked for. */
function inParts(c: Conversation, asked: Inquiry, counted: Counted, label: string): string {
  const parts = counted.parts.filter((part) => part.n > 0);
  const unit = measureOf(asked);
  if (parts.length === 0) return nothing(asked, counted, label);
  const shown = parts.slice(0, shownParts);
  const rest = parts.length - shown.length;
  const summed = counted.parts.reduce((sum, part) => sum + part.n, 0);
  const whole = asked.by === 'answer' ? (counted.parts[0]?.over ?? 0) : summed;
  const average = asked.want === 'average' || asked.want === 'sum';
  const value = (part: ResultPart) =>
    average && part.sum !== null
      ? `${asked.want === 'sum' ? part.sum : meanInWords(part.sum, part.known)}`
      : asked.want === 'share'
        ? `${part.n}/${part.over}（${shareInWords(part.n, part.over)}）`
        : `${part.n}${unit}${asked.by === 'answer' ? `（${shareInWords(part.n, part.over)}）` : ''}`;
  const lines = shown.map(
    (part) => `${partName(campaignOf(c.session.settings), asked, part)} ${value(part)}`,
  );
  const total = average ? '' : `：共${asked.of === 'persons' ? `${counted.sum ?? 0}人` : `${whole}${unit}`}`;
  const of = asked.by === 'answer' ? '' : aside(asked, counted);
  const more = rest > 0 ? [`……还有${rest}个，回“发个表”要全部。`] : [];
  return [`${label}${total}${of}`, ...lines, ...more].join('\n');
}

function sheet(c: Conversation, asked: Inquiry, head: string): AnswerSaid {
  const today = isoDate(c.at);
  const name = `${inquiryLabel(campaignOf(c.session.settings), asked).replace(/[·/\\:*?"<>|]/gu, '')}${today}`;
  return {
    text: `${head}。名单含个人信息，请勿转发。`,
    namesHouseholds: true,
    document: {
      kind: 'inquirySheet',
      args: { inquiry: JSON.stringify(asked), today },
      fileName: `${name}.xlsx`,
    },
  };
}

/** The rows behind a number, a page of them; each look is logged. */
export function* withRows(
  c: Conversation,
  asked: Inquiry,
  head: string,
  counted?: Counted,
  offset = 0,
): Asking<AnswerSaid> {
  const page = { inquiry: asked, today: isoDate(c.at), offset, limit: shownRows };
  const { lines, households, total } = yield* lineOf(c, asked, page);
  if (households.length > 0)
    c.change({
      do: 'logAccess',
      households,
      what: `名单：${inquiryLabel(campaignOf(c.session.settings), asked)}`,
    });
  rememberInquiry(c, { ...asked, want: 'list' }, offset + lines.length);
  const rest = total - offset - lines.length;
  const share = counted === undefined ? '' : aside(asked, counted);
  const more = rest > 0 ? [`还有${rest}条，回“更多”接着看，“发个表”要全部。`] : [];
  return { text: [`${head}${share}`, ...lines, ...more].join('\n'), namesHouseholds: true };
}
