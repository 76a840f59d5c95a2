import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask, type HouseholdBrief } from '../../contract/needs.ts';
import { isSurname } from '../../language/surnames.ts';
import type { HouseholdForm } from '../../subjects/subject.ts';
import { briefLabel, toldApart } from './brief-label.ts';
import type { Hand } from './hand.ts';
import { householdHeading, nameSaid } from './naming.ts';

/** A message that begins with somebody's name: whose, and what is said of him. */
interface NameSaid {
  name: string;
  rest: string;
  /** A correction of a named field: without that household it must not land in the open one. */
  corrects: boolean;
}

const before = /^(?:请|帮我|麻烦)?(?:把|给|将|修改|更正|改)?/u;
const behind = /(?:家里的|家里|家的|户的|他家|[家户的])+$/u;
const changing = /改成|改为|改到|改|更正|应该是|应是|不是|弄错|记错|写错/u;
const nameAndMore = /^(?<name>\p{Script=Han}{2,4}?)(?:[家户]的?)?[\s，,：:]+(?<rest>\S[\s\S]*)$/u;

/** 宋癸丑收入改成6万, 改宋癸丑的收入为6万, 宋癸丑：5口人. Undefined where no name stands in front. */
function readName(hand: Hand, text: string): NameSaid | undefined {
  const said = text.normalize('NFKC').trim();
  if (changing.test(said)) {
    const at = firstTopic(hand.list, said);
    const name = at < 0 ? '' : said.slice(0, at).replace(before, '').replace(behind, '');
    if (/^\p{Script=Han}{2,4}$/u.test(name) && !isOwn(hand, name))
      return { name, rest: `${/^改/u.test(said) ? '改' : ''}${said.slice(at)}`, corrects: true };
  }
  const found = nameAndMore.exec(said)?.groups;
  const { name = '', rest = '' } = found ?? {};
  if (!isSurname(name) || isOwn(hand, name)) return undefined;
  return { name, rest, corrects: false };
}

/** Where the first word that names a question stands, behind at least a name. */
function firstTopic({ questions }: HouseholdForm, text: string): number {
  const places = questions
    .flatMap((q) => [q.title, ...(q.topics ?? [])])
    .map((topic) => text.indexOf(topic))
    .filter((at) => at >= 2);
  return places.length === 0 ? -1 : Math.min(...places);
}

function isOwn({ household }: Hand, name: string): boolean {
  const own = [household.headName, ...household.members.map((m) => m.name)];
  return own.some((one) => one === name || one.endsWith(name) || name.endsWith(one));
}

/**
 * A message about another household than the open one: it is offered to open that one and say it there. Never is it
 * the open household that changes. True when the message was of that kind.
 */
export function* namesAnother(c: Conversation, hand: Hand, text: string): Asking<boolean> {
  if (c.inRoom || c.chat.open?.is === 'who') return false;
  const said = readName(hand, text);
  if (said !== undefined) return yield* tellsOfOther(c, hand, said);
  for (const one of beforeHouse(hand, text)) {
    const found = yield* ask('findHouseholds', { words: one.name, limit: 3 });
    if (found.some((h) => h.headName === one.name)) return yield* tellsOfOther(c, hand, one);
  }
  return false;
}

const saysHouse =
  /^(?:请|帮我|麻烦)?[把给将]?(?<name>[\p{Script=Han}·]{1,16}?)[家户]的?(?<rest>[^里人庭属具长务中户家].*)$/su;
/** 全家, 我家, 老人家: words before 家 that name nobody. */
const nobody = /[全我俺咱他她它这那该本们人大老谁哪几两每各自一公国住农贫]$/u;

/** 岳家收入5万, 𠮷田家…: whatever stands before 家 may be a head's name; who is called so is looked up. */
function beforeHouse(hand: Hand, text: string): NameSaid[] {
  const { name = '', rest = '' } = saysHouse.exec(text.normalize('NFKC').trim())?.groups ?? {};
  if (name === '' || nobody.test(name) || isOwn(hand, name)) return [];
  return [{ name, rest, corrects: false }];
}

function* tellsOfOther(c: Conversation, hand: Hand, said: NameSaid): Asking<boolean> {
  const found = (yield* ask('findHouseholds', { words: said.name, limit: 9 })).filter(
    (h) => h.headName === said.name && h.id !== hand.household.id,
  );
  const [only, ...more] = found;
  if (only === undefined) return said.corrects && isSurname(said.name) && askWhose(c, hand, said);
  if (more.length > 0) offerAll(c, found, said);
  else askToOpen(c, hand, only, said);
  return true;
}

/** 搬走了, 去世了, 不在家: how a household ends, said behind its name. */
const ends =
  /^(?:一?家|全家|户)?(?:都|已经?|早就?|今年)*(?:搬|迁|去世|过世|病故|不在家|没在家|并户|拒访|不让进)/u;

/**
 * 赵大有搬走了 while another household is open: offered to be opened and told there. True when the message was of that
 * kind.
 */
export function* endsAnother(c: Conversation, hand: Hand): Asking<boolean> {
  if (c.inRoom) return false;
  const text = c.text.normalize('NFKC').trim();
  for (const length of [2, 3, 4]) {
    const [name, rest] = [[...text].slice(0, length).join(''), [...text].slice(length).join('')];
    if (!ends.test(rest) || !isSurname(name) || isOwn(hand, name)) continue;
    return yield* tellsOfOther(c, hand, { name, rest, corrects: false });
  }
  return false;
}

function askToOpen(c: Conversation, hand: Hand, other: HouseholdBrief, { name, rest }: NameSaid): void {
  c.open({
    is: 'confirm',
    what: 'sayThere',
    payload: { visit: hand.visit.id, household: other.id, text: rest.slice(0, 500) },
  });
  c.say(
    `“${rest.slice(0, 40)}”说的是${briefLabel(c, other)}吧？现在开着的是${householdHeading(c, hand.household)}。\n1.打开${name}来记 2.不是，说的是${nameSaid(c, hand.household)}`,
  );
}

/** Nobody in scope is called so: it may still be the open household that is meant. */
function askWhose(c: Conversation, hand: Hand, { name, rest }: NameSaid): true {
  c.open({
    is: 'confirm',
    what: 'sayHere',
    payload: { visit: hand.visit.id, text: rest.slice(0, 500) },
  });
  c.say(
    `名单里没找到“${name}”，这条先没记。“${rest.slice(0, 40)}”是说${householdHeading(c, hand.household)}吗？\n1.是这户 2.不是`,
  );
  return true;
}

function offerAll(c: Conversation, found: readonly HouseholdBrief[], { name }: NameSaid): void {
  const labels = toldApart(c, found);
  const items = found.map((h, i) => ({ id: h.id, label: labels[i] ?? '' }));
  c.open({ is: 'pick', goal: 'startVisit', items });
  c.change({ do: 'logAccess', households: found.map((h) => h.id), what: '查找' });
  c.say(
    `有${found.length}户叫${name}，这条先没记。回号数打开那户再说一遍：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`,
  );
}
