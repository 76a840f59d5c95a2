import type { ControlAction } from '../understood.ts';

/** What a word does in an order: it stands before the idea, is the idea, stands behind it, or says it is another. */
export type OrderPlace = 'before' | 'idea' | 'answer' | 'behind' | 'never';

export interface OrderForm {
  form: string;
  action: ControlAction;
  place: OrderPlace;
}

const marks: Readonly<Record<string, OrderPlace>> = {
  '<': 'before',
  '>': 'behind',
  '~': 'answer',
  '!': 'never',
};
/** More forms in one line than anybody would look through. */
const mostForms = 600;

/**
 * The forms of a table. `# skip` begins an order; then a line is a way to say it (`不 填|答`: words with `|` between
 * those of one place, spaces between the places, `?` behind a place that may be missing), `<` words that may stand
 * before it, `>` words that may stand behind it, `~` a way to say it that may also answer an open question, `!`
 * words with which it isn't this order (没人不在家). `@family`
 * is a group of words that a line `@family = 全家|家里` names.
 */
export function orderForms(table: string): OrderForm[] {
  const groups = new Map<string, readonly string[]>();
  const forms: OrderForm[] = [];
  let action: ControlAction | undefined;
  for (const raw of table.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('# ')) {
      action = line.slice(2) as ControlAction;
      continue;
    }
    const group = /^@(?<name>[a-z]+) = (?<words>.+)$/u.exec(line)?.groups;
    if (group !== undefined) {
      groups.set(group['name'] ?? '', expanded(group['words'] ?? '', groups));
      continue;
    }
    if (action === undefined) throw new Error(`A way to say nothing: ${line}`);
    const place = marks[line.charAt(0)] ?? 'idea';
    const said = place === 'idea' ? line : line.slice(1).trim();
    for (const form of expanded(said, groups)) if (form !== '') forms.push({ form, action, place });
  }
  return forms;
}

function expanded(line: string, groups: ReadonlyMap<string, readonly string[]>): string[] {
  let forms = [''];
  for (const part of line.split(/\s+/u)) {
    const words = wordsOf(part, groups);
    forms = forms.flatMap((form) => words.map((word) => form + word));
    if (forms.length > mostForms) throw new Error(`Too many forms in one line: ${line}`);
  }
  return forms;
}

function wordsOf(part: string, groups: ReadonlyMap<string, readonly string[]>): string[] {
  const maybe = part.endsWith('?') && part.length > 1;
  const words = (maybe ? part.slice(0, -1) : part).split('|').flatMap((word) => {
    if (!word.startsWith('@')) return [word];
    const group = groups.get(word.slice(1));
    if (group === undefined) throw new Error(`No such group of words: ${word}`);
    return group;
  });
  return maybe ? [...words, ''] : [...words];
}
