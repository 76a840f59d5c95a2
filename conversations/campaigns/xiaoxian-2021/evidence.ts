import type { ProblemCategory } from '../../contract/finding.ts';
import type { Answers } from '../../form/answer.ts';

/** What must lie beside a problem of a category before it is struck off. */
export interface EvidenceRule {
  /** What proves it, as the refusal says it. */
  proof: string;
  /** A look at the household by somebody other than who rectified it. */
  look: true;
}

/**
 * Schooling, insurance and care, housing and water: words are no proof. A photo or document of the remedy and a look
 * by somebody else; categories that aren't here are struck off on the reviewer's word.
 */
export const evidenceRules: Partial<Readonly<Record<ProblemCategory, EvidenceRule>>> = {
  education: { proof: '在校证明、送教记录或到校照片', look: true },
  medical: { proof: '参保缴费凭证、报销单或签约照片', look: true },
  housing: { proof: '鉴定结果、竣工或搬离照片', look: true },
  water: { proof: '通水照片或水质检测单', look: true },
};

/** What a look at the household may find, and what the household's ledger says from then on. */
export interface LookOutcome {
  id: string;
  label: string;
  ledger: Answers;
}

const solvedAs = (ledger: Answers): readonly LookOutcome[] => [{ id: 'solved', label: '已解决', ledger }];
const yes = { is: 'known', v: true } as const;
const no = { is: 'known', v: false } as const;

/** Where the finding's key isn't listed: solved, and no answer of the ledger changes. */
const plainOutcomes = solvedAs({});

/** By the finding's key: the ledger's answers once the problem is solved. Written at the strike-off, taken back at 重开. */
const outcomesByFinding: Readonly<Record<string, readonly LookOutcome[]>> = {
  allInsured: solvedAs({ allInsured: yes }),
  premiumSubsidy: solvedAs({ premiumSubsidy: { is: 'known', v: 'yes' } }),
  familyDoctor: solvedAs({ familyDoctor: yes }),
  reimbursementDelayed: solvedAs({ reimbursementDelayed: no }),
  medicalBurdenHeavy: solvedAs({ medicalBurdenHeavy: no }),
  cannotAffordCare: solvedAs({ canAffordCare: yes }),
  studentAid: solvedAs({ studentAid: { is: 'known', v: 'received' } }),
  dropout: solvedAs({ droppedOut: no }),
  unsafeHousing: [
    { id: 'solved', label: '原房已加固或鉴定为安全', ledger: { housingSafe: yes } },
    {
      id: 'movedOut',
      label: '人已搬到安全住房',
      ledger: { housingSafe: { is: 'known', v: true, note: '已搬到安全住房' } },
    },
  ],
  elderAloneUnsafe: solvedAs({ elderAloneUnsafe: no }),
  unsafeWater: solvedAs({ waterProblem: no }),
};

/** What a look may find of a problem with this key, the best first. */
export function outcomesOf(key: string): readonly LookOutcome[] {
  return outcomesByFinding[key] ?? plainOutcomes;
}

/** Kinds of problems that may be put right over a long time under a plan: works, not what is owed to somebody today. */
export const mayTakeLong: ReadonlySet<ProblemCategory> = new Set([
  'housing',
  'water',
  'income',
  'relocation',
  'industry',
  'employment',
  'satisfaction',
  'policy',
  'other',
]);
