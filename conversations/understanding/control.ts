import { Lately } from '../form/lately.ts';
import { Phrases } from '../language/phrases.ts';
import { opensWithSurname } from '../language/surnames.ts';
import { clean, dropNumbering, fold, trimFillers } from '../language/text.ts';
import { askingPhrases } from '../reading/controls/asking-words.ts';
import { tellsOfDanger } from '../reading/controls/danger.ts';
import { readPlaceholder } from '../reading/controls/placeholder.ts';
import { isSensitive } from '../reading/controls/private-numbers.ts';
import { type OrderSaid, readOrder } from '../reading/controls/read-order.ts';
import { isStray, withoutMentions } from '../reading/controls/remark.ts';
import { notHouseholds, switchPhrases } from '../reading/controls/switch-words.ts';
import type { Control, QuestionHint } from '../reading/understood.ts';
import { readEdit } from './edit.ts';

/** What an open question says of itself: which orders' words would answer it. */
type OpenQuestion = Pick<QuestionHint, 'answeredByMoving'>;

export interface ControlContext {
  /** A question is open: short words then answer it rather than command. */
  open?: OpenQuestion | undefined;
}

/**
 * A command in a whole message, or undefined. With an open question, words that may answer it (对, 没人,
 * 外出打工) are left to the answer readers.
 */
export function understandControl(raw: string, context: ControlContext = {}): Control | undefined {
  return readControl(clean(raw), context.open);
}

/** A message is looked at for commands from several places, one behind the other. */
const lately = new Lately<OpenQuestion, Control | undefined>();
const nothingOpen: OpenQuestion = {};

/** {@link understandControl} on cleaned text. */
export function readControl(text: string, open: OpenQuestion | undefined): Control | undefined {
  return lately.of(open ?? nothingOpen, text, undefined, () => readAnew(text, open));
}

function readAnew(text: string, open: OpenQuestion | undefined): Control | undefined {
  const placeholder = readPlaceholder(text);
  if (placeholder) return placeholder;
  if (isSensitive(text) || tellsOfDanger(text)) return { action: 'sensitive' };
  const folded = fold(text);
  const trimmed = trimFillers(folded);
  const edit = readEdit(text, open !== undefined);
  if (edit) return edit;
  const order = orderIn(trimmed, folded);
  if (order !== undefined && (open === undefined || !isAnswer(order, open))) return { action: order.action };
  if (isStray(folded, open !== undefined)) return { action: 'noise' };
  if (asking.read(trimmed) !== undefined) return { action: 'help' };
  return open === undefined ? readSwitch(trimFillers(dropNumbering(folded))) : undefined;
}

const asking = new Phrases(askingPhrases);

/** As it is, and where nothing but fillers was said, with them: 谢谢; whom it is addressed to apart. */
function orderIn(trimmed: string, folded: string): OrderSaid | undefined {
  const order = readOrder(trimmed) ?? (trimmed === folded ? undefined : readOrder(folded));
  return order ?? (folded.startsWith('@') ? readOrder(withoutMentions(folded)) : undefined);
}

/** Its words answer the open question. */
function isAnswer({ action, mayAnswer }: OrderSaid, open: OpenQuestion): boolean {
  return mayAnswer || (action === 'moved' && open.answeredByMoving === true);
}

const switching = new Phrases(switchPhrases);
const others = notHouseholds.split('\n').filter((word) => word !== '');

/** 查 李四, 换到老王家: another household by name. */
export function readSwitch(text: string): Control | undefined {
  const name = switching.read(text)?.['place'];
  if (name === undefined || name.length > 6 || others.some((word) => name.startsWith(word))) return undefined;
  if (/[镇乡村]/.test(name.slice(1, 5))) return undefined;
  return opensWithSurname(name) ? { action: 'switchHousehold', household: name } : undefined;
}
