import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const { appUrl } = await testDatabase();
const cwd = ownFolder();
const key = Buffer.alloc(32, 7).toString('base64');
const good = { DATABASE_URL: appUrl, RUHU_KEY: key };
writeFileSync(join(cwd, 'a-file'), 'not a folder');
mkdirSync(join(cwd, 'folder'));

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const noStack = /\n\s+at |node:internal|\.ts:\d+/u;

describe.concurrent('a wrong call ends with 2 and says how it is called', () => {
  it.each([
    [['nonsense'], 'nonsense'],
    [['chat'], '--as'],
    [['doctor', '--loud'], '--loud'],
    [['export', 'ledger'], '缺参数 文件'],
    [['export', 'everything', 'out.xlsx'], 'ledger、problems、leads'],
    [['import', 'cattle', 'x.xlsx'], 'households'],
    [['tick', '--now', 'yesterday'], '--now 要写成'],
    [['demo', '--households', '-3'], '--households'],
    [['rotate-key'], 'RUHU_NEW_KEY'],
  ])('ruhu %j', async (args, part) => {
    const { code, out, errors } = await ruhu(args, { cwd, env: good });
    expect(errors + out).toContain(part);
    expect(errors).not.toMatch(noStack);
    expect(code).toBe(2);
  });

  it('a wrong environment too, with every variable on a line of its own', async () => {
    const { code, out, errors } = await ruhu(['codes', '闫集镇'], {
      cwd,
      env: { PORT: 'x', RUHU_KEY: 'short', WECOM_TOKEN: 'a', DATABASE_URL: 'mysql://x' },
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(lines(errors).map((line) => line.split('：')[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'RUHU_KEY',
      'WECOM_CORP_ID',
      'WECOM_AGENT_ID',
      'WECOM_SECRET',
      'WECOM_AES_KEY',
    ]);
  });
});

describe.concurrent('work that fails ends with 1 and the reason in one line', () => {
  it.each([
    [['import', 'staff', 'none.xlsx'], {}, '找不到文件或文件夹：none.xlsx'],
    [['import', 'staff', 'folder'], {}, '文件夹'],
    [['export', 'ledger', 'nowhere/out.xlsx'], {}, '找不到文件或文件夹'],
    [['codes', '没有村'], {}, '没有叫“没有村”的单位'],
    [['chat', '--as', '12345'], {}, '12345'],
    [['codes', '闫集镇'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, '数据库连不上'],
    [['codes', '闫集镇'], { DATABASE_URL: appUrl.replace(/:[^:@]+@/u, ':wrong@') }, '数据库不让登录'],
    [['codes', '闫集镇'], { DATABASE_URL: '', DATA_DIR: 'a-file/data' }, 'a-file'],
  ])('ruhu %j %j', async (args, env, part) => {
    const { code, errors } = await ruhu(args, { cwd, env: { ...good, ...env } });
    expect(errors).toContain(part);
    expect(errors).not.toMatch(noStack);
    expect(lines(errors)).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await ruhu(['start'], { cwd, env: { ...good, PORT: String(port) } });
    other.close();
    expect(lines(errors)).toEqual(['端口被别的程序占着。请换一个 PORT，或先停掉已经在运行的 ruhu']);
    expect(code).toBe(1);
  });
});

describe.concurrent('work that is done ends with 0', () => {
  it.each([
    [['help'], 'doctor'],
    [['plan'], '1.1'],
    [['codes', '闫集镇'], ''],
  ])('ruhu %j', async (args, part) => {
    const { code, out, errors } = await ruhu(args, { cwd, env: good });
    expect(code, errors).toBe(0);
    expect(out).toContain(part);
  });
});
