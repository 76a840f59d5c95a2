import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty, rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { campaigns } from '../../conversations/campaigns/all.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { type Cipher, openCipher } from '../../db/base/cipher.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import { dropAllWork } from '../../db/desk/works.ts';
import {
  forgetTokens,
  idCipherContext,
  type SealedIdNumber,
  saveIdNumbers,
  sealedIdNumbers,
} from '../../db/households/id-numbers.ts';
import { listedCipherContext, saveSealedRows, sealedRows } from '../../db/lists/sealed.ts';
import { noteSecurity } from '../../db/people/security-log.ts';
import { voidOpinionCodes } from '../../db/supervision/opinion-codes.ts';
import type { Key } from '../setting/keys.ts';
import { operatorName } from '../setting/operator.ts';
import type { Workplace } from '../setting/workplace.ts';

const page = 500;

/** The key given opens none of what is stored: nothing was changed. */
class WrongKey extends Error {}

/** ID numbers sealed anew, and those that the new key opened already (a run that had been cut off). */
interface Rotated {
  changed: number;
  already: number;
}

/**
 * Opens every ID number with one key and seals it with another, in all counties of this database, one transaction
 * each. May be run again after it was cut off. Platform tokens are fetched anew; codes on paper are void.
 */
export async function rotateKey(
  { database, config }: Pick<Workplace, 'database' | 'config'>,
  oldKey: Key,
  newKey: Key,
): Promise<Rotated> {
  const from = await openCipher(Uint8Array.from(oldKey.bytes));
  const to = await openCipher(Uint8Array.from(newKey.bytes), config.cipher);
  const total = { changed: 0, already: 0 };
  const operator = operatorName();
  for (const county of new Set<CountyCode>([config.county, demoCounty, rehearsalCounty])) {
    const { changed, already } = await write(database, wholeCounty(county), async (tx) => {
      const done = await resealAll(tx, from, to);
      await noteSecurity(tx, [
        { kind: 'keyRotated', operator, detail: `${config.cipher} ${done.changed}`, at: Date.now() },
      ]);
      return done;
    });
    total.changed += changed;
    total.already += already;
    for (const { id: campaign } of campaigns)
      await write(database, { ...wholeCounty(county), campaign }, async (tx) => {
        await resealLists(tx, from, to);
        await voidOpinionCodes(tx);
      });
  }
  return total;
}

async function resealAll(tx: Tx, from: Cipher, to: Cipher): Promise<Rotated> {
  const done = { changed: 0, already: 0 };
  for (let after: string | null = null; ; ) {
    const rows: SealedIdNumber[] = await sealedIdNumbers(tx, after, page);
    const last = rows.at(-1);
    if (last === undefined) break;
    const { county } = tx.scope;
    const resealed = await Promise.all(rows.map((row) => reseal(row, county, from, to)));
    const changed = resealed.filter((row) => row !== null);
    await saveIdNumbers(tx, changed);
    after = last.id;
    done.changed += changed.length;
    done.already += rows.length - changed.length;
  }
  await forgetTokens(tx);
  await dropAllWork(tx);
  return done;
}

/** Card numbers in lists from elsewhere, which lie in the campaign they came in. */
async function resealLists(tx: Tx, from: Cipher, to: Cipher): Promise<void> {
  const { county } = tx.scope;
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof sealedRows>> = await sealedRows(tx, after, page);
    const last = rows.at(-1);
    if (last === undefined) return;
    const resealed = await Promise.all(
      rows.map(async ({ id, key, sealed }) => {
        const about = listedCipherContext(county, key);
        const again = await opened(to, sealed, about);
        if (again !== null && to.isCurrent(sealed)) return null;
        const text = again ?? (await opened(from, sealed, about));
        if (text === null) throw new WrongKey(wrongKeyWords);
        return { id, sealed: await to.encrypt(text, about) };
      }),
    );
    await saveSealedRows(
      tx,
      resealed.filter((row) => row !== null),
    );
    after = last.id;
  }
}

/** null where it is sealed with the new key and as it is sealed now. */
async function reseal({ id, code, cipher }: SealedIdNumber, county: string, from: Cipher, to: Cipher) {
  const about = idCipherContext(county, code);
  const again = await opened(to, cipher, about);
  if (again !== null && to.isCurrent(cipher)) return null;
  const number = again ?? (await opened(from, cipher, about));
  if (number !== null) return { id, cipher: await to.encrypt(number, about), hash: await to.hash(number) };
  throw new WrongKey(wrongKeyWords);
}

const wrongKeyWords =
  'RUHU_KEY 解不开库里的身份证号，不是当初加密用的那把。什么都没有改动，请换成原来的密钥再试。';

/** What the key opens; null when it is another key's: the cipher is authenticated, so nothing else can go wrong. */
export async function opened(cipher: Cipher, sealed: Uint8Array, about: string): Promise<string | null> {
  return cipher.decrypt(sealed, about).catch(() => null);
}
