import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { madeUpId } from './register.ts';

const { appUrl } = await testDatabase();
const at = documentFolder();

/** Runs `ruhu …` as the operator would, on this test's database. */
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

describe('ruhu import and export', () => {
  it('takes people, then households, then groups, and gives the ledger back', async () => {
    await writeWorkbook(at('people.xlsx'), {
      人员: [
        ['姓名', '手机号', '角色', '单位', '职务'],
        ['王甲', '13900000001', '网格员', '龙城镇王典村', ''],
        ['王甲', '13900000001', '党员、村干部', '王典村', '委员'],
        ['李乙', '13900000002', '乡村干部', '龙城镇', '站长'],
      ],
    });
    const people = await ruhu('import', 'staff', at('people.xlsx'));
    expect(people).toMatchObject({ code: 0, err: '' });
    expect(people.out).toBe('人员：读了 3 行，新增 2，更新 0，没变 0\n');

    const header = '户编号,户主姓名,身份证号,户属性,乡镇,行政村,排查员手机号,住址';
    writeFileSync(
      at('register.csv'),
      `${header}\nC1,=甲,${madeUpId(1)},脱贫户,龙城镇,王典村,13900000001,村东\n`,
    );
    const register = await ruhu('import', 'households', at('register.csv'));
    expect(register.out).toContain('新增 1');
    expect(register.err).toContain('住址');

    writeFileSync(
      at('rooms.csv'),
      '群名,平台,群标识,单位\n王典排查群,微信,123@chatroom,王典村\n王典排查群,企微,wr1,王典村\n',
    );
    expect((await ruhu('import', 'rooms', at('rooms.csv'))).out).toContain('新增 2');

    const ledger = await ruhu('export', 'ledger', at('out.json'), '--all');
    expect(ledger).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(readFileSync(at('out.json'), 'utf8'))).toMatchObject([
      {
        headName: '=甲',
        householdType: '脱贫户',
        township: '龙城镇',
        village: '王典村',
        status: null,
        toVerify: [],
      },
    ]);
    await ruhu('export', 'ledger', at('out.csv'), '--all', '--unit', '王典村');
    expect(readFileSync(at('out.csv'), 'utf8')).toContain("龙城镇,王典村,,未排查,'=甲,脱贫户");
  });

  it('tells mistakes with their row, stores nothing and ends with 1', async () => {
    writeFileSync(
      at('wrong.csv'),
      '姓名,手机号,角色,单位\n赵丙,139,神仙,月宫\n钱丁,13900000009,村干部,龙城镇\n孙戊,13900000001,党员,姬村\n',
    );
    const { code, out, err } = await ruhu('import', 'staff', at('wrong.csv'));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n').slice(0, 4)).toEqual([
      '第 2 行：手机号是 3 位，应为 11 位，请核对',
      '第 2 行：角色“神仙”认不出，可填：排查员、村干部、乡镇干部、部门、县办、领导、督查组、管理员',
      '第 2 行：单位“月宫”不在本县单位表里，请核对',
      '第 3 行：角色和单位对不上：这个角色的单位应是村（社区），请核对',
    ]);
  });

  writeFileSync(at('quote.csv'), '户主姓名,行政村\n"张三,姬村\n');
  writeFileSync(at('picture.xlsx'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(at('header.csv'), '户主姓名,行政村,乡镇\n');
  writeFileSync(at('headless.csv'), '今天,天气\n不错,是吧\n');
  it.each([
    [['import', 'households', 'headless.csv'], 1, '找不到表头：'],
    [['import', 'households', 'quote.csv'], 1, '第 2 行附近读不下去：引号没有成对'],
    [['import', 'households', 'picture.xlsx'], 1, '这是图片'],
    [['import', 'households', 'header.csv'], 1, '只有表头'],
    [['export', 'ledger', 'nowhere/x.csv'], 1, '文件'],
    [['import', 'staff', 'nowhere.xlsx'], 1, '文件'],
    [['import', 'ghosts', 'x.csv'], 2, '不认识'],
    [['export', 'ledger', 'x.pdf'], 2, '.xlsx、.csv 或 .json'],
    [['export', 'ghosts', 'x.csv'], 2, '不认识'],
    [['export', 'ledger', 'x.csv', '--unit', '月宫'], 1, '没有叫“月宫”的单位'],
    [['export', 'ledger', 'x.csv', '--sheets', 'street'], 2, '--sheets'],
    [['demo', '--households', 'viele'], 2, '--households'],
    [['demo', '--visited', '7'], 2, '--visited'],
    [['demo'], 1, '已有真实农户'],
  ] as const)('%j ends with %i and says why in one line', async (args, code, why) => {
    const result = await ruhu(...args.map((arg) => (/\.(csv|xlsx|pdf)$/.test(arg) ? at(arg) : arg)));
    expect(result.code).toBe(code);
    expect(result.err).toContain(why);
    expect(result.err.trimEnd().split('\n')).toHaveLength(1);
  });
});
