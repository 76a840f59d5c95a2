import { agreementSays } from './agreement-words.ts';

/** What was proposed, in its own words: they may be said along with a yes (对，搬走了) or alone (接过来). */
export interface Proposal {
  /** The label of the agreeing choice and other words of the matter. */
  yes?: readonly string[];
  /** The label of the other choice, and words that say the contrary. */
  no?: readonly string[];
}

type Agreement = 'yes' | 'no';

/** Longer messages are about something else. */
const longest = 30;
const punctuation = /[\s,，.。!！;；、:：~～…"“”'‘’「」()（）]+/gu;
/** A point or comma between figures ends no clause: 1.2万 is a number, not a choice. */
const clauseEnd = /(?:[\s，。!！;；、:：~～…]|[.,](?!\d))+/u;

/**
 * Does the message agree to what was just proposed? Agreement is made of agreeing words, fillers and words of the
 * proposal itself, and of nothing else: 没搬，身体挺好 agrees to nothing. Undefined: it is neither a yes nor a no,
 * the question stays open.
 */
export function readAgreement(text: string, proposal: Proposal = {}): Agreement | undefined {
  const said = bare(text);
  if (said === '' || [...said].length > longest || /[?？]|[吗么]$/u.test(said)) return undefined;
  if (proposal.yes?.some((label) => bare(label) === said)) return 'yes';
  if (proposal.no?.some((label) => bare(label) === said)) return 'no';
  return sumUp(said, proposal);
}

/**
 * A yes or no with which a message begins, and what else it says: `对 4口人` → yes, `4口人`. The beginning is a
 * clause of its own.
 */
export function leadingAgreement(
  text: string,
  proposal: Proposal = {},
): { said: Agreement; rest: string } | undefined {
  const whole = text.normalize('NFKC').trim();
  const all = readAgreement(whole, proposal);
  if (all !== undefined) return { said: all, rest: '' };
  const end = clauseEnd.exec(whole);
  if (end === null || end.index === 0) return undefined;
  const said = readAgreement(whole.slice(0, end.index), proposal);
  return said === undefined ? undefined : { said, rest: whole.slice(end.index + end[0].length).trim() };
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(punctuation, '');
}

/** Reads the words one after the other; one that is none of ours and everything is open. */
function sumUp(said: string, { yes = [], no = [] }: Proposal): Agreement | undefined {
  const own = new Map<string, 'matter' | 'no'>([
    ...yes.map((w) => [bare(w), 'matter'] as const),
    ...no.map((w) => [bare(w), 'no'] as const),
  ]);
  const found = new Set<string>();
  let at = 0;
  while (at < said.length) {
    const word = wordAt(said, at, own);
    if (word === undefined) return undefined;
    found.add(own.get(word) ?? agreementSays[word] ?? 'filler');
    at += word.length;
  }
  if (found.has('neither') || (found.has('yes') && found.has('no'))) return undefined;
  if (found.has('no')) return 'no';
  return found.has('yes') || found.has('matter') ? 'yes' : undefined;
}

const longestWord = Math.max(...Object.keys(agreementSays).map((word) => word.length));

function wordAt(said: string, at: number, own: ReadonlyMap<string, unknown>): string | undefined {
  const ofOwn = [...own.keys()].filter((word) => word !== '' && said.startsWith(word, at));
  const [mine] = ofOwn.sort((a, b) => b.length - a.length);
  for (let length = Math.min(longestWord, said.length - at); length > 0; length -= 1) {
    if (mine !== undefined && mine.length >= length) return mine;
    const word = said.slice(at, at + length);
    if (Object.hasOwn(agreementSays, word)) return word;
  }
  return mine;
}
