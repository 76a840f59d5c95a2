import type { StaffId, UnitKind } from '../../../conversations/contract/ids.ts';
import type { Role } from '../../../conversations/contract/session.ts';

/** A group one may talk in on the page. */
export interface WebRoom {
  externalId: string;
  name: string;
}

/** Somebody at the page. The external id of a web account is the staff id. */
export interface WebPerson {
  staffId: StaffId;
  name: string;
  roles: readonly Role[];
  unitName: string;
  unitKind: UnitKind;
  rooms: readonly WebRoom[];
}

/** Whom one can be, over demo and rehearsal data. */
export type Persona = Omit<WebPerson, 'rooms'>;

/** A browser in which somebody is in, as he himself sees it. */
export interface OpenSession {
  id: string;
  device: string;
  begunAt: Date;
  seenAt: Date;
}

/** Who is there, and who may come in how. The server alone decides. */
export interface ChatPeople {
  mode(): Promise<'real' | 'demo' | 'rehearsal'>;
  /** A few people of each role; empty over real data. */
  personas(): Promise<readonly Persona[]>;
  /** Null for one who isn't (any longer) on the roster. */
  person(staffId: string): Promise<WebPerson | null>;
  /**
   * Whose open session this is; null after its end, after too long without use (`active`: this request is a person's
   * doing and no page refreshing itself), and for who isn't on the roster any longer.
   */
  visitor(session: { id: string; staff: StaffId }, active: boolean): Promise<WebPerson | null>;
  beginSession(session: {
    id: string;
    staff: StaffId;
    by: 'persona' | 'link';
    device: string;
  }): Promise<void>;
  /** Notes that somebody read again what he had been shown. */
  noteReading(staff: StaffId, what: string): Promise<void>;
  sessionsOf(staff: StaffId): Promise<readonly OpenSession[]>;
  /** Ends one session of this person, or without an id all of them. */
  endSessions(staff: StaffId, id?: string): Promise<void>;
  /** Binds the web account of this person; by a choice over demo data or by a link the bot handed out. */
  bind(staffId: StaffId, at: number): Promise<void>;
  /** Whom a binding code bound this browser to at the door, once: from then on he has an account of his own. */
  boundAtTheDoor(device: string): Promise<StaffId | null>;
  /** True the first time only. */
  claimTicket(ticketId: string, until: number): Promise<boolean>;
}
