import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type ListedRow, resultLabels } from '../../lists/listed.ts';
import { resultIn } from '../../lists/words.ts';
import { handOf } from '../visit/hand.ts';
import { submitVisit } from '../visit/submit.ts';
import { askNextListed, keepListed, type ListedAsked } from './ask-listed.ts';
import { matchTo } from './match-by-hand.ts';
import { kindName } from './row-said.ts';

const passed = /^(?:跳过|不清楚|不知道|没问|说不准|先放着)[.。]?$/u;

/** Answers to what a list says of a household, and the choice among households a row may mean. */
export const listFlow: FlowHandler = {
  flow: 'listed',
  owns: (text) => passed.test(text) || resultIn(text) !== undefined,
  *resume(c, step, data) {
    if (step === 'match') {
      const [row = '', id = ''] = (data['id'] ?? '').split('/');
      c.open(undefined);
      yield* matchTo(c, Number(row), householdId.parse(id));
      return true;
    }
    const row = yield* ask('listedRow', { no: Number(data['no']) });
    if (row === null || row.household === null) return false;
    const at: ListedAsked = {
      household: row.household.id,
      done: [
        ...(data['done'] ?? '')
          .split(',')
          .filter((n) => n !== '')
          .map(Number),
        row.no,
      ],
      afterwards: data['afterwards'] === 'submit' ? 'submit' : 'nothing',
    };
    if (passed.test(c.text)) {
      yield* goOn(c, at, `${kindName(c, row.kind)}这条先放着，问清了回“核查 ${row.no} 属实”或“不属实”。`);
      return true;
    }
    return yield* answered(c, row, at, data['words'] ?? '');
  },
};

function* answered(c: Conversation, row: ListedRow, at: ListedAsked, before: string): Asking<boolean> {
  const said = resultIn(c.text);
  if (said === undefined) {
    // Words of his own: they are kept, and whether it is so is asked.
    if (c.missed() > 2) {
      c.open(undefined);
      return false;
    }
    const open = c.chat.open;
    const words = [before, c.text]
      .filter((w) => w !== '')
      .join('，')
      .slice(0, 300);
    if (open?.is === 'flow') c.keep({ ...open, data: { ...open.data, words } }, c.chat.misses);
    c.say(`“${c.text.slice(0, 40)}”记作说明。这条算：\n1.属实 2.不属实 3.已解决`);
    return true;
  }
  const words = [before, said.rest].filter((w) => w !== '').join('，');
  const became = keepListed(c, row, said.result, words);
  const told = words === '' ? '' : `（${words.slice(0, 40)}）`;
  yield* goOn(c, at, `${kindName(c, row.kind)}：${resultLabels[said.result]}${told}，记下了${became}。`);
  return true;
}

/** The next row, else what waits behind it. */
function* goOn(c: Conversation, at: ListedAsked, line: string): Asking<void> {
  c.open(undefined);
  const hand = handOf(c);
  if (yield* askNextListed(c, at)) return c.sayBefore(line);
  if (at.afterwards === 'submit' && hand?.household.id === at.household) {
    yield* submitVisit(c, hand, true);
    return c.sayBefore(line);
  }
  c.say(line);
}
