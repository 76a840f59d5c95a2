import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Event } from '../../conversations/contract/event.ts';
import { type Household, householdSchema } from '../../conversations/contract/household.ts';
import { householdId, roomId, staffId, unitCode } from '../../conversations/contract/ids.ts';
import type { Asking, HouseholdBrief, Need } from '../../conversations/contract/needs.ts';
import type { Chat, Session, Speaker, Visit } from '../../conversations/contract/session.ts';
import { type DialogueState, dialogueState, emptyDialogue } from '../../conversations/contract/state.ts';
import type { AnswerLogged, Turn } from '../../conversations/contract/turn.ts';
import { converse } from '../../conversations/dialogues/converse.ts';
import { startingSettings } from '../../conversations/pushes/schedule.ts';

const village = unitCode.parse('990000103200');
const township = unitCode.parse('990000103000');

function person(no: number, name: string): Speaker {
  return {
    id: staffId.parse(`00000000-0000-4000-8000-00000000000${no}`),
    name,
    roles: ['helper'],
    unit: village,
    unitKind: 'village',
    unitName: '柳元村',
    township,
    muted: false,
  };
}

export const helper = person(1, '李帮扶');
export const colleague = person(2, '王五');

function made(no: number, headName: string, over: Partial<Household> = {}): Household {
  return householdSchema.parse({
    id: householdId.parse(`00000000-0000-4000-8000-${String(no).padStart(12, '0')}`),
    code: `LY${no}`,
    headName,
    type: 'general',
    village,
    villageName: '柳元村',
    township,
    townshipName: '闫集镇',
    group: '1组',
    ...over,
  });
}

export interface SaidWith {
  by?: Speaker;
  /** Said in the village's group; mentioned unless told otherwise. */
  room?: boolean;
  mentioned?: boolean;
  quote?: string;
  photos?: Extract<Event, { type: 'said' }>['photos'];
  /** Something that can't be read instead of words. */
  unreadable?: Extract<Event, { type: 'unreadable' }>['what'];
}

/** A village's chats over plain facts: turns are taken one after the other, state and visits kept as the database would. */
export class PlainVillage {
  readonly households = [
    made(11, '赵大有', {
      population: 4,
      members: [
        { no: 1, name: '赵大有', relation: '户主' },
        { no: 2, name: '李翠', relation: '配偶' },
      ],
    }),
    made(12, '钱二嫂'),
    made(13, '周守田', { type: 'povertyAlleviated', group: '2组' }),
    made(14, '吴桂兰', { type: 'monitored', monitoredKind: 'marginal', population: 2, group: '2组' }),
    made(15, '郑安居', { type: 'povertyAlleviated', tags: ['relocated'], population: 4, group: '3组' }),
  ];
  readonly visits = new Map<string, Visit>();
  /** The append-only answer log. */
  readonly log: AnswerLogged[] = [];
  /** Needs the last turn asked for. */
  needs: Need[] = [];
  readonly #dialogues = new Map<string, DialogueState>();
  #at = Date.parse('2021-12-15T01:00:00Z');
  #count = 0;

  stateOf(by: Speaker = helper): DialogueState {
    return this.#dialogues.get(by.id) ?? emptyDialogue;
  }

  visitOf(headName: string): Visit | undefined {
    const id = this.households.find((h) => h.headName === headName)?.id;
    return [...this.visits.values()].find((v) => v.householdId === id);
  }

  /** Says something and returns the turn; what it changes is kept, through JSON as the database keeps it. */
  say(text: string, said: SaidWith = {}): Turn {
    this.#at += 20_000;
    this.#count += 1;
    this.needs = [];
    const by = said.by ?? helper;
    const turn = this.#drive(
      by,
      converse(this.#session(by, said), this.#event(text, said), { hashOf: (t) => t }),
    );
    this.#dialogues.set(by.id, dialogueState.parse(JSON.parse(JSON.stringify(turn.state))));
    for (const change of turn.changes) {
      if (change.do === 'logAnswers') this.log.push(...change.answers);
      if (change.do === 'addHousehold') this.households.push(change.household);
      if (change.do === 'saveVisit')
        this.visits.set(change.visit.id, {
          ...(JSON.parse(JSON.stringify(change.visit)) as Visit),
          version: change.visit.version + 1,
        });
    }
    return turn;
  }

