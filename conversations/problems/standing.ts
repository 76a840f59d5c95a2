import { departmentCode } from '../campaign/departments.ts';
import { campaigns } from '../campaigns/all.ts';
import type { Speaker } from '../contract/session.ts';
import type { Problem } from './problem.ts';

/** How a person stands to a problem: decides which moves are theirs. */
interface ProblemStanding {
  /** May check and strike off, send back, reopen, merge: the township, the area's lead department, the county. */
  reviewer: boolean;
  /** May hand it out: reviewers, and a village's cadre within the village. */
  assigner: boolean;
  /** May report it rectified: the village, the unit or person responsible, and reviewers. */
  rectifier: boolean;
}

const staffOf = (actor: Speaker, ...roles: Speaker['roles']): boolean =>
  roles.some((r) => actor.roles.includes(r));

/** One place for who may do what with a problem; scope (whose problems one sees at all) is the database's. */
export function standingOf(actor: Speaker, problem: Problem): ProblemStanding {
  const county = staffOf(actor, 'countyOffice');
  const township = staffOf(actor, 'townshipCadre') && problem.township?.id === actor.unit;
  const lead = staffOf(actor, 'departmentOfficer') && departmentCode(problem.leadUnit) === actor.unit;
  const reviewer = county || township || lead;
  const mine = problem.responsiblePerson?.id === actor.id;
  const unit = problem.responsibleUnit?.id === actor.unit;
  const village = problem.village?.id === actor.unit;
  // A complaint about those who visit is never theirs to settle.
  const concerned = problem.foundBy === actor.id && concernsFinder(problem);
  return {
    reviewer,
    assigner: reviewer || (village && staffOf(actor, 'villageCadre')),
    rectifier: reviewer || (!concerned && (mine || unit || village || problem.foundBy === actor.id)),
  };
}

/** Is it a complaint about those who visit? Then who found it has no hand in putting it right, whatever the campaign. */
function concernsFinder({ key }: Problem): boolean {
  return campaigns.some(({ dispatch }) => dispatch.byKey[key]?.concernsFinder === true);
}

/** Who can strike it off, in words, for someone who may not. */
export function reviewersInWords(problem: Problem): string {
  const township = problem.township?.name;
  return township === undefined ? `${problem.leadUnit}或县里` : `${township}的其他同志或${problem.leadUnit}`;
}
