import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { runDoctor } from '../../src/cli/doctor.ts';
import { madeUpId, readyCounty } from '../import/register.ts';
import { testDatabase } from '../support/database.ts';
import { ownFolder } from './ruhu.ts';

const { database, appUrl, adminUrl } = await testDatabase();
await readyCounty(database);
const folder = ownFolder();
const key = Buffer.alloc(32, 7).toString('base64');
const good = { DATABASE_URL: appUrl, RUHU_KEY: key };

async function doctor(env: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await runDoctor({ input: new PassThrough(), output, errors, env });
  return {
    code,
    lines: String(output.read() ?? '')
      .trim()
      .split('\n'),
  };
}

const open: { close(): unknown }[] = [];
afterAll(() => {
  for (const server of open) server.close();
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A platform that gives a token and whose clock is off by so much. */
const platform =
  (offMs: number): RequestListener =>
  (_, response) => {
    response.setHeader('date', new Date(Date.now() + offMs).toUTCString());
    response.end(JSON.stringify({ errcode: 0, access_token: 't', expires_in: 7200 }));
  };
const app = {
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1',
  WECOM_SECRET: 's',
  WECOM_TOKEN: 't',
  WECOM_AES_KEY: 'a'.repeat(43),
};

describe('ruhu doctor', () => {
  it('of a good set-up finds nothing to mend and ends with 0', async () => {
    const publicUrl = await serving((_, response) => void response.end('{}'));
    const { code, lines } = await doctor({ ...good, PUBLIC_URL: publicUrl });
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(lines.map((line) => line.split('：')[0])).toEqual([
      '✓ 数据库',
      '! 县',
      '✓ 行级权限',
      '✓ 时钟',
      '✓ 密钥',
      '✓ 发消息',
      '✓ 时区',
      '✓ 微信（wechaty）',
      '✓ 企业微信',
      '✓ 报送邮箱',
      '✓ 第二个读法',
      '✓ 监听',
      '! 回调地址',
      '可以用。',
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no key over real data', { RUHU_KEY: '' }, '✗ 密钥：有真实数据必须设 RUHU_KEY'],
    [
      'a database that doesn’t answer',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' },
      '✗ 数据库：数据库连不上。请查数据库是否启动、DATABASE_URL 的地址和端口、防火墙',
    ],
    [
      'a wrong password',
      { DATABASE_URL: appUrl.replace(/:[^:@]+@/u, ':wrong@') },
      '✗ 数据库：数据库不让登录。请查 DATABASE_URL 里的用户、密码、库名',
    ],
    ['a folder that can’t be', { DATABASE_URL: '', DATA_DIR: '/dev/null/data' }, '✗ 数据库：'],
    [
      'a data folder that is a file',
      { DATABASE_URL: '', DATA_DIR: import.meta.filename },
      '✗ 数据库：已经有同名的文件',
    ],
    ['a county nobody set up', { RUHU_COUNTY: '999999' }, '✗ 县：库里没有 999999 的人和户'],
    ['pages open to everybody', { HOST: '0.0.0.0' }, '✗ 监听：0.0.0.0:8787，没有加密就对外开放'],
    [
      'an address nobody answers',
      { PUBLIC_URL: 'http://127.0.0.1:1' },
      '✗ 回调地址：http://127.0.0.1:1 连不上',
    ],
    ['half a channel', { WECOM_CORP_ID: 'ww1' }, '✗ WECOM_SECRET：没有填写'],
    [
      'a slip in a name',
      { WECOM_CORPID: 'ww1' },
      '! WECOM_CORPID：不认识这一项，没有起作用。是不是 WECOM_CORP_ID？',
    ],
    [
      'a mail server that isn’t there',
      { SMTP_URL: 'smtp://127.0.0.1:1', REPORT_MAIL_FROM: 'a@b.cn', REPORT_MAIL_TO: 'c@d.cn' },
      '✗ 报送邮箱：连不上邮件服务器',
    ],
    [
      'a puppet that is not installed',
      { WECHATY_PUPPET: 'wechaty-puppet-nobody' },
      '✗ 微信（wechaty）：微信通道的程序包还没装：wechaty-puppet-nobody。请先运行 npm install --no-save wechaty-puppet-nobody',
    ],
    ['a personal account', { WECHATY_PUPPET: 'wechaty-puppet-mock' }, '! 微信（wechaty）：配置齐全。注意'],
  ])('names %s', async (_, env, part) => {
    const { code, lines } = await doctor({ ...good, DATA_DIR: folder, ...env });
    const line = lines.find((l) => l.startsWith(part));
    expect(line, lines.join('\n')).toBeDefined();
    expect(line).not.toMatch(/does not answer|refuses this user/u);
    expect(code).toBe(part.startsWith('✗') ? 1 : 0);
  });

  it('tells the key of the stored ID numbers from another one', async () => {
    const file = join(folder, 'h.csv');
    writeFileSync(
      file,
      `户编号,户主姓名,身份证号,乡镇,行政村,村民组\n1,张三,${madeUpId(1)},闫集镇,柳元村,1组\n`,
    );
    const { households } = await readyCounty(database);
    expect((await households(file)).stored).toBe(true);
    const right = await doctor(good);
    expect(right.lines).toContain('✓ 密钥：RUHU_KEY 已设置，解得开库里的身份证号');
    const wrong = await doctor({ ...good, RUHU_KEY: Buffer.alloc(32, 8).toString('base64') });
    expect(wrong.lines.find((l) => l.startsWith('✗ 密钥：RUHU_KEY 解不开'))).toBeDefined();
    expect([right.code, wrong.code]).toEqual([0, 1]);
  });

  it.each([
    [0, '✓ 时钟：和企业微信的钟对得上'],
    [90_000, '✗ 时钟：和企业微信差 8'],
    [-3_600_000, '✗ 时钟：和企业微信差 3'],
  ])('compares the clock with the platform’s, %i ms off', async (off, part) => {
    const WECOM_API_BASE = await serving(platform(off));
    const { lines } = await doctor({ ...good, ...app, WECOM_API_BASE });
    expect(
      lines.find((line) => line.startsWith(part)),
      lines.join('\n'),
    ).toBeDefined();
    expect(lines).toContain('✓ 企业微信令牌：能取到 access_token');
  });

  it('logs in to the mail server, and tells a wrong password from a wrong address', async () => {
    const server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ password }, _session, done) =>
        password === 'right' ? done(null, { user: 'u' }) : done(new Error('no')),
    });
    open.push({ close: () => server.close(() => undefined) });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.server.address() as AddressInfo;
    const mail = (password: string) => ({
      SMTP_URL: `smtp://u:${password}@127.0.0.1:${port}`,
      REPORT_MAIL_FROM: 'a@b.cn',
      REPORT_MAIL_TO: 'c@d.cn',
    });
    const right = await doctor({ ...good, ...mail('right') });
    expect(right.lines).toContain('✓ 报送邮箱：能登录，报告会从 a@b.cn 发到 c@d.cn');
    const wrong = await doctor({ ...good, ...mail('wrong') });
    expect(wrong.lines.join('\n')).toContain(
      '✗ 报送邮箱：邮件服务器不认用户或密码（多数邮箱要用“授权码”）（EAUTH）',
    );
  });

  it('refuses no administrator: his work is done in the role that is held by the policies', async () => {
    const { lines, code } = await doctor({ ...good, DATABASE_URL: adminUrl });
    expect(lines.find((line) => line.includes('行级权限'))).toBe(
      '✓ 行级权限：程序用 ruhu_app 登录，绕不开权限',
    );
    expect(code).toBe(0);
  });
});
