import { fact, type SqlFact, serversToday } from './fact.ts';

/** The last day of an assignment `a`: a main one goes on, a stand-in runs out. It holds while that is `>=` the day. */
export const lastDay = (a = 'a'): SqlFact => fact(`coalesce(${a}.until, 'infinity'::date)`);

/** Holds today, by the server's clock. */
export const holdsToday = (a = 'a'): SqlFact => fact(`${lastDay(a)} >= ${serversToday}`);