  #event(text: string, { quote, photos, unreadable }: SaidWith): Event {
    const seed = `00000000-0000-4000-9000-${this.#count.toString(16).padStart(6, '0')}000000`;
    const base = { id: String(this.#count), at: this.#at, seed };
    if (unreadable !== undefined) return { type: 'unreadable', ...base, what: unreadable };
    return {
      type: 'said',
      ...base,
      text,
      ...(quote === undefined ? {} : { quote }),
      ...(photos === undefined ? {} : { photos }),
    };
  }

  #session(by: Speaker, { room, mentioned = true }: SaidWith): Session {
    const dialogue = this.stateOf(by);
    const visit = dialogue.visitId === undefined ? null : (this.visits.get(dialogue.visitId) ?? null);
    const chat: Chat =
      room === true
        ? { kind: 'room', key: 'room:1', channel: 'terminal', mentioned, room: villageRoom }
        : { kind: 'private', key: 'private:terminal', channel: 'terminal' };
    return {
      settings: { ...newSettings(xiaoxian2021, 'real'), mode: 'demo' },
      account: null,
      speaker: by,
      chat,
      dialogue,
      visit,
      household: this.households.find((h) => h.id === visit?.householdId) ?? null,
    };
  }

  #drive(by: Speaker, dialogue: Asking<Turn>): Turn {
    let step = dialogue.next();
    for (let needs = 0; step.done !== true; needs += 1) {
      if (needs > 20) throw new Error('a turn asks without end');
      this.needs.push(step.value);
      step = dialogue.next(this.#answer(by, step.value));
    }
    return step.value;
  }

  #answer(by: Speaker, need: Need): unknown {
    const visitOf = (id: string) => [...this.visits.values()].find((v) => v.householdId === id) ?? null;
    const brief = (h: Household): HouseholdBrief => ({
      ...h,
      status: visitOf(h.id)?.status ?? null,
      outcome: visitOf(h.id)?.outcome ?? null,
    });
    const opened = (h: Household | undefined) => {
      if (h === undefined) return null;
      const visit = visitOf(h.id);
      const other = visit !== null && visit.helper !== by.id;
      return { household: h, visit, helperName: other ? nameOf(visit.helper) : null };
    };
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
      case 'halfDone': {
        const half = [...this.visits.values()].filter(
          (v) => v.helper === by.id && v.status === 'draft' && v.outcome === null,
        );
        const first = half
          .slice(0, need.args.limit)
          .flatMap((v) => this.households.find((h) => h.id === v.householdId) ?? []);
        return { total: half.length, first: first.map(brief) };
      }
      case 'findStaff':
        return [helper, colleague].filter((s) => s.name.includes(need.args.words));
      case 'countyAnswers':
        return [];
      case 'speakerVillages':
        return [{ code: village, name: '柳元村', township, townshipName: '闫集镇' }];
      default:
        return nothingFor(need);
    }
  }
}

const villageRoom = {
  id: roomId.parse('00000000-0000-4000-8000-0000000000aa'),
  name: '柳元村群',
  unit: village,
  unitName: '柳元村',
  unitKind: 'village',
} as const;

const nameOf = (id: string) => (id === helper.id ? helper.name : colleague.name);

/** Needs of dialogues that this chat has no facts for: lists are empty, single things not found. */
function nothingFor(need: Need): unknown {
  const lists: readonly string[] = [
    'listStandings',
    'listedIn',
    'listedOf',
    'bindCodes',
    'findUnits',
    'unitsSaid',
    'unitNames',
    'unitsNamed',
    'findHelpers',
    'headsOf',
    'reportUnits',
    'countProgress',
  ];
  if (need.need === 'countInquiry') return { n: 0, over: 0, sum: null, known: 0, unnamed: 0, parts: [] };
  if (need.need.startsWith('inquiry')) return { rows: [], total: 0 };
  if (need.need === 'pushSettings') return startingSettings();
  if (need.need === 'staffToBind') return { by: 'name', staff: [] };
  if (need.need === 'bindTries') return 0;
  if (need.need === 'comparingLists') return { lists: [], rows: [] };
  if (need.need === 'listedMine') return { total: 0, rows: [] };
  if (need.need === 'ownProgress') return { total: 5, done: 0, drafts: 0, toVerify: 0 };
  return lists.includes(need.need) ? [] : null;
}
