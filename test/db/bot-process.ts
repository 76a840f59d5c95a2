// A bot in a process of its own: answers message after message of one helper and tells the number of each one
// whose turn is committed. Ends properly when its input ends. Arguments: data folder, name, messages at most.
import { countyCode } from '../../conversations/contract/ids.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { loadSession } from '../../db/turn/session.ts';
import { writeTurn } from '../../db/turn/turn.ts';

const [dataDir = '', name = '', most = '0'] = process.argv.slice(2);
const county = countyCode.parse('341322');
const database = await openDatabase({ dataDir, say: (line) => tell({ said: line }) });
let ended = false;
process.stdin.on('end', () => {
  ended = true;
});
process.stdin.resume();
tell({ server: database.embedded?.pid() ?? null, folder: database.embedded?.folder ?? '' });

for (let n = 0; n < Number(most) && !ended; n += 1) {
  const incoming = { channel: 'terminal', messageId: `${name} ${n}`, externalId: name };
  for (let stored = false; !stored; ) {
    const loaded = await loadSession(database, county, incoming);
    stored = loaded.is === 'already' || (await answer(loaded, incoming.messageId));
  }
  tell({ answered: n });
}
if (!ended) await new Promise((done) => process.stdin.once('end', done));
await database.close();
tell({ closed: true });

async function answer(
  loaded: Extract<Awaited<ReturnType<typeof loadSession>>, { is: 'session' }>,
  messageId: string,
): Promise<boolean> {
  const { session, versions } = loaded;
  const written = await writeTurn(database, county, {
    message: { channel: 'terminal', messageId, at: Date.UTC(2021, 11, 10) },
    answerTo: {},
    carried: null,
    session,
    versions,
    turn: { state: session.dialogue, replies: [{ text: messageId }], changes: [] },
  });
  return written.is === 'ok';
}

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
