import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnvFile } from '../../src/setting/env-file.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const folder = ownFolder();
const loaded = (text: string, env: Record<string, string | undefined> = {}) => {
  const path = join(folder, 'some.env');
  writeFileSync(path, text);
  expect(loadEnvFile(path, env)).toBeNull();
  return env;
};

describe('the .env file', () => {
  it('fills in what the environment doesn’t say, and overrides nothing', () => {
    const env = loaded('PORT=1111\nHOST=10.0.0.1\n', { PORT: '2222' });
    expect(env).toEqual({ PORT: '2222', HOST: '10.0.0.1' });
  });

  it('is read with comments, quotes and the byte order mark of Windows editors', () => {
    const env = loaded("\uFEFFPORT=1111 # 端口\r\n# 注释\r\nSMTP_URL='smtps://a:x#y@b.cn'\r\nRUHU_KEY=\r\n");
    expect(env).toEqual({ PORT: '1111', SMTP_URL: 'smtps://a:x#y@b.cn', RUHU_KEY: '' });
  });

  it('may be missing', () => {
    const env = {};
    expect(loadEnvFile(join(folder, 'none.env'), env)).toBeNull();
    expect(env).toEqual({});
  });

  it('that can’t be read is named', () => {
    mkdirSync(join(folder, 'dir.env'));
    expect(loadEnvFile(join(folder, 'dir.env'), {})).toContain('dir.env 读不出来');
  });

  it('counts for the real command line, in the folder where it is run; the environment counts more', async () => {
    const cwd = join(folder, 'home');
    mkdirSync(cwd);
    writeFileSync(join(cwd, '.env'), 'PORT=八千\nRUHU_KEY=short\n');
    chmodSync(join(cwd, '.env'), 0o600);
    const first = await ruhu(['doctor'], { cwd });
    expect(first.out).toContain('✗ PORT：');
    expect(first.out).toContain('✗ RUHU_KEY：');
    const second = await ruhu(['doctor'], { cwd, env: { PORT: '8080' } });
    expect(second.out).not.toContain('PORT');
    expect(second.out).toContain('✗ RUHU_KEY：');
    expect([first.code, second.code]).toEqual([1, 1]);
  });
});
