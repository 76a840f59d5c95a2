import { clean, fold } from '../language/text.ts';
import { ask, none, value } from '../reading/outcome.ts';
import { headNamed } from '../reading/people/head-name.ts';
import type { QuestionHint, Understood } from '../reading/understood.ts';
import { anchorsIn } from './message/anchors.ts';
import { indexOf } from './message/hint-index.ts';
import { readMessage } from './message.ts';

function yesNo(key: string, trueIsGood: boolean): QuestionHint {
  return { key, kind: 'yesNo', trueIsGood };
}

/** The ledger's questions in the plan's order, for reading a message outside a visit. */
export const ledgerHints: readonly QuestionHint[] = [
  { key: 'population', kind: 'count' },
  { key: 'annualIncome', kind: 'money', sum: 'income' },
  { key: 'incomeSource', kind: 'choices' },
  yesNo('incomeStable', true),
  yesNo('allInsured', true),
  yesNo('seriousIllness', false),
  yesNo('canAffordCare', true),
  { key: 'medicalExpense', kind: 'money' },
  yesNo('schoolAgeChild', true),
  yesNo('droppedOut', false),
  { key: 'dropoutReason', kind: 'choice' },
  yesNo('housingSafe', true),
  yesNo('housingAppraised', true),
  { key: 'housingGrade', kind: 'choice' },
  yesNo('otherSafeHousing', true),
  yesNo('waterProblem', false),
  { key: 'waterTypes', kind: 'choices' },
  { key: 'otherProblems', kind: 'text' },
  yesNo('otherDifficulties', false),
];

const changed =
  /搬(?:走|家)|搬(?:到|进)(?![^,。;]{0,4}(?:安置|搬迁|新房|新家|楼|小区))|去世|过世|合户|合灶|户主(?:换|变|改|是)|换(?:了)?户主|过户|变更|两户|另一户|下一?户|那户|合户|分户|并户/;

/** Several facts in one message as `{slot: value}`; one doubtful fact makes the whole an `ask`. */
export function readMulti(raw: string): Understood<Record<string, unknown>> {
  const text = fold(clean(raw));
  if (text === '') return none;
  const reading = readMessage(raw, { questions: ledgerHints });
  if (reading.control?.action === 'confirm') return ask('vague', {});
  if (reading.control) return { status: 'control', control: reading.control };
  const slots: Record<string, unknown> = {};
  let doubtful = reading.ask !== undefined || changed.test(text) || reading.rest.some(tellsFact);
  for (const { key, understood } of reading.slots) {
    if (understood.status === 'value') slots[key] = understood.value;
    if (understood.status === 'ask') {
      doubtful = true;
      slots[key] = understood.value ?? null;
    }
  }
  if (outspends(slots)) doubtful = true;
  const standing = standingIn(text);
  if (standing.doubtful) doubtful = true;
  Object.assign(slots, standing.slots);
  if (doubtful || Object.keys(slots).length === 0) return ask(reading.ask?.reason ?? 'verify', slots);
  return value(slots);
}

/** Each fact of one message by itself, as it would be stored or asked back in a visit. */
export function readCells(raw: string): ReadonlyMap<string, Understood> {
  const reading = readMessage(raw, { questions: ledgerHints });
  const cells = new Map<string, Understood>(reading.slots.map((slot) => [slot.key, slot.understood]));
  const { slots, doubtful } = standingIn(fold(clean(raw)));
  for (const [key, found] of Object.entries(slots))
    cells.set(key, doubtful ? ask('verify', found) : value(found));
  const head = headNamed(fold(clean(raw)));
  if (head !== undefined) cells.set('headName', value(head));
  return cells;
}

const sum = /[百千万]|\d{3}/;
/** 不是4口 takes back and 收入对的 confirms; neither tells anything new. */
const nothingNew = /^(?:不是|并非)|(?:对|没错|没变)的?$/;

/** A part that nothing was understood of although it names a subject or a sum: 收入散万, 房顶有个洞. */
function tellsFact(words: string): boolean {
  if (nothingNew.test(words)) return false;
  return sum.test(words) || anchorsIn(fold(clean(words)), indexOf(ledgerHints)).length > 0;
}

/** Care that costs more than the income is confirmed before it is stored. */
function outspends(slots: Record<string, unknown>): boolean {
  const { medicalExpense, annualIncome } = slots;
  return (
    typeof medicalExpense === 'number' && typeof annualIncome === 'number' && medicalExpense >= annualIncome
  );
}

/** 低保户 is a benefit, not one of the plan's household types: both are told apart by asking. */
function standingIn(text: string): { slots: Record<string, unknown>; doubtful: boolean } {
  if (/低保户/.test(text))
    return { slots: { householdType: null, subsistenceAllowance: true }, doubtful: true };
  const [monitored] = /边缘易致贫户|突发严重困难户|脱贫不稳定户/.exec(text) ?? [];
  if (monitored !== undefined) return { slots: { householdType: monitored }, doubtful: false };
  const type = /脱贫户|建档立卡(?:户|贫困户)?/.test(text)
    ? '脱贫户'
    : /一般(?:农)?户|普通(?:农)?户/.test(text)
      ? '一般农户'
      : undefined;
  return type
    ? { slots: { householdType: type }, doubtful: false }
    : { slots: {}, doubtful: /监测户|监测对象|贫困户|边缘户/.test(text) };
}
