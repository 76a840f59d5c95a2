import { createHash } from 'node:crypto';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { RegisterEntry } from '../../conversations/imports/household-group.ts';
import { mergedFacts } from '../../conversations/imports/register-merge.ts';
import type { Cipher } from '../../db/base/cipher.ts';
import type { Tx } from '../../db/base/transaction.ts';
import { type RegisterHousehold, saveHouseholds } from '../../db/households/households.ts';
import { idCipherContext } from '../../db/households/id-numbers.ts';
import { type RegisteredHousehold, registeredHouseholds } from '../../db/households/register.ts';
import type { ImportLog } from './import-report.ts';

/** One entry on its way: with its keyed hash and the code it will have. */
interface Coded {
  entry: RegisterEntry;
  /** base64, null where the file has no ID number. */
  idHash: string | null;
  code: string;
  before: RegisteredHousehold | undefined;
  /** The code under which the register already has this ID number, where it is another one. */
  elsewhere: string | undefined;
}

/**
 * Joins portions of a register file with the register: finds doubles within the file and with the database,
 * gives households without 户编号 a stable one, encrypts ID numbers, keeps what a blank cell leaves open.
 */
export class RegisterWriter {
  readonly #tx: Tx;
  readonly #cipher: Cipher;
  readonly #keepIds: boolean;
  readonly #helpers: ReadonlyMap<string, StaffId>;
  readonly #log: ImportLog;
  /** Row by 户编号 and by ID number, over the whole file; short hashes, since there may be hundreds of thousands. */
  readonly #rowByCode = new Map<string, number>();
  readonly #rowById = new Map<string, number>();
  #sort = 0;

  /** Without `keepIds` ID numbers are checked and compared within the file, and not stored. */
  constructor(
    tx: Tx,
    { cipher, keepIds }: { cipher: Cipher; keepIds: boolean },
    helpers: ReadonlyMap<string, StaffId>,
    log: ImportLog,
  ) {
    this.#tx = tx;
    this.#cipher = cipher;
    this.#keepIds = keepIds;
    this.#helpers = helpers;
    this.#log = log;
  }

  async save(entries: readonly RegisterEntry[]): Promise<void> {
    const coded = await this.#coded(entries);
    const good = coded.filter((one) => this.#isGood(one));
    if (!this.#log.willStore || good.length === 0) return;
    const households = await Promise.all(good.map((one) => this.#household(one)));
    this.#log.add(await saveHouseholds(this.#tx, households, 'register'));
  }

  async #coded(entries: readonly RegisterEntry[]): Promise<Coded[]> {
    const hashes = await Promise.all(
      entries.map(async ({ id }) =>
        id === null ? null : Buffer.from(await this.#cipher.hash(id.number)).toString('base64'),
      ),
    );
    const known = await registeredHouseholds(this.#tx, {
      codes: entries.map((entry) => entry.code ?? codeByPlace(entry)),
      idHashes: hashes.filter((hash) => hash !== null),
    });
    const byCode = new Map(known.map((household) => [household.code, household]));
    const byId = new Map(known.flatMap((h) => (h.idHash === null ? [] : [[h.idHash, h] as const])));
    return entries.map((entry, i): Coded => {
      const idHash = hashes[i] ?? null;
      const sameId = idHash === null ? undefined : byId.get(idHash);
      const code = entry.code ?? sameId?.code ?? codeFor(entry, idHash, byCode);
      const before = byCode.get(code) ?? (sameId?.code === code ? sameId : undefined);
      return { entry, idHash, code, before, elsewhere: sameId?.code === code ? undefined : sameId?.code };
    });
  }

  /** Doubles within the file, unknown helpers. Each is told once, at the later row. */
  #isGood({ entry, idHash, code, elsewhere }: Coded): boolean {
    const errors: string[] = [];
    const codeKey = shortHash(code);
    const sameCode = this.#rowByCode.get(codeKey);
    const short = idHash?.slice(0, 20);
    const sameId = short === undefined ? undefined : this.#rowById.get(short);
    if (sameId !== undefined) errors.push(`身份证号与第 ${sameId} 行重复，请核对`);
    if (sameCode !== undefined && entry.code !== null) errors.push(`户编号与第 ${sameCode} 行重复，请核对`);
    else if (sameCode !== undefined && sameId === undefined) {
      errors.push(`与第 ${sameCode} 行同村同组同名，请补户编号或身份证号`);
    }
    if (elsewhere !== undefined) errors.push(`这个身份证号已登记在户编号 ${elsewhere} 的户里，请核对`);
    if (entry.helperPhone !== null && !this.#helpers.has(entry.helperPhone)) {
      errors.push('排查员手机号不在人员名单里，请核对，或先导入人员');
    }
    if (sameCode === undefined) this.#rowByCode.set(codeKey, entry.row);
    if (short !== undefined && sameId === undefined) this.#rowById.set(short, entry.row);
    for (const text of errors) this.#fail(entry, text);
    return errors.length === 0;
  }

  async #household({ entry, idHash, code, before }: Coded): Promise<RegisterHousehold> {
    const facts = mergedFacts(entry, before === undefined ? undefined : factsOf(before));
    this.#sort += 1;
    const sort = this.#sort;
    return {
      ...facts,
      ...(await this.#identity(entry, idHash, code, before)),
      code,
      headName: entry.headName,
      village: entry.village,
      township: entry.township,
      sort,
      helper: entry.helperPhone === null ? undefined : this.#helpers.get(entry.helperPhone),
    };
  }

  /** Encrypting gives another text each time: what is stored stays, unless the number changed. */
  async #identity(
    entry: RegisterEntry,
    idHash: string | null,
    code: string,
    before: RegisteredHousehold | undefined,
  ) {
    if (!this.#keepIds || entry.id === null || idHash === null || before?.idHash === idHash) {
      const kept = before?.idHash ?? null;
      if (kept === null) return {};
      return { idHash: Buffer.from(kept, 'base64'), idCipher: before?.idCipher ?? undefined };
    }
    const about = idCipherContext(this.#tx.scope.county, code);
    return {
      idHash: Buffer.from(idHash, 'base64'),
      idCipher: await this.#cipher.encrypt(entry.id.number, about),
    };
  }

  #fail(entry: RegisterEntry, text: string): void {
    this.#log.error({ row: entry.row, sheet: entry.sheet, text });
  }
}

function factsOf(h: RegisteredHousehold) {
  return {
    ...h,
    monitoredKind: h.monitoredKind ?? undefined,
    population: h.population ?? undefined,
    lastYearIncomePerHead: h.lastYearIncomePerHead ?? undefined,
  };
}

/** A stable code for a household that has none: by the head's ID number, else by place and name. */
function codeFor(
  entry: RegisterEntry,
  idHash: string | null,
  byCode: ReadonlyMap<string, RegisteredHousehold>,
): string {
  const place = codeByPlace(entry);
  // It came without its ID number before: now that the number is known it stays the same household.
  const isKnownByPlace = byCode.get(place)?.idHash === null;
  return idHash === null || isKnownByPlace ? place : ownCode(idHash);
}

function codeByPlace(entry: RegisterEntry): string {
  return ownCode([entry.village, entry.group, entry.headName].join('\n'));
}

/** 96 bits: enough to tell all households of a country apart. */
function shortHash(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 16);
}

function ownCode(words: string): string {
  return `自编${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
}
