import type { EvidenceData, LookOutcome } from '../../campaign/evidence.ts';
import type { Answers } from '../../form/answer.ts';

/**
 * Schooling, insurance and care, housing and water: words are no proof. A photo or document of the remedy and a look
 * by somebody else; categories that aren't here are struck off on the reviewer's word.
 */
const rules: EvidenceData['rules'] = {
  education: { proof: '在校证明、送教记录或到校照片', look: true },
  medical: { proof: '参保缴费凭证、报销单或签约照片', look: true },
  housing: { proof: '鉴定结果、竣工或搬离照片', look: true },
  water: { proof: '通水照片或水质检测单', look: true },
};

const solvedAs = (ledger: Answers): readonly LookOutcome[] => [{ id: 'solved', label: '已解决', ledger }];
const yes = { is: 'known', v: true } as const;
const no = { is: 'known', v: false } as const;

/** By the finding's key: the ledger's answers once the problem is solved. Written at the strike-off, taken back at 重开. */
const outcomes: EvidenceData['outcomes'] = {
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

/** Kinds of problems that may be put right over a long time under a plan: works, not what is owed to somebody today. */
const mayTakeLong: EvidenceData['mayTakeLong'] = new Set([
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

export const evidence: EvidenceData = { rules, outcomes, mayTakeLong };
