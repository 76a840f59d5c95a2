import { type Context, Hono } from 'hono';
import { wholeCounty } from '../../conversations/access/scope.ts';
import {
  brakeAt,
  lockedForMs,
  normalCode,
  triesAllowed,
  triesWindowMs,
} from '../../conversations/dialogues/binding/code.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import type { HouseholdQuestion } from '../../conversations/subjects/subject.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import {
  deviceInTurn,
  noteWrongOpinionCode,
  takeOpinion,
  wrongOpinionCodes,
} from '../../db/supervision/opinion-codes.ts';
import { RateLimiter } from '../channels/rate-limit.ts';
import { clientOf } from '../http/client.ts';
import { HttpFault } from '../http/fault-response.ts';
import type { Sessions } from '../http/session.ts';
import type { Workplace } from '../setting/workplace.ts';
import { askPage, outcomeWords, thanksPage } from './pages/opinion-page.ts';

/** Short: it is typed from paper. */
export const opinionPath = '/myd';

/** What the page works with. */
export interface OpinionOffice {
  place: Pick<Workplace, 'database' | 'county' | 'outside'>;
}

interface OpinionOptions extends OpinionOffice {
  sessions: Sessions;
  assetVersion: string;
  now: () => number;
}

/** From one address: a village may share one. The browser itself has five tries an hour. */
const triesAtTheDoor = { burst: 30, everyMs: 120_000 };

/** Two questions without a name, for who holds a code on paper: no session, no person, the same on Node and Workers. */
export function opinionRoutes({ place, sessions, assetVersion, now }: OpinionOptions): Hono {
  const { database, county, outside } = place;
  const scope = wholeCounty(county);
  const routes = new Hono();
  const tries = new RateLimiter(triesAtTheDoor, now);
  const questions = (): Promise<readonly HouseholdQuestion[]> =>
    read(database, scope, async (db) => {
      const { satisfaction } = await campaignHere(db);
      return satisfaction.questions.filter((q) => satisfaction.paper.includes(q.key));
    });

  routes.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    const asked = await questions();
    if (asked.length === 0) throw new HttpFault('notFound');
    return c.html(askPage({ assetVersion, questions: asked }));
  });

  routes.post('/', async (c) => {
    c.header('cache-control', 'no-store');
    const wait = tries.take(clientOf(c));
    if (wait > 0) throw new HttpFault('tooMany', '', Math.ceil(wait / 1000));
    const asked = await questions();
    const { code, answers } = await saidIn(c, asked);
    const again = (said: string) => c.html(askPage({ assetVersion, questions: asked, said }), 403);
    if (code === '' || Object.keys(answers).length === 0) return again(outcomeWords.nothing);
    const at = new Date(now());
    // A word that can't be led back to the browser, so that the log names nobody.
    const device = outside.hashOf(await sessions.doorOf(c)).slice(0, 16);
    const taken = await write(database, scope, (tx) =>
      tryOpinion(tx, { hash: outside.hashOf(normalCode(code)), answers, at, device }),
    );
    return taken === 'taken' ? c.html(thanksPage({ assetVersion })) : again(outcomeWords[taken]);
  });

  return routes;
}

/** One try: refused while the device or all together tried too many wrong ones; a wrong one is noted. */
async function tryOpinion(
  tx: Tx,
  { hash, answers, at, device }: { hash: string; answers: Answers; at: Date; device: string },
): Promise<Exclude<keyof typeof outcomeWords, 'nothing'> | 'taken'> {
  await deviceInTurn(tx, device);
  const since = {
    own: new Date(at.getTime() - lockedForMs),
    all: new Date(at.getTime() - triesWindowMs),
  };
  const wrong = await wrongOpinionCodes(tx, { device, since });
  if (wrong.own >= triesAllowed || wrong.all >= brakeAt) return 'locked';
  const taken = await takeOpinion(tx, { hash, answers, at });
  if (taken === 'unknown') await noteWrongOpinionCode(tx, device, at);
  return taken;
}

/** The code and what was ticked; a question left open isn't answered. */
async function saidIn(
  c: Context,
  questions: readonly HouseholdQuestion[],
): Promise<{ code: string; answers: Answers }> {
  const body = await c.req.parseBody();
  const code = body['code'];
  if (typeof code !== 'string' || code.length > 40) throw new HttpFault('badRequest');
  const answers: Answers = {};
  for (const { key } of questions) {
    const said = body[key];
    if (said === 'yes' || said === 'no') answers[key] = { is: 'known', v: said === 'yes' };
  }
  return { code: code.trim(), answers };
}
