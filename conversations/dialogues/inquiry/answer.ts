import { isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type Inquiry, spent, waited } from '../../inquiry/inquiry.ts';
import type { Counted } from '../../inquiry/result.ts';
import { meanInWords } from '../../inquiry/shares.ts';
import { inquiryLabel, keyLabel, measureOf, speaksOfFew, unitOfKey } from '../../inquiry/tell.ts';
import { type AnswerSaid, amongWhich, aside } from './answer-said.ts';
import { inParts } from './parts.ts';
import { rememberInquiry } from './resolve.ts';
import { lineOf } from './rows.ts';

/** Lines of households and parts that one message holds. */
const shownRows = 10;
/** So few rows are shown with their number at once. */
const fewRows = 3;

/**
 * Answers a complete inquiry: what was understood, the number, its parts or rows.
 * @param drawn a picture was asked for
 */
export function* answered(c: Conversation, asked: Inquiry, drawn = false): Asking<AnswerSaid> {
  const said = yield* toldOf(c, asked, drawn);
  return speaksOfFew(campaignOf(c.session.settings), asked) ? { ...said, namesHouseholds: true } : said;
}

function* toldOf(c: Conversation, asked: Inquiry, drawn: boolean): Asking<AnswerSaid> {
  const counted = yield* ask('countInquiry', { inquiry: asked, today: isoDate(c.at) });
  rememberInquiry(c, asked, 0);
  const label = inquiryLabel(campaignOf(c.session.settings), asked);
  if (asked.against !== undefined && asked.by === undefined)
    return { text: yield* besideOthers(c, asked, counted, label) };
  if (asked.by !== undefined && asked.want !== 'sheet')
    return inParts(c, asked, counted, label, drawn) ?? { text: nothing(asked, counted, label) };
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

/** 今天28户，昨天243户，少215户: the same number of two times. */
function* besideOthers(c: Conversation, asked: Inquiry, counted: Counted, label: string): Asking<string> {
  const { period, against, ...rest } = asked;
  if (period === undefined || against === undefined) return '';
  const other = yield* ask('countInquiry', { inquiry: { ...rest, period: against }, today: isoDate(c.at) });
  const unit = measureOf(asked);
  const [now, then] = [amountOf(asked, counted), amountOf(asked, other)];
  const more = now === then ? '一样多' : now > then ? `多${now - then}${unit}` : `少${then - now}${unit}`;
  return `${label}：${period.said}${now}${unit}，${against.said}${then}${unit}，${period.said}${now === then ? '和' : '比'}${against.said}${more}。`;
}

const amountOf = (asked: Inquiry, { n, sum }: Counted): number => (asked.of === 'persons' ? (sum ?? n) : n);

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

function nothing(asked: Inquiry, { over: whole }: Counted, label: string): string {
  const where =
    asked.of === 'staff'
      ? `共${whole}人里没有`
      : asked.of === 'problems' || asked.of === 'leads'
        ? `共${whole}${measureOf(asked)}${things(asked)}里没有`
        : asked.period !== undefined && whole === 0
          ? `${asked.period.said}没有提交的户`
          : `${amongWhich(asked)}${whole}户里一户也没有`;
  return `${label}：0${measureOf(asked)}。${where}。`;
}

function amount(c: Conversation, asked: Inquiry, { sum, known, n }: Counted, label: string): string {
  const unit = unitOfKey(campaignOf(c.session.settings), asked.key ?? '');
  if (sum === null || known === 0)
    return `${label}：还没有记到${keyLabel(campaignOf(c.session.settings), asked.key ?? '')}的户。`;
  const per = asked.key === 'perHead' ? `${known}口人` : `${known}${measureOf(asked)}`;
  if (asked.key === spent)
    return `${label}：平均一户${meanInWords(sum, known)}分钟（从开始到提交）。按${per}算。`;
  if (asked.key === waited) return `${label}：${meanInWords(sum, known)}天（从查出到销号）。按${per}算。`;
  if (asked.want === 'sum') return `${label}：${sum}${unit}（已排查并记到的${known}户）。`;
  const how = asked.key === 'perHead' ? '（家庭年收入合计÷人口，毛收入）' : '';
  return `${label}：${meanInWords(sum, known)}${unit}${how}。按已排查并记到的${per}算${asked.key === 'perHead' ? `，共${n}户` : `，合计${sum}${unit}`}。`;
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
