import { languageWords } from '../language/words.ts';
import { type ChoicesNamed, type Hit, readNamed } from '../reading/named.ts';
import { ask, none, value } from '../reading/outcome.ts';
import type { AskReason, IncomeSources, Understood } from '../reading/understood.ts';
import { type Vocabulary, vocabularyOf } from '../reading/vocabulary.ts';
import { sourceTables } from '../subjects/income/sources/all.ts';

/** More names than a household has sources are no answer. */
const most = 30;

let words: Vocabulary | undefined;

/** 收入主要来源: the canonical names, with the main one where it was said or there is but one. */
export function readIncomeSource(text: string): Understood<IncomeSources> {
  words ??= vocabularyOf([...sourceTables, ...languageWords]);
  const named = readNamed(text, words, 'source');
  if (named.hits.length > most) return ask('conflict', { sources: [], main: null });
  const sources = sourcesOf(named);
  const [first] = sources;
  if (first === undefined) return named.doubts.size === 0 ? none : ask('vague', { sources: [], main: null });
  const main = mainOf(text, named, sources);
  const ordered = main === null ? sources : [main, ...sources.filter((source) => source !== main)];
  const found: IncomeSources = { sources: ordered, main };
  return named.doubts.size === 0 && !isUnclear(named) ? value(found) : ask(reasonOf(named), found);
}

function reasonOf({ doubts }: ChoicesNamed): AskReason {
  if (doubts.has('question')) return 'question';
  if (doubts.has('hedge')) return 'hedged';
  if (doubts.has('sound')) return 'misheard';
  return doubts.has('past') ? 'verify' : 'vague';
}

/** Words for any paid work: beside a narrower one they add nothing. */
const anyWork = new Set([
  '工资',
  '工资收入',
  '工资性收入',
  '上着班',
  '干活的',
  '固定工资',
  '厂里',
  '工厂',
  '在厂',
]);

/** Of two words that stand together without 和 the first kind is meant: 车间上班, 摘辣椒打零工. */
const narrower: readonly (readonly [narrow: string, wide: string])[] = [
  ['就业帮扶车间', '务工'],
  ['公益岗位', '务工'],
  ['外出务工', '务工'],
  ['经商', '种植'],
  ['经商', '养殖'],
  ['零工', '种植'],
  ['务工', '种植'],
  ['务工', '养殖'],
];

/** 靠儿子在苏州打工: the work that the household lives of, not what a son gives. */
const isWork = new Set(['务工', '外出务工', '零工']);

function placed({ hits, tells }: ChoicesNamed): Hit[] {
  const beside = (a: Hit, b: Hit): boolean => a !== b && a.clause === b.clause && !a.joined && !b.joined;
  return hits
    .filter(
      (hit) => !/^(?:靠|指望)/u.test(hit.word) || !hits.some((b) => beside(hit, b) && isWork.has(b.value)),
    )
    .filter((hit) => !isTradeOfCasual(hit, { hits, tells }))
    .filter(
      (hit) => !anyWork.has(hit.word) || !hits.some((b) => b.clause === hit.clause && !anyWork.has(b.word)),
    )
    .map((hit) =>
      hit.value === '务工' && tells[hit.clause]?.has('away') === true ? { ...hit, value: '外出务工' } : hit,
    )
    .filter(
      (hit, _, all) =>
        !all.some(
          (b) =>
            beside(hit, b) &&
            narrower.some(([n, w]) => n === b.value && w === hit.value && !/^[种养喂务]/u.test(hit.word)),
        ),
    );
}

/** 瓦工，哪有活去哪: of a trade followed as work comes, the work as it comes is what is asked for. */
function isTradeOfCasual(hit: Hit, { hits, tells }: Pick<ChoicesNamed, 'hits' | 'tells'>): boolean {
  if (hit.value !== '务工') return false;
  return hits.some(
    (b) =>
      b.value === '零工' &&
      !b.joined &&
      b.clause >= hit.clause &&
      b.clause <= hit.clause + 1 &&
      tells[b.clause]?.has('casual') === true,
  );
}

/** 他爸在上海: a place told apart from any work, or two works in one breath. */
function isUnclear(named: ChoicesNamed): boolean {
  const hits = placed(named);
  const away = named.tells.some((tells, i) => tells.has('away') && !hits.some((hit) => hit.clause === i));
  const both = hits.some(
    (a) =>
      a.value === '务工' &&
      hits.some((b) => b.value === '零工' && b.clause === a.clause && !b.joined && !a.joined),
  );
  return away || both;
}

function sourcesOf(named: ChoicesNamed): string[] {
  const found = [...new Set(placed(named).map((hit) => hit.value))];
  return found.includes('外出务工') ? found.filter((source) => source !== '务工') : found;
}

const numbered = /^(?:1|一)[.、)）:：]/u;

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
  const [main] = said.map((source) =>
    source === '务工' && sources.includes('外出务工') ? '外出务工' : source,
  );
  if (main !== undefined && said.length === 1) return main;
  return numbered.test(text) ? first : null;
}
