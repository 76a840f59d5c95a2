import type { Change } from '../../conversations/contract/turn.ts';
import { assignHouseholds, endStandIn, standIn } from '../assignments/read.ts';
import type { Actor } from '../base/actor.ts';
import { asProgram } from '../base/scope.ts';
import type { Tx } from '../base/transaction.ts';
import { settleConflict } from '../comparison/write.ts';
import { insertHousehold } from '../households/write-added.ts';
import { attach, logAccess } from '../households/write-looking.ts';
import { withdrawHousehold } from '../households/write-withdrawn.ts';
import { reconcileLead } from '../leads/reconcile.ts';
import { attachToLead, declareLead, easeMonitored, undoLead, writeLeadStep } from '../leads/write.ts';
import { answerListed, matchListed } from '../lists/write.ts';
import { addYearTask, answerUrging, closeYearTask, noteTraining, urge } from '../oversight/write.ts';
import {
  agreeToCode,
  bindAccount,
  bindRoomToUnit,
  issueCode,
  revokeCodes,
  unbindAccount,
  voidShownCodes,
  wrongCode,
} from '../people/write-binding.ts';
import { reconcileProblems } from '../problems/reconcile.ts';
import { attachToProblem, openProblem, writeProblemMove } from '../problems/write.ts';
import { changeCampaign, changeSchedule, mute } from '../pushes/receipt.ts';
import { push } from '../pushes/write.ts';
import { fileReport, holdActivity, noteReport } from '../reports/write.ts';
import { saveSheet } from '../self-checks/write.ts';
import { drawSpotChecks, returnVisit, saveSpotCheck, verifyVisit } from '../supervision/write.ts';
import { undoOrder } from './undo-order.ts';

/** Applies one change of a turn within its transaction, in the speaker's scope. */
export async function applyChange(
  tx: Tx,
  by: Actor,
  change: Exclude<Change, { do: 'saveVisit' | 'logAnswers' }>,
): Promise<void> {
  switch (change.do) {
    case 'reconcile':
      await reconcileProblems(tx, by, change);
      return reconcileLead(tx, by, change);
    case 'addHousehold':
      return insertHousehold(tx, by, change.household);
    case 'withdrawHousehold':
      return withdrawHousehold(tx, change);
    case 'logAccess':
      return logAccess(tx, by, change);
    case 'attach':
      return attach(tx, by, change);
    case 'bindAccount':
      return asProgram(tx, () => bindAccount(tx, by, change));
    case 'wrongCode':
      return asProgram(tx, () => wrongCode(tx, by));
    case 'voidCodes':
      return asProgram(tx, () => voidShownCodes(tx, by, change));
    case 'unbindAccount':
      return asProgram(tx, () => unbindAccount(tx, by));
    case 'issueCode':
      return asProgram(tx, () => issueCode(tx, by, change));
    case 'agreeToCode':
      return asProgram(tx, () => agreeToCode(tx, by, change));
    case 'revokeCodes':
      return asProgram(tx, () => revokeCodes(tx, by, change));
    case 'bindRoom':
      return asProgram(tx, () => bindRoomToUnit(tx, by, change));
    case 'push':
      return push(tx, by, change);
    case 'moveProblem':
      return writeProblemMove(tx, by, change);
    case 'openProblem':
      return openProblem(tx, by, change);
    case 'attachToProblem':
      return attachToProblem(tx, by, change);
    case 'stepLead':
      return writeLeadStep(tx, by, change);
    case 'undoLead':
      return undoLead(tx, by, change);
    case 'declareLead':
      return declareLead(tx, by, change);
    case 'easeMonitored':
      return easeMonitored(tx, by, change);
    case 'attachToLead':
      return attachToLead(tx, by, change);
    case 'matchListed':
      return matchListed(tx, by, change);
    case 'answerListed':
      return answerListed(tx, by, change);
    case 'saveSheet':
      return saveSheet(tx, by, change);
    case 'assign':
      return assignHouseholds(tx, by, change);
    case 'standIn':
      return standIn(tx, by, change);
    case 'endStandIn':
      return endStandIn(tx, by, change);
    case 'mute':
      return mute(tx, by, change);
    case 'changeCampaign':
      return changeCampaign(tx, by, change);
    case 'changeSchedule':
      return changeSchedule(tx, by, change);
    case 'addYearTask':
      return addYearTask(tx, by, change);
    case 'closeYearTask':
      return closeYearTask(tx, by, change);
    case 'urge':
      return urge(tx, by, change);
    case 'answerUrging':
      return answerUrging(tx, by, change);
    case 'noteTraining':
      return noteTraining(tx, by, change);
    case 'noteReport':
      return noteReport(tx, by, change);
    case 'holdActivity':
      return holdActivity(tx, by, change);
    case 'fileReport':
      return fileReport(tx, by, change);
    case 'settleConflict':
      return settleConflict(tx, change);
    case 'drawSpotChecks':
      return drawSpotChecks(tx, by, change);
    case 'saveSpotCheck':
      return saveSpotCheck(tx, by, change);
    case 'verifyVisit':
      return verifyVisit(tx, by, change);
    case 'undoOrder':
      return undoOrder(tx, by, change);
    case 'returnVisit':
      return returnVisit(tx, by, change);
    default:
      return change satisfies never;
  }
}
