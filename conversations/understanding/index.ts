export { type AnswerContext, understandAnswer } from './answer.ts';
export { type ControlContext, understandControl } from './control.ts';
export { type Field, fields, isField, understandField } from './field.ts';
export { type MessageContext, readMessage } from './message.ts';
export { isKinWord, namesPeople } from './names.ts';
export { isExact, type NumberSpan } from './number-span.ts';
export { scanNumbers, wholeNumber } from './numerals.ts';
export { clean as cleanText, maxLength } from './text.ts';
export * from './understood.ts';
