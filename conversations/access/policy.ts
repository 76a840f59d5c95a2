import type { UnitCode, UnitKind } from '../contract/ids.ts';
import type { Role, Speaker } from '../contract/session.ts';

/**
 * Who may do what, and how far it reaches. The one place: commands, pages and exports ask here, and the
 * database's row-level security holds the same reach again (db/migrations, test/access).
 */
export const actions = [
  'visit',
  'household',
  'progress',
  'unvisited',
  'problems',
  'leads',
  'spotCheck',
  'satisfaction',
  'urge',
  'assign',
  'takeOn',
  'verifyVisit',
  'returnVisit',
  'rectify',
  'closeProblem',
  'selfCheck',
  'report',
  'export',
  'lists',
  'importLists',
  'dashboard',
  'digest',
  'whoLooked',
  'ownReceipt',
  'receipt',
  'mute',
  'bindRoom',
  'codes',
  'roster',
  'settings',
] as const;
export type Action = (typeof actions)[number];

/**
 * How far a right reaches: not at all, the person alone, the person's own unit, that unit with all below it, or
 * the problems and self-checks of the areas a department leads.
 */
export type Reach = 'none' | 'self' | 'unit' | 'subtree' | 'areas';

type Row = Partial<Record<Action, Reach>>;

/** These actions with one reach. */
function within(reach: Reach, ...what: readonly Action[]): Row {
  return Object.fromEntries(what.map((action) => [action, reach]));
}

const everyone: Row = within('self', 'mute', 'ownReceipt');

/** What one sees of the work. */
const seeing = ['household', 'progress', 'unvisited', 'problems', 'leads'] as const;
/** What somebody does who goes from house to house. */
const visiting = ['visit', ...seeing, 'takeOn', 'rectify'] as const;
/** What those do who see to a township or the county. */
const supervising = [
  ...seeing,
  'spotCheck',
  'satisfaction',
  'assign',
  'verifyVisit',
  'returnVisit',
  'rectify',
  'closeProblem',
  'selfCheck',
  'export',
  'lists',
  'dashboard',
  'whoLooked',
  'receipt',
  'bindRoom',
  'codes',
] as const;

const table: Readonly<Record<Role, Row>> = {
  helper: { ...everyone, ...within('unit', ...visiting) },
  villageCadre: {
    ...everyone,
    ...within(
      'unit',
      ...visiting,
      'assign',
      'selfCheck',
      'dashboard',
      'receipt',
      'bindRoom',
      'export',
      'lists',
    ),
  },
  townshipCadre: {
    ...everyone,
    ...within('subtree', ...supervising, 'visit', 'takeOn'),
    ...within('unit', 'report', 'digest'),
  },
  departmentOfficer: {
    ...everyone,
    ...within('areas', 'household', 'problems', 'rectify', 'closeProblem', 'selfCheck', 'export', 'lists'),
    ...within('unit', 'report', 'importLists'),
  },
  countyOffice: {
    ...everyone,
    ...within('subtree', ...supervising, 'importLists', 'report', 'digest', 'urge', 'roster'),
    ...within('unit', 'settings'),
  },
  leader: {
    ...everyone,
    ...within(
      'subtree',
      ...seeing,
      'satisfaction',
      'dashboard',
      'digest',
      'lists',
      'receipt',
      'report',
      'urge',
    ),
  },
  /** 督查组: looks everywhere, checks by itself and writes orders; changes nothing of what it looks at. */
  inspector: {
    ...everyone,
    ...within('subtree', ...seeing, 'spotCheck', 'satisfaction', 'dashboard', 'urge'),
  },
  /** Keeps units, staff and rooms; sees no household. */
  admin: { ...everyone, ...within('subtree', 'importLists', 'bindRoom', 'codes', 'roster', 'receipt') },
};

/** A unit somebody asks about. `township` is the one above a village, itself for a township. */
export interface Target {
  unit: UnitCode;
  kind: UnitKind;
  township?: UnitCode;
}

/** What of a speaker decides on rights. */
export type PlacedPerson = Pick<Speaker, 'roles' | 'unit' | 'unitKind' | 'township'>;

/** How far a role's right to an action reaches. */
export function reachOf(role: Role, action: Action): Reach {
  return table[role][action] ?? 'none';
}

/** Roles that may do it somewhere: the door of a chat command, before it is known about which unit. */
export function rolesFor(action: Action): Role[] {
  return (Object.keys(table) as Role[]).filter((role) => reachOf(role, action) !== 'none');
}

/** How a role is called in chat and in the table of who may do what. */
export const roleLabels: Readonly<Record<Role, string>> = {
  helper: '排查员',
  villageCadre: '村干部',
  townshipCadre: '乡镇干部',
  departmentOfficer: '县直部门',
  countyOffice: '县指挥部办公室',
  leader: '领导',
  inspector: '督查组',
  admin: '管理员',
};

/** The widest reach of all roles a person has. */
export function widestReach(person: Pick<PlacedPerson, 'roles'>, action: Action): Reach {
  const order: readonly Reach[] = ['none', 'self', 'unit', 'areas', 'subtree'];
  return person.roles
    .map((role) => reachOf(role, action))
    .reduce(
      (widest, reach) => (order.indexOf(reach) > order.indexOf(widest) ? reach : widest),
      'none' as Reach,
    );
}

/** May this person do it for this unit? A department's reach goes by areas: the database finds the rows. */
export function allows(person: PlacedPerson, action: Action, target: Target): boolean {
  return person.roles.some((role) => {
    const reach = reachOf(role, action);
    if (reach === 'unit') return target.unit === person.unit;
    if (reach === 'subtree') return isWithin(person, target);
    return reach === 'areas' && person.unitKind === 'department' && target.unit === person.unit;
  });
}

/** Is the target the person's own unit or one below it? */
export function isWithin(person: PlacedPerson, target: Target): boolean {
  if (target.unit === person.unit) return true;
  if (person.unitKind === 'county') return true;
  return person.unitKind === 'township' && target.kind === 'village' && target.township === person.unit;
}
