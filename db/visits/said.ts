import { and, eq, inArray } from 'drizzle-orm';
import { visitId } from '../../conversations/contract/ids.ts';
import type { UndoNeeds } from '../../conversations/dialogues/undo/needs.ts';
import type { Db } from '../base/transaction.ts';
import { answer } from './answer-table.ts';

/** What one message recorded in some visits, in the order it was recorded. */
export async function answersSaid(
  db: Db,
  { visits, channel, messageId }: UndoNeeds['answersSaid']['in'],
): Promise<UndoNeeds['answersSaid']['out']> {
  const { question, before, after, id } = answer;
  const rows = await db.orm
    .select({ visit: answer.visitId, question, before, after })
    .from(answer)
    .where(
      and(
        eq(answer.county, db.scope.county),
        inArray(answer.visitId, visits),
        eq(answer.channel, channel),
        eq(answer.messageId, messageId),
      ),
    )
    .orderBy(id);
  return rows.map(({ visit, ...row }) => ({ ...row, visitId: visitId.parse(visit) }));
}
