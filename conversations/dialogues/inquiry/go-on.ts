import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { type AnswerSaid, answered, withRows } from './answer.ts';
import { replied } from './replied.ts';
import { lastInquiry } from './resolve.ts';

/** 为什么, 是哪些户: the rows behind the last inquiry's number. False where none was asked. */
export function* rowsBehind(c: Conversation): Asking<boolean> {
  const last = c.chat.last?.query === 'inquiry' ? lastInquiry(c) : undefined;
  if (last === undefined) return false;
  const { by: _, key: __, ...asked } = last;
  return replied(c, yield* answered(c, { ...(last.by === 'answer' ? last : asked), want: 'list' }));
}

/** 更多: the next page of the last list. */
export function* moreRows(c: Conversation): Asking<boolean> {
  const last = c.chat.last?.query === 'inquiry' ? lastInquiry(c) : undefined;
  if (last === undefined) return false;
  const offset = c.chat.last?.offset ?? 0;
  const said: AnswerSaid = yield* withRows(c, last, '', undefined, offset);
  const text = said.text.trim();
  return replied(c, text === '' ? { text: '后面没有了。' } : { ...said, text });
}

/** 表格: the whole of the last inquiry as a spreadsheet. */
export function* sheetOf(c: Conversation): Asking<boolean> {
  const last = c.chat.last?.query === 'inquiry' ? lastInquiry(c) : undefined;
  if (last === undefined) return false;
  const { by: _, ...asked } = last;
  return replied(c, yield* answered(c, { ...asked, want: 'sheet' }));
}
