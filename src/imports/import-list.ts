import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { departmentCode } from '../../conversations/campaign/departments.ts';
import type { ListKind } from '../../conversations/campaign/list-kind.ts';
import type { HeaderReading } from '../../conversations/imports/headings.ts';
import {
  columnsWith,
  type ListField,
  type ListMapping,
  mayBeHeader,
  namesSomebody,
} from '../../conversations/lists/headings.ts';
import { type ListRow, readListRow } from '../../conversations/lists/read-row.ts';
import { unmatchedSaid } from '../../conversations/lists/unmatched-said.ts';
import type { Cipher } from '../../db/base/cipher.ts';
import { read } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { saveList } from '../../db/lists/import.ts';
import { rememberedMapping, rememberMapping } from '../../db/lists/mapping.ts';
import { FileFault } from '../documents/file-fault.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportLog, ImportReport } from './import-report.ts';
import { incomingRows, listSum, matchAll } from './list-rows.ts';

/** How a list is to be read. */
export interface ListRequest extends ImportRequest {
  cipher: Cipher;
  /** Without it card numbers are matched and kept masked only. */
  keepIds: boolean;
  /** Which kind of list (campaigns/…/lists.ts). */
  listKind: string;
  /** Where it comes from, if not from the kind's own unit: its files may have columns of their own. */
  origin?: string;
  /** Who brings it may see no households: those a row may mean are only counted. */
  mayLook?: boolean;
  /** Which heading means what, told now and remembered. */
  mapping?: ListMapping;
}

/** The kinds of lists of the campaign a county is in. */
export async function listKindsOf({
  database,
  county,
}: Pick<ImportRequest, 'database' | 'county'>): Promise<Campaign['listKinds']> {
  return read(database, wholeCounty(county), async (db) => (await campaignHere(db)).listKinds);
}

/** Brings a list from elsewhere in: each row finds its household, or is told with those it may mean. */
export async function importList(request: ListRequest): Promise<ImportReport> {
  const { database, county } = request;
  const kinds = await listKindsOf(request);
  const kind = kinds.find(({ id }) => id === request.listKind);
  if (kind === undefined)
    throw new FileFault(
      `要说是哪种名单（--kind）：${kinds.map(({ id, name }) => `${id}（${name}）`).join('、')}。`,
    );
  const origin = request.origin ?? kind.unit;
  const remembered = await read(database, wholeCounty(county), (db) =>
    rememberedMapping(db, { kind: kind.id, origin }),
  );
  const mapping = { ...remembered, ...request.mapping };
  return importFile(request, listImport(request, kind, origin, mapping));
}

function listImport(
  request: ListRequest,
  kind: ListKind,
  origin: string,
  mapping: ListMapping,
): ImportKind<ListField> {
  return {
    kind: 'list',
    columns: columnsWith(mapping),
    required: [],
    rowsName: ['name'],
    bySheet: 'village',
    mayBeHeader,
    begin: async (tx, units, log) => {
      const rows: ListRow[] = [];
      const columns: string[] = [];
      let mapped: ListMapping = {};
      let headings: string[] = [];
      let seen: HeaderReading<ListField> | undefined;
      return {
        row: async (row, header) => {
          if (seen !== header) {
            seen = header;
            headings = [...header.fields.values(), ...header.unknown];
            mapped = Object.fromEntries(header.fields);
            checkHeader(header, headings, row.sheet, kind, log);
          }
          for (const heading of Object.keys(row.cells)) if (!columns.includes(heading)) columns.push(heading);
          const reading = readListRow(row, header, units);
          for (const text of reading.notes) log.note({ row: row.row, sheet: row.sheet, text });
          rows.push(reading.row);
        },
        endSheet: async () => undefined,
        end: async () => {
          log.listed = { kind: kind.id, origin, mapped, headings, matched: 0, unmatched: 0 };
          if (!log.willStore || rows.length === 0) return;
          const matched = await matchAll(tx, rows, request.cipher, log);
          const incoming = await incomingRows(matched, kind.becomes, request);
          const saved = await saveList(
            tx,
            {
              kind: kind.id,
              name: kind.name,
              origin,
              unit: departmentCode(kind.unit),
              becomes: kind.becomes,
              fileName: request.fileName ?? request.file.split('/').at(-1) ?? '',
              columns,
              content: listSum(incoming),
              by: request.by ?? null,
              at: request.now,
            },
            incoming,
          );
          log.add(saved);
          const unmatched = incoming.filter(({ matchedBy }) => matchedBy === null).length;
          log.listed = { ...log.listed, listNo: saved.no, matched: rows.length - unmatched, unmatched };
          let told = 0;
          incoming.forEach(({ key, matchedBy }, i) => {
            const one = matched[i];
            if (matchedBy !== null || one === undefined || one.match.is === 'one') return;
            told += 1;
            if (told > mostTold) return;
            const no = request.preview === true ? undefined : saved.numbers.get(key);
            const text = unmatchedSaid(one.row, one.match, { no, mayLook: request.mayLook !== false });
            log.note({ row: one.row.row, sheet: one.row.sheet || undefined, text });
          });
          if (told > mostTold)
            log.remark(`没对上的还有${told - mostTold}行没列出来；都在名单里，聊天里回“名单 ${saved.no}”看`);
          if (Object.keys(request.mapping ?? {}).length > 0)
            await rememberMapping(tx, { kind: kind.id, origin }, mapping, request.now);
        },
      };
    },
  };
}

/** So many rows that nobody could match are told one by one. */
const mostTold = 200;

/** Without a column that says whom a row means nobody can be found: it is asked which it is. A problem of a place needs none. */
function checkHeader(
  header: HeaderReading<ListField>,
  headings: readonly string[],
  sheet: string | undefined,
  { becomes }: ListKind,
  log: ImportLog,
): void {
  if (namesSomebody(header) || (becomes === 'problem' && header.fields.has('village'))) return;
  log.error({
    ...(sheet === undefined ? {} : { sheet }),
    text: `认不出哪一列是身份证、户编号或姓名。表头是：${headings.join('、')}。网页上选一次、或命令行加一次就记住，如 --map 身份证=${headings[1] ?? headings[0] ?? ''}`,
  });
}
