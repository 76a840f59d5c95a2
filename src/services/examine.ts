import { examine } from '../../db/examination.ts';
import { wechatyEnv } from '../channels/wechaty/config.ts';
import { wecomEnv } from '../channels/wecom/config.ts';
import { examineWecom } from '../channels/wecom/examine-wecom.ts';
import type { Workplace } from '../workplace.ts';

/** One thing looked at: fine, to be watched, or broken, with what to do about it. */
export interface Finding {
  what: string;
  is: 'fine' | 'watch' | 'broken';
  says: string;
}

const clockToleranceMs = 5_000;
const reachTimeoutMs = 5_000;

/** Looks at everything a county's IT officer may have got wrong. Never throws for what it finds. */
export async function examineAll(
  place: Workplace,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Finding[]> {
  return [
    ...(await database(place)),
    key(place),
    timeZone(),
    ...channels(env),
    ...(await examineWecom(wecomEnv.safeParse(env).data ?? null, { publicUrl: place.config.publicUrl })),
    await reachable(place.config.publicUrl),
  ];
}

async function database({ database: db, county, config }: Workplace): Promise<Finding[]> {
  const seen = await examine(db, county);
  const drift = Math.abs(seen.now.getTime() - Date.now());
  const held = !seen.bypassesPolicies && !seen.ownsTables;
  return [
    {
      what: '数据库',
      is: 'fine',
      says: `PostgreSQL ${seen.version}，${config.databaseUrl === undefined ? '自带' : '外接'}；${seen.households} 户，${seen.staff} 人，${seen.rooms} 个群`,
    },
    held
      ? { what: '行级权限', is: 'fine', says: `程序用 ${seen.role} 登录，绕不开权限` }
      : {
          what: '行级权限',
          is: 'broken',
          says: `${seen.role} 能绕开行级权限。DATABASE_URL 请换成普通用户，迁移另用管理员跑`,
        },
    drift <= clockToleranceMs
      ? { what: '时钟', is: 'fine', says: `和数据库差 ${Math.round(drift)} 毫秒` }
      : {
          what: '时钟',
          is: 'broken',
          says: `和数据库差 ${Math.round(drift / 1000)} 秒，企业微信会拒签。请开启自动对时（NTP）`,
        },
  ];
}

function key({ key: k, mode }: Workplace): Finding {
  if (k.from === 'environment') return { what: '密钥', is: 'fine', says: 'RUHU_KEY 已设置' };
  return mode === 'real'
    ? {
        what: '密钥',
        is: 'broken',
        says: '有真实数据必须设 RUHU_KEY：openssl rand -base64 32，写进 .env 并另存一份',
      }
    : { what: '密钥', is: 'watch', says: '没设 RUHU_KEY，用的是 DATA_DIR 里自动生成的，只适合演示' };
}

function timeZone(): Finding {
  const shown = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: 'numeric',
    hour12: false,
  }).format(new Date(0));
  return shown.startsWith('8') || shown.startsWith('08')
    ? { what: '时区', is: 'fine', says: '日程一律按北京时间，和机器时区无关' }
    : { what: '时区', is: 'broken', says: 'Node 缺时区数据（ICU），请用项目自带的 Node' };
}

function channels(env: Readonly<Record<string, string | undefined>>): Finding[] {
  const looked = [
    { what: '企业微信', parsed: wecomEnv.safeParse(env) },
    { what: '微信（wechaty）', parsed: wechatyEnv.safeParse(env) },
  ];
  return looked.map(({ what, parsed }): Finding => {
    if (!parsed.success)
      return {
        what,
        is: 'broken',
        says: parsed.error.issues.map((i) => `${i.path.join('.')}：${i.message}`).join('；'),
      };
    return { what, is: 'fine', says: parsed.data === null ? '没配置，不启用' : '配置齐全' };
  });
}

async function reachable(publicUrl: string | undefined): Promise<Finding> {
  const what = '回调地址';
  if (publicUrl === undefined)
    return { what, is: 'watch', says: '没设 PUBLIC_URL：企业微信回调和网页链接用不了，只能本机用' };
  try {
    const response = await fetch(new URL('/health', publicUrl), {
      signal: AbortSignal.timeout(reachTimeoutMs),
    });
    return response.ok
      ? { what, is: 'fine', says: `${publicUrl} 通` }
      : { what, is: 'broken', says: `${publicUrl} 回了 ${response.status}，请查反向代理是否转到本程序` };
  } catch (cause) {
    const why = cause instanceof Error ? cause.name : String(cause);
    return {
      what,
      is: 'broken',
      says: `${publicUrl} 连不上（${why}）。先 ruhu start，再查域名、证书和防火墙`,
    };
  }
}
