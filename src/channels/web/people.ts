import type { StaffId } from '../../../conversations/contract/ids.ts';
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
  rooms: readonly WebRoom[];
}

/** Whom one can be, over demo and rehearsal data. */
export type Persona = Omit<WebPerson, 'rooms'>;

/** Who is there, and who may come in how. The server alone decides. */
export interface ChatPeople {
  mode(): Promise<'real' | 'demo' | 'rehearsal'>;
  /** A few people of each role; empty over real data. */
  personas(): Promise<readonly Persona[]>;
  /** Null for one who isn't (any longer) on the roster. */
  person(staffId: string): Promise<WebPerson | null>;
  /** Binds the web account of this person; by a choice over demo data or by a link the bot handed out. */
  bind(staffId: StaffId, at: number): Promise<void>;
  /** True the first time only. */
  claimTicket(ticketId: string, until: number): Promise<boolean>;
}
