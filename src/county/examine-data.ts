import { wholeCounty } from '../../conversations/access/scope.ts';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { examine } from '../../db/answering/examination.ts';
import { openCipher } from '../../db/base/cipher.ts';
import { read } from '../../db/base/transaction.ts';
import { idCipherContext, sealedIdNumbers } from '../../db/households/id-numbers.ts';
import { outboxState } from '../../db/outbox/outbox-intake.ts';
import { usualCounty } from '../setting/config.ts';
import type { Workplace } from '../setting/workplace.ts';
import { clock, type DoctorFinding } from './examine.ts';
import { opened } from './rotate-key.ts';

const dayMs = 86_400_000;

/** What the database has to say, and whether the key fits what lies in it. */
export async function examineData(place: Workplace): Promise<DoctorFinding[]> {
  const { database, county, config } = place;
  const seen = await examine(database, county);
  const embedded = config.databaseUrl === undefined;
  return [
    {
      what: '数据库',
      is: 'fine',
      says: `PostgreSQL ${seen.version}，${embedded ? '自带' : '外接'}；${seen.households} 户，${seen.staff} 人，${seen.rooms} 个群`,
    },
    ...(seen.households + seen.staff > 0 ? [] : [nobody(county)]),
    ...(seen.readOnly
      ? [
          {
            what: '主库',
            is: 'broken' as const,
            says: '连到的是只读的库（备库），记不进去。DATABASE_URL 请写主库，或主备都写上并加 target_session_attrs=primary',
          },
        ]
      : []),
    seen.bypassesPolicies || seen.ownsTables
      ? {
          what: '行级权限',
          is: 'broken',
          says: `${seen.role} 能绕开行级权限。DATABASE_URL 请换成普通用户，迁移另用管理员跑`,
        }
      : { what: '行级权限', is: 'fine', says: `程序用 ${seen.role} 登录，绕不开权限` },
    embedded ? onlyClock() : clock('和数据库', Math.abs(seen.now.getTime() - Date.now())),
    await key(place),
    await undelivered(place),
  ];
}

/** A county without anybody: a new one, or a code that was mistyped. */
function nobody(county: string): DoctorFinding {
  return county === usualCounty
    ? { what: '县', is: 'watch', says: `${county} 还没有人和户，请先 ruhu import staff、households` }
    : {
        what: '县',
        is: 'broken',
        says: `库里没有 ${county} 的人和户。RUHU_COUNTY 写对了吗？新的县请先 ruhu import staff、households`,
      };
}

/** The embedded database goes by the machine's clock: only a person can tell whether it is right. */
function onlyClock(): DoctorFinding {
  const says = `本机是北京时间${sayMoment(Date.now())}。自带数据库没有别的钟可比，请看一眼对不对`;
  return { what: '时钟', is: 'fine', says };
}

export const wrongKey = 'RUHU_KEY 解不开库里的身份证号，不是当初用的那把，请换回原来的密钥';

/** Does the key open the ID numbers that lie there? null where there is none to try. */
export async function keyFits({
  key,
  database,
  county,
}: Pick<Workplace, 'key' | 'database' | 'county'>): Promise<boolean | null> {
  const [sealed] = await read(database, wholeCounty(county), (db) => sealedIdNumbers(db, null, 1));
  if (sealed === undefined) return null;
  const cipher = await openCipher(Uint8Array.from(key.bytes));
  return (await opened(cipher, sealed.cipher, idCipherContext(county, sealed.code))) !== null;
}

async function key({ key: k, mode, database, county }: Workplace): Promise<DoctorFinding> {
  const what = '密钥';
  if (k.from === 'made')
    return mode === 'real'
      ? {
          what,
          is: 'broken',
          says: '有真实数据必须设 RUHU_KEY：openssl rand -base64 32，写进 .env 并另存一份',
        }
      : { what, is: 'watch', says: '没设 RUHU_KEY，用的是 DATA_DIR 里自动生成的，只适合演示' };
  const fits = await keyFits({ key: k, database, county });
  if (fits === null) return { what, is: 'fine', says: 'RUHU_KEY 已设置' };
  return fits
    ? { what, is: 'fine', says: 'RUHU_KEY 已设置，解得开库里的身份证号' }
    : { what, is: 'broken', says: wrongKey };
}

async function undelivered({ database, county }: Workplace): Promise<DoctorFinding> {
  const what = '发消息';
  const now = Date.now();
  const states = await read(database, wholeCounty(county), (db) => outboxState(db, new Date(now - dayMs)));
  const dead = states.filter((state) => state.dead > 0);
  if (dead.length > 0)
    return {
      what,
      is: 'watch',
      says: `近一天有消息没发出去：${dead.map((s) => `${s.channel} ${s.dead} 条`).join('，')}，原因看网页“管理”`,
    };
  const queued = states.reduce((sum, state) => sum + state.queued, 0);
  return { what, is: 'fine', says: queued === 0 ? '没有积压' : `${queued} 条在排队` };
}
