import { defaultCampaign } from '../../conversations/campaign/settings.ts';
import { converse } from '../../conversations/dialogues/converse.ts';
import type { Asking, HouseholdBrief, Need } from '../../conversations/dialogues/needs.ts';
import type { Event } from '../../conversations/engine/event.ts';
import { householdId, staffId, unitCode } from '../../conversations/engine/ids.ts';
import type { Session, Speaker, Visit } from '../../conversations/engine/session.ts';
import { dialogueState, emptyDialogue } from '../../conversations/engine/state.ts';
import type { Turn } from '../../conversations/engine/turn.ts';
import { type Household, household } from '../../conversations/household/household.ts';

const village = unitCode.parse('990000103200');

export const helper: Speaker = {
  id: staffId.parse('00000000-0000-4000-8000-000000000001'),
  name: '李帮扶',
  roles: ['helper'],
  unit: village,
  unitKind: 'village',
  unitName: '柳元村',
  township: unitCode.parse('990000103000'),
  muted: false,
};

function made(no: number, headName: string, over: Partial<Household> = {}): Household {
  return household.parse({
    id: householdId.parse(`00000000-0000-4000-8000-${String(no).padStart(12, '0')}`),
    code: `LY${no}`,
    headName,
    type: 'general',
    village,
    villageName: '柳元村',
    township: helper.township,
    townshipName: '闫集镇',
    group: '1组',
    ...over,
  });
}

/** A person's chat over plain facts: turns are taken one after the other, state and visits kept as the database would. */
export class PlainChat {
  readonly households = [
    made(11, '赵大有', { population: 4 }),
    made(12, '钱二嫂'),
    made(13, '周守田', { type: 'povertyAlleviated' }),
  ];
  readonly visits = new Map<string, Visit>();
  #dialogue = emptyDialogue;
  #at = Date.parse('2021-12-15T01:00:00Z');
  #count = 0;

  get state() {
    return this.#dialogue;
  }

  /** Says something and returns the turn; what it changes is kept, through JSON as the database keeps it. */
  say(text: string, over: Partial<Extract<Event, { type: 'said' }>> = {}): Turn {
    this.#at += 20_000;
    this.#count += 1;
    const seed = `00000000-0000-4000-9000-${this.#count.toString(16).padStart(12, '0')}`;
    const turn = this.#drive(
      converse(
        this.#session(),
        { type: 'said', id: String(this.#count), at: this.#at, seed, text, ...over },
        { hashOf: (t) => t },
      ),
    );
    this.#dialogue = dialogueState.parse(JSON.parse(JSON.stringify(turn.state)));
    for (const change of turn.changes)
      if (change.do === 'saveVisit')
        this.visits.set(change.visit.id, {
          ...(JSON.parse(JSON.stringify(change.visit)) as Visit),
          version: change.visit.version + 1,
        });
      else if (change.do === 'addHousehold') this.households.push(change.household);
    return turn;
  }

  #session(): Session {
    const visit =
      this.#dialogue.visitId === undefined ? null : (this.visits.get(this.#dialogue.visitId) ?? null);
    return {
      settings: { ...defaultCampaign(), mode: 'demo' },
      account: null,
      speaker: helper,
      chat: { kind: 'private', key: 'private:terminal', channel: 'terminal' },
      dialogue: this.#dialogue,
      visit,
      household: this.households.find((h) => h.id === visit?.householdId) ?? null,
    };
  }

  #drive(dialogue: Asking<Turn>): Turn {
    let step = dialogue.next();
    for (let needs = 0; step.done !== true; needs += 1) {
      if (needs > 20) throw new Error('a turn asks without end');
      step = dialogue.next(this.#answer(step.value));
    }
    return step.value;
  }

  #answer(need: Need): unknown {
    const visitOf = (id: string) => [...this.visits.values()].find((v) => v.householdId === id) ?? null;
    const brief = (h: Household): HouseholdBrief => ({
      ...h,
      status: visitOf(h.id)?.status ?? null,
      outcome: visitOf(h.id)?.outcome ?? null,
    });
    const opened = (h: Household | undefined) =>
      h === undefined ? null : { household: h, visit: visitOf(h.id), helperName: null };
    switch (need.need) {
      case 'nextHouseholds':
        return this.households
          .filter((h) => h.id !== need.args.after && visitOf(h.id)?.status !== 'submitted')
          .slice(0, need.args.limit)
          .map(brief);
      case 'findHouseholds':
        return this.households.filter((h) => h.headName.includes(need.args.words)).map(brief);
      case 'openHousehold':
        return opened(this.households.find((h) => h.id === need.args.id));
      case 'openVisit':
        return opened(this.households.find((h) => h.id === this.visits.get(need.args.id)?.householdId));
      case 'speakerVillages':
        return [{ code: village, name: '柳元村', township: helper.township, townshipName: '闫集镇' }];
      default:
        return nothingFor(need);
    }
  }
}

/** Needs of dialogues that this chat has no facts for: lists are empty, single things not found. */
function nothingFor(need: Need): unknown {
  const lists: readonly string[] = ['findStaff', 'staffToBind', 'findUnits'];
  if (need.need === 'ownProgress') return { total: 3, done: 0, drafts: 0, toVerify: 0 };
  return lists.includes(need.need) ? [] : null;
}
