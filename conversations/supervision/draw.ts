import type { HouseholdId, StaffId, UnitCode, VisitId } from '../contract/ids.ts';

/** A submitted visit that may be drawn. */
export interface Candidate {
  visit: VisitId;
  household: HouseholdId;
  village: UnitCode;
  township: UnitCode;
  helper: StaffId;
  /** Keys of quality signals. */
  signals: readonly string[];
}

export interface Drawn extends Candidate {
  /** `random`, or the signals for which it was taken. */
  why: readonly string[];
}

interface DrawRules {
  /** Everything random follows from it: the same seed over the same visits draws the same. */
  seed: string;
  /** Share of each village's visits, 0 … 1; at least one per village. */
  share: number;
  /** Of those with signals at most this share of all, most signals first. */
  signalShare: number;
  /** No draw is larger: it has to be walked. */
  most: number;
}

export const defaultDraw: Omit<DrawRules, 'seed'> = { share: 0.05, signalShare: 0.03, most: 200 };

/**
 * Draws households to be asked again: a random share of every village, so that nobody is left out, and those whose
 * visits carry quality signals. Pure and reproducible; the order of the candidates doesn't matter.
 */
export function draw(candidates: readonly Candidate[], rules: DrawRules): Drawn[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: rankOf(rules.seed, candidate.visit) }))
    .sort((a, b) => a.rank - b.rank || (a.candidate.visit < b.candidate.visit ? -1 : 1));
  const bySignals = ranked
    .filter(({ candidate }) => candidate.signals.length > 0)
    .sort((a, b) => b.candidate.signals.length - a.candidate.signals.length || a.rank - b.rank)
    .slice(0, Math.ceil(candidates.length * rules.signalShare))
    .map(({ candidate }) => ({ ...candidate, why: candidate.signals }));
  const taken = new Set(bySignals.map((d) => d.visit));
  const byVillage = Map.groupBy(
    ranked.map(({ candidate }) => candidate),
    (candidate) => candidate.village,
  );
  const random = [...byVillage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, list]) => list.slice(0, Math.max(1, Math.round(list.length * rules.share))))
    .filter((c) => !taken.has(c.visit))
    .map((candidate) => ({ ...candidate, why: ['random'] }));
  return [...bySignals, ...random].slice(0, rules.most);
}

/** Draws so many at random and no more: 随机抽5户. The same seed over the same visits draws the same. */
export function drawSome(candidates: readonly Candidate[], seed: string, count: number): Drawn[] {
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(seed, candidate.visit) }))
    .sort((a, b) => a.rank - b.rank || (a.candidate.visit < b.candidate.visit ? -1 : 1))
    .slice(0, Math.min(count, defaultDraw.most))
    .map(({ candidate }) => ({ ...candidate, why: ['random'] }));
}

/** A number that follows from seed and id and from nothing else (FNV-1a over both, mixed once more). */
function rankOf(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const char of `${seed}\n${id}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

export const signalLabels: Readonly<Record<string, string>> = {
  random: '随机',
  tooFast: '用时短',
  sameAnswers: '答案相同',
  atNight: '夜间提交',
  farFromMedian: '收入偏离',
};
