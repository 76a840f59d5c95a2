import { type Action, allows, isWithin } from '../../access/policy.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { UnitFound } from '../../progress/needs.ts';
import { tellAside } from './lists.ts';

/** Which unit a question is about. `own`: no unit was named and the speaker stands for none: what he looks after. */
type About = { is: 'unit'; unit: UnitFound } | { is: 'own' } | { is: 'told' };

/**
 * The unit a person means: the one named, else the group's, else his own. What he may not see is told here, and
 * villages of the same name are asked apart; then there is nothing more to say (`told`).
 */
export function* unitSaid(c: Conversation, words: string, action: Action, again: string): Asking<About> {
  if (words === '') return yield* defaultUnit(c, action);
  const found = yield* ask('unitsSaid', { words });
  const exact = found.filter((u) => u.name === words);
  const meant = exact.length > 0 ? exact : found;
  const [only] = meant;
  const first = only === undefined ? undefined : fullyNamed(c, only);
  if (first === undefined) {
    tellAside(
      c,
      `您能看的范围里没有“${words.slice(0, 12)}”。说乡镇或村的名字，如“${again} ${c.speaker.unitName}”。`,
    );
    return { is: 'told' };
  }
  if (meant.length > 1) {
    const names = meant.slice(0, 6).map((u) => `${u.townshipName ?? ''}${u.name}`);
    tellAside(c, `叫“${words}”的不止一个，请说全：\n${names.map((name) => `${again} ${name}`).join('\n')}`);
    return { is: 'told' };
  }
  if (!mayAsk(c, action, first)) {
    tellAside(c, `${first.name}不在您能看的范围里。`);
    return { is: 'told' };
  }
  return insideRoom(c, action, first);
}

/** A village is told with its township to who sees several: names occur more than once in a county. */
function fullyNamed(c: Conversation, unit: UnitFound): UnitFound {
  const needed =
    c.speaker.unitKind === 'county' && unit.kind === 'village' && unit.townshipName !== undefined;
  return needed ? { ...unit, name: `${unit.townshipName}${unit.name}` } : unit;
}

/** What names households, masked or not, is told in a group only of its own place: others there have no part in it. */
const namesHouseholds: ReadonlySet<Action> = new Set([
  'unvisited',
  'problems',
  'household',
  'assign',
  'takeOn',
]);

function insideRoom(c: Conversation, action: Action, unit: UnitFound): About {
  if (!namesHouseholds.has(action) || !isOutsideRoom(c, unit)) return { is: 'unit', unit };
  tellAside(c, `${unit.name}的户不在本群说，请私聊问我。`);
  return { is: 'told' };
}

function isOutsideRoom(c: Conversation, unit: Pick<UnitFound, 'code' | 'kind' | 'township'>): boolean {
  const { chat } = c.session;
  if (chat.kind !== 'room' || chat.room.unit === null || chat.room.unitKind === null) return false;
  const place = { roles: [], unit: chat.room.unit, unitKind: chat.room.unitKind };
  return !isWithin(place, {
    unit: unit.code,
    kind: unit.kind,
    ...(unit.township === undefined ? {} : { township: unit.township }),
  });
}

/** A helper who looks after households elsewhere sees these and not their villages: he asks about his own. */
function mayAsk(c: Conversation, action: Action, unit: UnitFound): boolean {
  const target = {
    unit: unit.code,
    kind: unit.kind,
    ...(unit.township === undefined ? {} : { township: unit.township }),
  };
  return allows(c.speaker, action, target);
}

/** In a group its unit, as far as the speaker may see it; else his own. */
function* defaultUnit(c: Conversation, action: Action): Asking<About> {
  const { chat } = c.session;
  if (chat.kind === 'room' && chat.room.unit !== null) {
    const [unit] = yield* ask('unitsSaid', { words: chat.room.unit });
    if (unit !== undefined && mayAsk(c, action, unit)) return { is: 'unit', unit };
  }
  const { unit, unitKind, unitName } = c.speaker;
  const { township } = c.speaker;
  const own: UnitFound = {
    code: unit,
    name: unitName,
    kind: unitKind,
    ...(township === undefined ? {} : { township }),
  };
  const stands =
    allows(c.speaker, action, { unit, kind: unitKind }) && unitKind !== 'department' && !onlyHelperAbove(c);
  return stands ? insideRoom(c, action, own) : { is: 'own' };
}

/** A helper of a township or the county (驻村工作队员, 帮扶责任人) stands for his households, not for the unit. */
function onlyHelperAbove(c: Conversation): boolean {
  return c.speaker.unitKind !== 'village' && c.speaker.roles.every((role) => role === 'helper');
}
