import { dayInWords, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Reply } from '../../contract/turn.ts';
import { maskName, maskNumbers } from '../../language/masking.ts';
import { statusLabels } from '../../problems/states.ts';
import type { HouseholdLine, ProblemLine } from '../../progress/needs.ts';
import { dueInWords } from '../../pushes/morning.ts';
import { openAgain } from '../help.ts';
import { groupKind } from '../problem/show.ts';

/** Says it; in the middle of a visit the open question is shown again below. */
export function tellAside(c: Conversation, text: string, extra: Omit<Reply, 'text'> = {}): void {
  c.say(`${text}${openAgain(c)}`, extra);
}

/** How many lines of a list one chat message holds. */
export const pageSize = 10;
/** Lines of problems are longer. */
export const problemsPerPage = 6;

/** A tally's letters in words. */
export function sayTally(tally: string | null): string {
  if (tally === null) return '没开始';
  const kinds: Record<string, string> = {
    D: '答了一半',
    N: '不在家',
    F: '拒访',
    R: '退回',
    S: '已提交',
    V: '已审核',
  };
  const explained = tally.includes('x') ? '（核减）' : '';
  const verify = tally.includes('u') ? '，有待核实' : '';
  return `${kinds[tally.charAt(0)] ?? ''}${explained}${verify}`;
}

/** What a list spans: its lines name what differs from one to the next. */
export type Span = 'village' | 'villages' | 'townships';

/** 刘园村3组 张三：不在家（王五 12月14日）. In a group the name is masked and no helper named. */
export function householdLine(
  c: Conversation,
  row: HouseholdLine,
  span: Span,
  inRoom: boolean = c.inRoom,
): string {
  const township = span === 'townships' ? row.townshipName : '';
  const place = `${township}${span === 'village' ? '' : row.villageName}${row.group}`;
  const name = inRoom ? maskName(row.headName) : row.headName;
  const by = !inRoom && row.helperName !== null ? row.helperName : '';
  const when = row.submittedAt === null ? '' : dayInWords(isoDate(row.submittedAt));
  const note = [by, when].filter((part) => part !== '').join(' ');
  return `${place} ${name}：${sayTally(row.tally)}${row.problems > 0 ? `，问题${row.problems}个` : ''}${note === '' ? '' : `（${note}）`}`.trimStart();
}

/**
 * 12号 刘园村2组张三 屋顶漏雨（县住建局，逾期2天）. A department's own list leaves its name out. A group hears number, village
 * and kind: 12号 刘园村 住房安全问题（逾期2天）.
 */
export function listedProblem(
  c: Conversation,
  p: ProblemLine,
  today: string,
  inRoom: boolean = c.inRoom,
): string {
  const open = p.status !== 'closed' && p.status !== 'done';
  const look = p.nextLook === null ? '' : `，${dayInWords(p.nextLook)}再看`;
  const due = p.due === null || !open ? `${statusLabels[p.status]}${look}` : dueInWords(p.due, today);
  const village = p.villageName ?? '';
  if (inRoom) return `${p.no}号 ${village === '' ? '' : `${village} `}${groupKind(p)}（${due}）`;
  const unit = p.leadUnit === c.speaker.unitName ? '' : `${p.leadUnit}，`;
  return `${p.no}号 ${village}${p.group}${p.headName ?? ''} ${maskNumbers(p.description)}（${unit}${due}）`;
}

/** The lines of a page with what comes after it; the list is remembered for 更多, 为什么 and 表格. */
export function page(head: string, lines: readonly string[], total: number, offset: number): string {
  const shown = offset + lines.length;
  const rest = total - shown;
  const more = rest > 0 ? `还有${rest}条，回“更多”接着看，回“表格”私发全部。` : '';
  return [head, ...lines, more].filter((line) => line !== '').join('\n');
}
