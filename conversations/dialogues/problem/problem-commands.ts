import { rolesFor } from '../../access/policy.ts';
import { type Command, command, onNumber, phrased } from '../../contract/command.ts';
import { ask } from '../../contract/needs.ts';
import { findProblem } from './act.ts';
import { assignProblem, transfer } from './assign.ts';
import { lookAgain } from './look.ts';
import { explain, planLong, setTask } from './plan.ts';
import { complete, ownProblems, rectify, rectifyByName, start } from './rectify.ts';
import { report } from './report.ts';
import { closeProblems, merge, reopenProblem, sendProblemBack } from './review.ts';
import { problemCard } from './show.ts';
import {
  assignProblemSaid,
  causeSaid,
  closeSaid,
  completeSaid,
  lookAgainSaid,
  mergeSaid,
  type OnOne,
  planSaid,
  rectifyByNameSaid,
  rectifySaid,
  reopenSaid,
  reportProblemSaid,
  sendBackSaid,
  startSaid,
  taskSaid,
  transferSaid,
} from './words.ts';

const rectifiers = rolesFor('rectify');
const reviewers = rolesFor('closeProblem');

/** What can be said of a problem by its number, and a problem reported freely. */
export const problemCommands: readonly Command[] = [
  command<OnOne>({ name: 'startRectifying', roles: rectifiers, match: startSaid, run: start }),
  command<OnOne>({
    name: 'completeRectifying',
    roles: rectifiers,
    match: completeSaid,
    run: complete,
    takesPhotos: true,
  }),
  command<OnOne>({
    name: 'rectify',
    roles: rectifiers,
    match: rectifySaid,
    run: rectify,
    takesPhotos: true,
  }),
  command<{ name: string; rest: string }>({
    name: 'rectifyByName',
    ofHousehold: true,
    inRoom: 'private',
    roles: rectifiers,
    match: rectifyByNameSaid,
    run: rectifyByName,
    takesPhotos: true,
  }),
  command<OnOne>({ name: 'explainProblem', roles: rectifiers, match: causeSaid, run: explain }),
  command<OnOne>({ name: 'setTask', roles: rectifiers, match: taskSaid, run: setTask }),
  command<OnOne>({ name: 'planProblem', roles: reviewers, match: planSaid, run: planLong }),
  command<OnOne>({
    name: 'lookAtProblem',
    roles: rectifiers,
    match: lookAgainSaid,
    run: lookAgain,
    takesPhotos: true,
  }),
  command<true>({
    name: 'ownProblems',
    roles: rectifiers,
    match: phrased(['整改|我的问题|待整改']),
    run: (c) => ownProblems(c),
  }),
  command<{ nos: number[]; rest: string }>({
    name: 'closeProblem',
    roles: reviewers,
    match: closeSaid,
    run: closeProblems,
  }),
  command<OnOne>({ name: 'sendBackProblem', roles: reviewers, match: sendBackSaid, run: sendProblemBack }),
  command<OnOne>({ name: 'reopenProblem', roles: reviewers, match: reopenSaid, run: reopenProblem }),
  command<{ nos: number[]; rest: string }>({
    name: 'mergeProblems',
    roles: reviewers,
    match: mergeSaid,
    run: merge,
  }),
  command<OnOne>({
    name: 'assignProblem',
    match: assignProblemSaid,
    run: assignProblem,
    roles: ['villageCadre', ...reviewers],
  }),
  command<OnOne>({
    name: 'transferProblem',
    match: transferSaid,
    run: transfer,
    roles: ['villageCadre', ...reviewers],
  }),
  command<OnOne>({
    name: 'showProblem',
    match: phrased(['问题|查问题|看问题 <no> 问题?', '<no> 问题? 问题|查问题|看问题'], onNumber),
    *run(c, { no }) {
      const problem = yield* findProblem(c, no);
      if (problem === null) return;
      const history = yield* ask('problemHistory', { no });
      if (problem.household !== null)
        c.change({ do: 'logAccess', households: [problem.household.id], what: 'problem' });
      c.say(problemCard(c, problem, history));
    },
  }),
  command<string>({
    name: 'reportProblem',
    roles: ['helper', 'villageCadre', 'townshipCadre', 'countyOffice'],
    match: reportProblemSaid,
    run: report,
    takesPhotos: true,
  }),
  command<true>({
    name: 'strikers',
    inRoom: 'private',
    roles: rolesFor('closeProblem'),
    match: phrased(['销号 记录|统计|情况', '谁销的号']),
    *run(c) {
      const found = yield* ask('strikers', {});
      if (found.length === 0) return c.say('还没有销号的问题。');
      const lines = found
        .slice(0, 10)
        .map(
          (s) =>
            `${s.name}（${s.unitName}）${s.closed}个：${s.nos.slice(0, 8).join('、')}号${s.nos.length > 8 ? '等' : ''}`,
        );
      c.say(`销号记录：\n${lines.join('\n')}`);
    },
  }),
];
