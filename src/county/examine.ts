import { statSync } from 'node:fs';
import { examinePlatforms } from '../channels/examine-platforms.ts';
import { secondReaderOf } from '../second-reader/chat-protocol.ts';
import type { Config } from '../setting/config.ts';

/** One thing looked at: fine, to be watched, or broken, with what to do about it. */
export interface DoctorFinding {
  what: string;
  is: 'fine' | 'watch' | 'broken';
  says: string;
}

const clockToleranceMs = 5_000;
const patienceMs = 8_000;

/** What can be said without the database. Never throws for what it finds. */
export async function examineSurroundings(config: Config): Promise<DoctorFinding[]> {
  const heard: HeardTime[] = [];
  return [
    timeZone(),
    ...envFile('.env'),
    ...(await examinePlatforms(config, {
      publicUrl: config.publicUrl,
      heard: (base) => noting(heard, base),
    })),
    ...heard.slice(0, 1).map(outsideClock),
    await mailbox(config.mail),
    await secondReader(config),
    listening(config),
    await reachable(config.publicUrl),
  ];
}

function timeZone(): DoctorFinding {
  const shown = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: 'numeric',
    hour12: false,
  }).format(new Date(0));
  return /^0?8/u.test(shown)
    ? { what: '时区', is: 'fine', says: '日程一律按北京时间，和机器时区无关' }
    : { what: '时区', is: 'broken', says: 'Node 缺时区数据（ICU），请用项目自带的 Node' };
}

/** Keys and passwords stand in it: nobody but the bot's own user may read it. */
function envFile(path: string): DoctorFinding[] {
  // Windows has no such bits.
  if (process.platform === 'win32') return [];
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & 0o077) === 0) return [];
  const says = '同机的其他人也能读，里面有密钥和密码。请执行 chmod 600 .env';
  return [{ what: '.env 权限', is: 'broken', says }];
}

interface HeardTime {
  ours: number;
  theirs: number;
}

/** Every answer of the platform tells its time: with the embedded database it is the only other clock. */
function noting(heard: HeardTime[], base: string): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (String(input).startsWith(base) && !Number.isNaN(date)) heard.push({ ours: Date.now(), theirs: date });
    return response;
  };
}

function outsideClock({ ours, theirs }: HeardTime): DoctorFinding {
  // The header tells whole seconds.
  return clock('和企业微信', Math.max(0, Math.abs(ours - theirs) - 1_000));
}

/** A clock that is off, as the platforms and the schedule see it. */
export function clock(whose: string, offMs: number): DoctorFinding {
  const what = '时钟';
  return offMs <= clockToleranceMs
    ? { what, is: 'fine', says: `${whose}的钟对得上` }
    : {
        what,
        is: 'broken',
        says: `${whose}差 ${Math.round(offMs / 1000)} 秒，回调会被拒签，提醒会发错时候。请开启自动对时（NTP）`,
      };
}

async function mailbox(mail: Config['mail']): Promise<DoctorFinding> {
  const what = '报送邮箱';
  if (mail === undefined) return { what, is: 'fine', says: '没配置，自查报告只在系统里报送' };
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.verify();
    return { what, is: 'fine', says: `能登录，报告会从 ${mail.from} 发到 ${mail.to}` };
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : '不明';
    const advice =
      why === 'EAUTH'
        ? '邮件服务器不认用户或密码（多数邮箱要用“授权码”）'
        : '连不上邮件服务器，请查 SMTP_URL 的地址和端口';
    return { what, is: 'broken', says: `${advice}（${why}）` };
  } finally {
    transport.close();
  }
}

/** A made-up sentence is put to the county's model, as a visit would. */
async function secondReader(config: Config): Promise<DoctorFinding> {
  const what = '第二个读法';
  const reader = secondReaderOf(config);
  if (reader === undefined) return { what, is: 'fine', says: '没配置，只用自带的读法' };
  const begun = performance.now();
  const said = await reader.read({ text: '我们四个人都交了', ask: '家里人医保都参了吗？', kind: 'yesNo' });
  const took = Math.round(performance.now() - begun);
  if (said === null)
    return {
      what,
      is: 'watch',
      says: '3 秒内没答或答得不合格式，排查照常、只用自带的读法。请查 SECOND_READER_URL、模型名和密码',
    };
  return said.sure && said.value === true
    ? { what, is: 'fine', says: `答得对，用了 ${took} 毫秒` }
    : { what, is: 'watch', says: '接得通，但一句好懂的话没读对，请先用 ruhu understand --score 量一量' };
}

/** Sessions and chats must not cross the network in clear. */
function listening({ host, port, publicUrl }: Config): DoctorFinding {
  const what = '监听';
  const address = `${host}:${port}`;
  const local = /^(?:127\.|localhost$|::1$)/u.test(host);
  if (local) return { what, is: 'fine', says: `${address}，只有本机和本机的反向代理能连` };
  return publicUrl?.startsWith('https://') === true
    ? { what, is: 'watch', says: `${address}，局域网里谁都能直接连。有反向代理的话 HOST 用 127.0.0.1` }
    : {
        what,
        is: 'broken',
        says: `${address}，没有加密就对外开放。请 HOST=127.0.0.1，前面放带证书的反向代理`,
      };
}

async function reachable(publicUrl: string | undefined): Promise<DoctorFinding> {
  const what = '回调地址';
  if (publicUrl === undefined)
    return { what, is: 'watch', says: '没设 PUBLIC_URL：企业微信回调和网页链接用不了，只能本机用' };
  try {
    const response = await fetch(new URL('/health', publicUrl), { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok)
      return { what, is: 'broken', says: `${publicUrl} 回了 ${response.status}，请查反向代理是否转到本程序` };
    return publicUrl.startsWith('https://')
      ? { what, is: 'fine', says: `${publicUrl} 通` }
      : { what, is: 'watch', says: `${publicUrl} 通，但不是 https：请在反向代理上装证书` };
  } catch (cause) {
    const why = cause instanceof Error ? cause.name : String(cause);
    return {
      what,
      is: 'broken',
      says: `${publicUrl} 连不上（${why}）。先 ruhu start，再查域名、证书和防火墙`,
    };
  }
}
