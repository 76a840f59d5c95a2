import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { leadByNo, leadsOfHead, openLeads } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

const leadVisit: Answer<'leadVisit'> = async (db, _, { household }) => {
  const [visit] = await db.sql<NonNullable<Needs['leadVisit']['out']>[]>`
    select id, helper from visit
    where county = ${db.scope.county} and household_id = ${household} and ${stated(db, wasHandedIn('status'))} and outcome = 'answered'`;
  return visit ?? null;
};

/** Answers to what the monitoring leads' dialogue asks. */
export const leadNeeds: { [Name in 'lead' | 'openLeads' | 'leadsOf' | 'leadVisit']: Answer<Name> } = {
  lead: (db, _, { no }) => leadByNo(db, no),
  openLeads: (db, _, { limit, offset }) => openLeads(db, limit, offset),
  leadsOf: (db, _, { headName }) => leadsOfHead(db, headName),
  leadVisit,
};
