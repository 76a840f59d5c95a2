import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { compareHousehold, knownFrom } from '../../conversations/comparison/compare.ts';
import {
  type NationalField,
  nationalColumns,
  nationalRequired,
} from '../../conversations/comparison/national-columns.ts';
import {
  gatherHousehold,
  type NationalHousehold,
  type NationalRow,
  readNationalRow,
} from '../../conversations/comparison/national-household.ts';
import type { Cipher } from '../../db/base/cipher.ts';
import type { Tx } from '../../db/base/transaction.ts';
import { matchHouseholds, saveNational } from '../../db/comparison/read.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportLog, ImportReport } from './import-report.ts';

/**
 * Reads the national system's export: a row per person, put together by 户编号, in whatever order the rows stand.
 * It changes nothing of what we found: it is kept beside, to be compared, and given to be prefilled.
 */
export function importNational(request: ImportRequest & { cipher: Cipher }): Promise<ImportReport> {
  return importFile(request, nationalKind(request.cipher));
}

function nationalKind(cipher: Cipher): ImportKind<NationalField> {
  return {
    kind: 'national',
    columns: nationalColumns,
    required: nationalRequired,
    begin: async (tx, _units, log) => {
      const writer = new NationalWriter(tx, cipher, log);
      return {
        row: async (row, header) => {
          const at = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) };
          const read = readNationalRow(row.cells, header);
          if (read.is === 'row') await writer.push({ ...read, at });
          else for (const text of read.errors) log.error({ ...at, text });
        },
        endSheet: async () => undefined,
        end: () => writer.flush(),
      };
    },
  };
}

interface Place {
  row: number;
  sheet?: string;
}
type Person = Extract<NationalRow, { is: 'row' }> & { at: Place };

/** Households of the file matched with ours in one go. */
const portion = 1000;

/** Puts persons together to households and stores what the system says of those we know. */
class NationalWriter {
  readonly #tx: Tx;
  readonly #cipher: Cipher;
  readonly #log: ImportLog;
  readonly #importId = randomUUID();
  readonly #byCode = new Map<string, Person[]>();

  constructor(tx: Tx, cipher: Cipher, log: ImportLog) {
    this.#tx = tx;
    this.#cipher = cipher;
    this.#log = log;
  }

  async push(person: Person): Promise<void> {
    const persons = this.#byCode.get(person.code);
    if (persons === undefined) this.#byCode.set(person.code, [person]);
    else persons.push(person);
  }

  async flush(): Promise<void> {
    const groups = [...this.#byCode.values()].map((persons) => ({
      persons,
      at: persons[0]?.at ?? { row: 0 },
    }));
    this.#byCode.clear();
    for (let from = 0; from < groups.length; from += portion)
      await this.#match(groups.slice(from, from + portion));
  }

  async #match(groups: readonly { persons: Person[]; at: Place }[]): Promise<void> {
    const wanted = await Promise.all(groups.map(({ persons }) => wantedOf(persons, this.#cipher)));
    const found = await matchHouseholds(this.#tx, wanted);
    const entries = groups.flatMap(({ persons, at }) => {
      const national = gatherHousehold(persons[0]?.code ?? '', persons);
      const ours = found.get(national.code);
      if (ours === undefined) {
        this.#log.error({ ...at, text: `名册里没有户编号 ${national.code}（${national.headName}），请核对` });
        return [];
      }
      const kept = { ...national, settled: stillSettled(ours.national, national) };
      const isSame = ours.national !== null && isDeepStrictEqual(ours.national, kept);
      const isNew = ours.national === null;
      this.#log.add({ added: isNew ? 1 : 0, changed: isNew || isSame ? 0 : 1, same: isSame ? 1 : 0 });
      return isSame ? [] : [{ id: ours.id, village: ours.village, national: kept, known: knownFrom(kept) }];
    });
    if (this.#log.willStore && entries.length > 0) await saveNational(this.#tx, this.#importId, entries);
  }
}

async function wantedOf(
  persons: readonly Person[],
  cipher: Cipher,
): Promise<{ code: string; idHash: string | null }> {
  const head = persons.find((p) => p.isHead) ?? persons[0];
  const idNumber = head?.idNumber.toUpperCase() ?? '';
  // The number of a disability certificate is the identity number with two or four digits behind.
  const number = /^\d{17}[\dX](?=$|\d{2}(?:B\d|\d{2})?$)/u.exec(idNumber)?.[0];
  return {
    code: head?.code ?? '',
    idHash: number === undefined ? null : Buffer.from(await cipher.hash(number)).toString('base64'),
  };
}

/** What somebody settled holds until the system says something else. */
function stillSettled(
  before: NationalHousehold | null,
  now: NationalHousehold,
): NationalHousehold['settled'] {
  if (before === null) return {};
  const said = (n: NationalHousehold) =>
    new Map(compareHousehold({ type: 'general' }, null, n).map((f) => [f.field as string, f.theirs]));
  const then = said(before);
  const today = said(now);
  return Object.fromEntries(
    Object.entries(before.settled).filter(([field]) => then.get(field) === today.get(field)),
  );
}
