import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { lookUp, tellEntry, withCounty } from '../../conversations/answer-book/look-up.ts';
import { firstCampaign } from '../../conversations/campaigns/all.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import { countyAnswers } from '../../db/answer-book/answers.ts';
import { read } from '../../db/base/transaction.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { documentFolder } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';

const { appUrl, database } = await testDatabase();
const at = documentFolder();
const county = countyCode.parse('341322');

async function ruhu(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  const env = {
    DATABASE_URL: appUrl,
    DATA_DIR: at('data'),
    RUHU_KEY: Buffer.alloc(32, 9).toString('base64'),
  };
  const code = await runCommandLine(args, { ...streams, env });
  return { code, out: String(streams.output.read() ?? ''), err: String(streams.errors.read() ?? '') };
}

const own = () => read(database, wholeCounty(county), (db) => countyAnswers(db));

describe('ruhu import answers', () => {
  it('puts the county’s own answers in, and they take the place of the program’s', async () => {
    writeFileSync(
      at('answers.csv'),
      [
        '问题,关键词,问法,回答,出处,日期,问谁',
        '低保一个月多少钱,低保、最低生活保障,多少钱、多少,每人每月最高658元，按家里收入补差。,县民政局通告,2021年7月,乡镇民政办',
        '水卡在哪充,水卡,在哪、哪里,,,,村里管水员',
      ].join('\n'),
    );
    const first = await ruhu('import', 'answers', at('answers.csv'));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toBe('答问：读了 2 行，新增 2，更新 0，没变 0\n');
    expect((await ruhu('import', 'answers', at('answers.csv'))).out).toContain('没变 2');

    const book = withCounty(firstCampaign.answerBook, await own());
    const money = lookUp(book, '低保一个月多少钱');
    expect(money === undefined ? '' : tellEntry(money)).toBe(
      '每人每月最高658元，按家里收入补差。（县民政局通告，2021年7月；不清楚再问乡镇民政办）',
    );
    const card = lookUp(book, '水卡在哪充');
    expect(card === undefined ? '' : tellEntry(card)).toContain('请问村里管水员');
    expect(lookUp(book, '低保咋申请')?.id).toBe('allowance-how');
  });

  it('tells the row of an answer without source or date, and stores nothing', async () => {
    writeFileSync(
      at('wrong.csv'),
      '问题,关键词,问法,回答,出处,日期,问谁\n水费多少,水费,多少,一吨2块,,,县水利局\n,电费,,,,,供电所\n',
    );
    const wrong = await ruhu('import', 'answers', at('wrong.csv'));
    expect(wrong.code).toBe(1);
    expect(`${wrong.out}${wrong.err}`).toContain('有回答就要写出处');
    expect((await own()).map(({ title }) => title)).not.toContain('水费多少');
  });

  it('is named where the kinds of import are listed', () => {
    for (const name of ['README.md', 'README.zh-CN.md'])
      expect(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')).toContain('|answers ');
  });
});

describe('ruhu export answers', () => {
  it.each(['xlsx', 'csv'])('writes the whole book as a .%s that is put in again as it is', async (ending) => {
    const before = withCounty(firstCampaign.answerBook, await own());
    const file = at(`book.${ending}`);
    const written = await ruhu('export', 'answers', file);
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(written.out).toContain(`导出答问 ${before.length} 条`);
    const taken = await ruhu('import', 'answers', file);
    expect(taken).toMatchObject({ code: 0, err: '' });
    const bare = (entries: typeof before) =>
      entries.map(({ id: _, source, answer, ...rest }) => ({
        ...rest,
        answer,
        source: answer === '' ? '' : source,
      }));
    expect(bare(withCounty(firstCampaign.answerBook, await own()))).toEqual(
      expect.arrayContaining(bare(before)),
    );
  });

  it('writes JSON as well', async () => {
    await ruhu('export', 'answers', at('book.json'));
    const entries: unknown = JSON.parse(readFileSync(at('book.json'), 'utf8'));
    expect(entries).toEqual(expect.arrayContaining([expect.objectContaining({ title: '低保怎么申请' })]));
  });
});
