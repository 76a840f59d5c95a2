import { Lately } from '../../form/lately.ts';
import { languageWords } from '../../language/words.ts';
import { sourceTables } from '../../subjects/income/sources/all.ts';
import { narrowerSources, wageSources } from '../../subjects/income/sources/narrower.ts';
import { classOf } from '../clauses.ts';
import { tokensOf, type WordToken } from '../lexer.ts';
import { type ChoicesNamed, type Hit, namedIn, readNamed } from '../named.ts';
import { ask, none, value } from '../outcome.ts';
import type { AskReason, IncomeSources, Understood } from '../understood.ts';
import { type Vocabulary, vocabularyOf, writtenOnly } from '../vocabulary.ts';

/** More names than a household has sources are no answer. */
const most = 30;
/** Percent. */
const half = 50;
const numbered = /^(?:1|一)[.、)）:：]/u;
const linesOf = (table: string): string[] => table.split('\n').filter(Boolean);
const narrower = new Set(linesOf(narrowerSources));
const wages = new Set(linesOf(wageSources));
const [anyWage = ''] = linesOf(wageSources);
const [, wageAway = ''] = linesOf(wageSources);

let words: Vocabulary | undefined;
let written: Vocabulary | undefined;

function sourceVocabulary(): Vocabulary {
  words ??= vocabularyOf([...sourceTables, ...languageWords]);
  return words;
}

/**
 * 收入主要来源: the canonical names, with the main one where it was said or there is but one. `within` a message about
 * many things what else a clause says is another subject's.
 */
export function readIncomeSource(text: string, within = false): Understood<IncomeSources> {
  const named = readNamed(text, sourceVocabulary(), 'source', !within);
  if (named.hits.length > most) return ask('conflict', { sources: [], main: null });
  const sources = sourcesOf(named);
  const [first] = sources;
  if (first === undefined) return named.doubts.size === 0 ? none : ask('vague', { sources: [], main: null });
  const main = mainOf(text, named, sources);
  const ordered = main === null ? sources : [main, ...sources.filter((source) => source !== main)];
  const found: IncomeSources = { sources: ordered, main };
  const sure = named.doubts.size === 0 && !isUnclear(named) && !(main === null && named.weighed);
  return sure ? value(found) : ask(reasonOf(named), found);
}

/** The sources named anywhere in a text, as they are written, each with its place: 搁杭州打工, 种了七八亩地. */
export function sourcesNamed(text: string): readonly Hit[] {
  written ??= writtenOnly(sourceVocabulary());
  const words = written;
  return lately.of(words, text, undefined, () => placesNamed(text, words));
}

const lately = new Lately<Vocabulary, readonly Hit[]>();

function placesNamed(text: string, vocabulary: Vocabulary): Hit[] {
  const tokens = tokensOf(text, vocabulary);
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.text.length;
  }
  return placed(namedIn(tokens, 'source')).map((hit) => {
    const from = leadUpTo(tokens, starts.indexOf(hit.start));
    const start = starts[from] ?? hit.start;
    return { ...hit, start, word: text.slice(start, hit.start + hit.word.length) };
  });
}

/** How many words before a source can still belong to it. */
const reach = 4;

/** Where the words that lead up to a source begin: where it is done, how much of it. */
function leadUpTo(tokens: readonly WordToken[], hit: number): number {
  let lead = hit;
  for (let at = hit - 1; at >= Math.max(0, hit - reach); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.is === 'mark' || token.is === 'unread') break;
    const leads =
      token.is === 'word' &&
      (token.word.tells['away'] !== undefined || /^[在搁去到跑种养喂开做]了?$/u.test(token.text));
    if (leads) lead = at;
    else if (token.is === 'word' && !classOf(token, 'p', 'aux', 'n')) break;
  }
  return lead;
}

function reasonOf({ doubts }: ChoicesNamed): AskReason {
  if (doubts.has('question')) return 'question';
  if (doubts.has('hedge')) return 'hedged';
  if (doubts.has('sound')) return 'misheard';
  return doubts.has('past') ? 'verify' : 'vague';
}

/** 靠儿子在苏州打工: what one lives of, before what a word by itself would say. */
function livesOf(hit: Hit): boolean {
  return /^(?:靠|指望)/u.test(hit.word);
}

