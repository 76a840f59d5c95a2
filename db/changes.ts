import type { Change } from '../conversations/engine/turn.ts';
import { assign, endStandIn, standIn } from './assignments.ts';
import type { Actor } from './changes/actor.ts';
import { addHousehold } from './changes/add-household.ts';
import {
  bindAccount,
  bindRoom,
  issueCode,
  revokeCodes,
  unbindAccount,
  voidShownCodes,
  wrongCode,
} from './changes/binding.ts';
import { attachToLead, stepLead } from './changes/lead.ts';
import { attach, logAccess } from './changes/looking.ts';
import { attachToProblem, moveProblem, openProblem } from './changes/problem.ts';
import { push } from './changes/push.ts';
import { reconcileLead } from './changes/reconcile-lead.ts';
import { reconcileProblems } from './changes/reconcile-problems.ts';
import { fileReport } from './changes/report.ts';
import { saveSheet } from './changes/self-check.ts';
import { settleConflict } from './changes/settle-conflict.ts';
import { drawSpotChecks, returnVisit, saveSpotCheck, verifyVisit } from './changes/supervision.ts';
import { withdrawHousehold } from './changes/withdraw-household.ts';
import { changeCampaign, changeSchedule, mute } from './receipt.ts';
import type { Tx } from './transaction.ts';

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
      return addHousehold(tx, by, change.household);
    case 'withdrawHousehold':
      return withdrawHousehold(tx, change);
    case 'logAccess':
      return logAccess(tx, by, change);
    case 'attach':
      return attach(tx, by, change);
    case 'bindAccount':
      return bindAccount(tx, by, change);
    case 'wrongCode':
      return wrongCode(tx, by);
    case 'voidCodes':
      return voidShownCodes(tx, by, change);
    case 'unbindAccount':
      return unbindAccount(tx, by);
    case 'issueCode':
      return issueCode(tx, by, change);
    case 'revokeCodes':
      return revokeCodes(tx, by, change);
    case 'bindRoom':
      return bindRoom(tx, by, change);
    case 'push':
      return push(tx, by, change);
    case 'moveProblem':
      return moveProblem(tx, by, change);
    case 'openProblem':
      return openProblem(tx, by, change);
    case 'attachToProblem':
      return attachToProblem(tx, by, change);
    case 'stepLead':
      return stepLead(tx, by, change);
    case 'attachToLead':
      return attachToLead(tx, by, change);
    case 'saveSheet':
      return saveSheet(tx, by, change);
    case 'assign':
      return assign(tx, by, change);
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
    case 'returnVisit':
      return returnVisit(tx, by, change);
    default:
      return change satisfies never;
  }
}
