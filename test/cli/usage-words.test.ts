import { expect, it } from 'vitest';
import { usageWords } from '../../src/cli/usage-words.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const cwd = ownFolder();

it.each([
  [['chat'], '缺选项 --as <手机号>'],
  [['export', 'ledger'], '缺参数 文件'],
  [['chat', '--as'], '选项 --as <手机号> 后面缺内容'],
  [['doctor', '--loud'], '没有 --loud 这个选项'],
  [['nonsense'], '没有 nonsense 这个命令'],
  [['exprot'], '（是不是 export？）'],
  [['plan', 'all'], '参数多了：要 0 个，给了 1 个'],
])('a wrong call is told in Chinese and ends with 2: %j', async (args, words) => {
  const { code, errors } = await ruhu(args, { cwd, env: {} });
  expect(errors).toContain(words);
  expect(errors).not.toMatch(/error:|option '|argument '|command '/u);
  expect(code).toBe(2);
});

it('says its help in Chinese, and its version', async () => {
  for (const args of [
    ['--help'],
    ['export', '--help'],
    ['import', '--help'],
    ['erase', '--help'],
    ['help', 'start'],
  ]) {
    const { code, out } = await ruhu(args, { cwd, env: {} });
    expect(code).toBe(0);
    expect(out).toContain('用法：');
    expect(out).not.toMatch(
      /Usage|Options|Commands|Arguments|display help|\(default|\[options\]|<[a-z]+>|\[[a-z]+\]/u,
    );
  }
  expect((await ruhu(['--version'], { cwd, env: {} })).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

it('leaves what it doesn’t know as it is', () => {
  expect(usageWords('error: something new')).toBe('something new');
});
