import type { Condition } from './inquiry.ts';
import type { InquiryToken } from './mark.ts';

const asksWho = (tokens: readonly InquiryToken[]): boolean =>
  tokens.some(
    (t) => t.text.includes('谁') && !/[家的]/u.test(t.text) && t.marks.some((m) => m.is === 'want'),
  );

const states = (facts: readonly Condition[]): readonly string[] =>
  facts.flatMap((f) => (f.on === 'standing' && f.not !== true ? [...f.values] : []));

/** What people can be asked for by: a chat account, an office, whether they have begun. */
const ofPeople: ReadonlySet<Condition['on']> = new Set(['bound', 'duty']);

/**
 * Are people of the inspection asked for, and not households? 没绑定的有几个, 网格员一户没走的, 谁今天没查. Their
 * households are where these are counted (网格员小周跑了几户) or left.
 * @param named a word for them stands in it
 */
export function asksStaff(
  tokens: readonly InquiryToken[],
  facts: readonly Condition[],
  { named, households }: { named: boolean; households: boolean },
): boolean {
  if (facts.some((f) => f.on === 'bound')) return true;
  if (onTheWay(tokens, facts)) return true;
  if (idlePersons(tokens, facts)) return true;
  if (households || tokens.some((t) => t.marks.length === 0)) return false;
  const rest = facts.filter((f) => !ofPeople.has(f.on));
  const begun = states(rest);
  const worked =
    rest.every((f) => f.on === 'standing') &&
    (begun.includes('untouched') ||
      (begun.length > 0 && tokens.some((t) => t.marks.some((m) => m.is === 'time'))));
  const called = named || facts.some((f) => f.on === 'duty');
  if (called) return rest.length === 0 ? named : worked;
  return asksWho(tokens) && worked && !begun.includes('visited');
}

/** 有没有人今天一户没跑的: a household can't be idle. */
const idlePersons = (tokens: readonly InquiryToken[], facts: readonly Condition[]): boolean =>
  states(facts).includes('untouched') &&
  tokens.some((t) => t.marks.some((m) => (m.is === 'of' || m.is === 'want') && m.of === 'persons'));

/** 今天几个人在跑: people who go from house to house, and no members of a household. */
function onTheWay(tokens: readonly InquiryToken[], facts: readonly Condition[]): boolean {
  const persons = tokens.some((t) => t.marks.some((m) => m.is === 'want' && m.of === 'persons'));
  return (
    persons && facts.length > 0 && facts.every((f) => f.on === 'standing' && f.values.includes('visited'))
  );
}