function placed(named: ChoicesNamed): Hit[] {
  const { hits, tells } = named;
  const beside = (a: Hit, b: Hit): boolean => a !== b && a.clause === b.clause && !a.joined && !b.joined;
  return hits
    .filter((hit) => !livesOf(hit) || !hits.some((b) => beside(hit, b) && wages.has(b.value)))
    .filter((hit) => !isTradeOfCasual(hit, { hits, tells }))
    .filter((hit) => !hit.any || !hits.some((b) => b.clause === hit.clause && !b.any))
    .map((hit) =>
      hit.value === anyWage && (tells[hit.clause]?.has('away') === true || isPlaceOf(hit, named))
        ? { ...hit, value: wageAway }
        : hit,
    )
    .filter((hit, _, all) => !all.some((b) => beside(hit, b) && isNarrower(b, hit)));
}

/** 打工，在上海, 工资(徐州): the clause behind the work names nothing but where it is done. */
function isPlaceOf(hit: Hit, named: ChoicesNamed): boolean {
  return isBarePlace(hit.clause + 1, named) && named.hits.findLast((b) => b.clause === hit.clause) === hit;
}

/** A place, at most with 在 or 去 before it, and nobody's name. */
function isBarePlace(clause: number, { tells, words, kin, hits }: ChoicesNamed): boolean {
  const count = words[clause] ?? 0;
  return (
    tells[clause]?.has('away') === true &&
    (count === 1 || (count === 2 && kin[clause]?.size === 0)) &&
    !hits.some((hit) => hit.clause === clause)
  );
}

function isNarrower(narrow: Hit, wide: Hit): boolean {
  return narrower.has(`${narrow.value} ${wide.value}`) && !/^[种养喂务]/u.test(wide.word);
}

/** 瓦工，哪有活去哪: of a trade followed as work comes, the work as it comes is what is asked for. */
function isTradeOfCasual(hit: Hit, { hits, tells }: Pick<ChoicesNamed, 'hits' | 'tells'>): boolean {
  if (hit.value !== anyWage) return false;
  return hits.some(
    (b) =>
      b.value !== hit.value &&
      wages.has(b.value) &&
      !b.joined &&
      b.clause >= hit.clause &&
      b.clause <= hit.clause + 1 &&
      tells[b.clause]?.has('casual') === true,
  );
}

/** 他爸在上海: a place told apart from any work, or two works in one breath. */
function isUnclear(named: ChoicesNamed): boolean {
  const hits = placed(named);
  // 外出务工（浙江）: a place by itself belongs to the work before it.
  const away = named.tells.some(
    (tells, i) =>
      tells.has('away') &&
      !hits.some((hit) => hit.clause === i) &&
      !(isBarePlace(i, named) && hits.some((hit) => hit.clause === i - 1 && wages.has(hit.value))),
  );
  const both = hits.some(
    (a) =>
      a.value === anyWage &&
      hits.some(
        (b) =>
          b.value !== anyWage &&
          b.value !== wageAway &&
          wages.has(b.value) &&
          b.clause === a.clause &&
          !b.joined &&
          !a.joined,
      ),
  );
  return away || both;
}

function sourcesOf(named: ChoicesNamed): string[] {
  const found = [...new Set(placed(named).map((hit) => hit.value))];
  return found.includes(wageAway) ? found.filter((source) => source !== anyWage) : found;
}

/** 务工占60%，种植40%: more than half of it. */
function largestShare(hits: readonly Hit[]): string | undefined {
  const large = hits.filter((hit) => (hit.share ?? 0) > half);
  return large.length === 1 ? large[0]?.value : undefined;
}

/** 主要靠打工, 打工为主, or the first of a numbered row. */
function mainOf(text: string, named: ChoicesNamed, sources: readonly string[]): string | null {
  const [first = null, ...more] = sources;
  if (more.length === 0) return first;
  const said = [
    ...new Set(
      placed(named)
        .filter((hit) => hit.main)
        .map((hit) => hit.value),
    ),
  ];
  const [main] = said.map((source) => (source === anyWage && sources.includes(wageAway) ? wageAway : source));
  if (main !== undefined && said.length === 1) return main;
  const most = said.length === 0 ? largestShare(placed(named)) : undefined;
  if (most !== undefined) return most;
  return numbered.test(text) ? first : null;
}
