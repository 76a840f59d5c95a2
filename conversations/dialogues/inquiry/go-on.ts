import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { answered, withRows } from './answer.ts';
import type { AnswerSaid } from './answer-said.ts';
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
  const { by, key, ...asked } = last;
  // Who gave which answer is all who answered: the question itself is no number to put beside them.
  const whole = key === undefined || by === 'answer' ? asked : { ...asked, key };
  return replied(c, yield* answered(c, { ...whole, want: 'sheet' }));
}

/** A number of households and nothing beside it: 这5户. 5口人 is an answer. */
export const bareCount = (said: InquirySaid): boolean =>
  said.these !== undefined && /^\d+[户家]$/u.test(said.said) && said.goesOn !== true;

/** 占脱贫户多少: the share that the number told last has in those it was counted among. Undefined where it is of others. */
export function* partOfLast(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  const asksShare = said.want === 'share' || said.want === 'count';
  const last = c.chat.last?.query === 'inquiry' ? lastInquiry(c) : undefined;
  if (!asksShare || !said.ideas.has('partOf') || last === undefined || last.by !== undefined)
    return undefined;
  const known = last.where.map((x) => JSON.stringify(x));
  if (said.place !== undefined || said.unread.length > 0) return undefined;
  if (said.where.some((x) => x.on !== 'type' || !known.includes(JSON.stringify(x)))) return undefined;
  return yield* answered(c, { ...last, want: 'share' });
}

/** 这5户, and nothing else: the rows of what was told last, with the number it has now; undefined for all else. */
export function* theseAsked(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  if (!bareCount(said)) return undefined;
  const last = lastInquiry(c);
  if (last === undefined)
    return { text: `是哪${said.these}户？先问一个数，如“没参保的几户”，再回“哪些”看是哪些户。` };
  const { by: _, key: __, ...asked } = last;
  const told = yield* answered(c, { ...(last.by === 'answer' ? last : asked), want: 'list' });
  return told;
}
