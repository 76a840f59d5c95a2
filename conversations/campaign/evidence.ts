import type { ProblemCategory } from '../contract/finding.ts';
import type { Answers } from '../form/answer.ts';

/** What must lie beside a problem of a category before it is struck off. */
interface EvidenceRule {
  /** What proves it, as the refusal says it. */
  proof: string;
  /** A look at the household by somebody other than who rectified it. */
  look: true;
}

/** What a look at the household may find, and what the household's ledger says from then on. */
export interface LookOutcome {
  id: string;
  label: string;
  ledger: Answers;
}

/** What a campaign asks for before a problem is struck off. */
export interface EvidenceData {
  rules: Partial<Readonly<Record<ProblemCategory, EvidenceRule>>>;
  /** By the finding's key, the best first. */
  outcomes: Readonly<Record<string, readonly LookOutcome[]>>;
  /** Kinds that may be put right over a long time under a plan. */
  mayTakeLong: ReadonlySet<ProblemCategory>;
}

/** Where the finding's key isn't listed: solved, and no answer of the ledger changes. */
const plainOutcomes: readonly LookOutcome[] = [{ id: 'solved', label: '已解决', ledger: {} }];

/** What a look may find of a problem with this key, the best first. */
export function outcomesOf({ evidence }: { evidence: EvidenceData }, key: string): readonly LookOutcome[] {
  return evidence.outcomes[key] ?? plainOutcomes;
}
