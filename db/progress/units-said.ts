import type { UnitCode } from '../../conversations/contract/ids.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import type { UnitFound } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { holdsToday } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';
import { villagesWithin } from './progress.ts';

interface UnitRow {
  code: UnitCode;
  name: string;
  kind: UnitFound['kind'];
  township: UnitCode | null;
  townshipName: string | null;
  whole: boolean;
}

const most = 12;

/**
 * Units within the scope by what people call them: whole names first (with the township before them or not), then
 * parts of names, then how they sound or their initials; higher units first.
 */
export async function unitsSaid(db: Db, _asker: Asker, { words }: { words: string }): Promise<UnitFound[]> {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '').slice(0, 40);
  if (said === '') return [];
  const { sql } = db;
  const whole = sql`${said} in (u.code, u.name, u.short, u.short || '村', u.short || '镇', u.short || '乡', t.short || u.short, t.name || u.name)
    or u.short in (${said} || '村', ${said} || '镇', ${said} || '乡', ${said} || '社区')
    or (starts_with(${said}, regexp_replace(t.short, '[镇乡]$', '')) and u.kind = 'village'
      and regexp_replace(substr(${said}, length(regexp_replace(t.short, '[镇乡]$', '')) + 1), '^[镇乡]', '')
        in (u.short, regexp_replace(u.short, '(村|社区)$', '')))`;
  const rows = await unitRows(db, whole, sql`(${whole} or strpos(u.name, ${said}) > 0)`, most);
  const best = rows.some((row) => row.whole) ? rows.filter((row) => row.whole) : rows;
  return (best.length > 0 ? best : await bySound(db, said)).map(found);
}

/** 进度 lct, 进度 龙成镇: nothing is written so, but something sounds so. */
async function bySound(db: Db, said: string): Promise<UnitRow[]> {
  const letters = /^[a-z]{2,20}$/iu.test(said) ? said.toLowerCase() : pinyinOf(said).full;
  if (letters.length < 2 || /\d/u.test(said)) return [];
  const { sql } = db;
  const all = await unitRows(db, sql`false`, sql`true`, 2_000);
  const fits = all.filter(({ name }) =>
    [name, name.replace(/(?:村|社区|镇|乡)$/u, '')].some((form) => {
      const { full, initials } = pinyinOf(form);
      return full === letters || (letters === said.toLowerCase() && initials === letters);
    }),
  );
  return fits.slice(0, most);
}

type Condition = ReturnType<typeof villagesWithin>;

async function unitRows(db: Db, whole: Condition, which: Condition, limit: number): Promise<UnitRow[]> {
  const { sql, scope } = db;
  return [
    ...(await sql<UnitRow[]>`
    select u.code, u.short as name, u.kind, case u.kind when 'township' then u.code when 'village' then t.code end as township,
      case u.kind when 'village' then t.short end as "townshipName", (${whole}) as whole
    from unit u left join unit t on t.county = u.county and t.code = u.parent and t.kind = 'township'
    where u.county = ${scope.county} and u.active and ((${villagesWithin(db, undefined)}) or ${ofOwnHouseholds(db)}
      or (u.kind = 'township' and (${scope.all} or u.code = any (${[...scope.townships]}::text[]))) or (u.kind = 'county' and ${scope.all}))
      and ${which}
    order by 6 desc, array_position('{county,township,village}'::text[], u.kind), t.sort, u.sort, u.code limit ${limit}`),
  ];
}

/** A village that isn't the speaker's but holds households of his: it may be named, to say which of them is meant. */
function ofOwnHouseholds({ sql, scope }: Db) {
  if (!scope.assigned || scope.staff === null) return sql`false`;
  return sql`u.kind = 'village' and u.code in (select a.village from assignment a where a.county = ${scope.county} and a.staff_id = ${scope.staff}
    and ${stated({ sql }, holdsToday())})`;
}

function found({ code, name, kind, township, townshipName }: UnitRow): UnitFound {
  return {
    code,
    name,
    kind,
    ...(township === null ? {} : { township }),
    ...(townshipName === null ? {} : { townshipName }),
  };
}
