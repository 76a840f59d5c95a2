import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { madeUpId } from '../import/register.ts';
import { chatOf, rowsOf, submitted } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { bring, listRows, withNumbers } from './county.ts';

const { database } = await testDatabase();
const at = documentFolder();
const say = chatOf(database);
let seeded: SeededCounty;
let people: SeededCounty['staff'];

beforeAll(async () => {
  seeded = await seedCounty(database);
  people = seeded.staff;
  await withNumbers(database, seeded);
  await submitted(database, seeded, '2100003', []);
  await writeWorkbook(at('warnings.xlsx'), {
    预警: [
      ['序号', '姓名', '身份证号', '乡镇', '行政村', '预警内容'],
      ['1', '张三', madeUpId(1), '龙城镇', '刘园村', '医疗自付2.3万'],
      ['2', '李小丽', '', '龙城镇', '刘园村', '名下新增贷款'],
      ['3', '周大', '', '龙城镇', '王典村', '医疗自付1.9万'],
    ],
  });
  await bring(database, at('warnings.xlsx'), 'warnings');
});

const leads = () =>
  rowsOf<{ source: string; reasons: { reason: string }[]; stage: string }>(
    database,
    'select source, reasons, stage from monitoring_lead order by no',
  );

describe('what a list says of a household', () => {
  it('is told to its helper as the visit begins', async () => {
    expect(await say(people.helper, '排查 张三 2组')).toContain(
      '名单里有这户：省平台预警：张三医疗自付2.3万，到户问清，提交前核实。\n开始排查：张三',
    );
  });

  it('is one question more before the visit is handed in, in words of his own too; confirmed, it is a lead', async () => {
    await say(
      people.helper,
      '4口人 一年5万 打工 稳定 都参保 没大病没慢性病 没孩子上学 房子安全 水没问题 没别的困难 没其他问题',
    );
    for (let left = 0; left < 12; left += 1) {
      const told = await say(people.helper, '继续');
      if (told.includes('回“提交”')) break;
      await say(people.helper, told.includes('满意') ? '满意' : '没有');
    }
    expect(await say(people.helper, '提交')).toContain(
      '【张三·2组】省平台预警：张三医疗自付2.3万，核实一下：\n1.属实 2.不属实 3.已解决',
    );
    expect(await leads()).toEqual([]);
    expect(await say(people.helper, '今年住院两回')).toContain('“今年住院两回”记作说明。这条算：');
    const done = await say(people.helper, '1');
    expect(done).toContain('省平台预警：属实（今年住院两回），记下了，已列入监测线索。');
    expect(done).toContain('已提交【张三·2组】');
    expect(await leads()).toMatchObject([
      { source: 'list', stage: 'flagged', reasons: [{ reason: '省平台预警：医疗自付2.3万' }] },
    ]);
  });

  it('stays the lead’s reason when the visit is corrected and finds nothing itself', async () => {
    await say(people.helper, '人口改成5口');
    await say(people.helper, '1');
    expect(await leads()).toMatchObject([{ stage: 'flagged' }]);
  });

  it('is told once to who had visited the household before the list came, and answered by its number', async () => {
    const pushes = await rowsOf<{ text: string }>(
      database,
      `select body ->> 'text' as text from outbox where key like 'list:%'`,
    );
    expect(pushes).toEqual([{ text: '【名单】省平台预警里有您走访过的1户要核实，回“核查”看是哪几户。' }]);
    expect(await say(people.helper, '核查')).toContain(
      '名单里您的户还有1条要核：\n2. 【刘园村·李四·2组】省平台预警：李小丽名下新增贷款',
    );
    expect(await say(people.helper, '核查 李四')).toContain('核实一下');
    expect(await say(people.helper, '不清楚')).toContain('先放着');
    expect(await say(people.helper, '核查 2 不属实 贷款早还了')).toContain('不属实，记下了。');
    expect(await say(people.helper, '核查 2')).toContain('已核：不属实（贷款早还了）');
    expect(await say(people.helper, '核查')).toBe('名单里没有您的户要核的。');
    expect(await leads()).toHaveLength(1);
  });

  it('is heard in no group: not asked there, not told there', async () => {
    await write(database, wholeCounty(county), (tx) =>
      saveRooms(tx, [{ name: '刘园村群', channel: 'terminal', externalId: 'liuyuan', unit: units.liuyuan }]),
    );
    const told = await say(people.helper, '核查 2', { room: 'liuyuan' });
    expect(told.split('\n---\n（私聊）')[0]).toBe('这个不在群里说，已私聊回您。');
    const rows = await read(
      database,
      { ...wholeCounty(county), room: { unit: units.liuyuan, kind: 'village', name: '刘园村' } },
      (db) => db.sql`select 1 from outside_row`,
    );
    expect(rows).toHaveLength(0);
  });

  it('is nobody’s who has nothing to do with the household', async () => {
    expect(await say(people.neighbour, '核查 1 属实')).toContain('没有1号这一行');
    expect(await say(people.helper, '名单')).toContain('办理');
    const [row] = await rowsOf<{ count: number }>(
      database,
      `select count(*)::int as count from access_log where what = '外来名单'`,
    );
    expect(row?.count).toBeGreaterThan(4);
  });
});

describe('a township that looks after its lists', () => {
  it('sees how far each is and says whom a row means', async () => {
    expect(await say(people.cadre, '名单')).toContain(
      '1号 省平台预警（县乡村振兴局，12月10日）：3行，对上2户；没对上1行；核了2行（属实1、不属实1、已解决0）；线索1条',
    );
    expect(await say(people.cadre, '名单 1')).toContain(
      '3. 省平台预警：周大医疗自付1.9万（可能是周大·1组·2200002、周大·2组·2200003）\n对上回“对上 3 户主姓名”。',
    );
    expect(await say(people.cadre, '对上 3 周大')).toContain('是哪一户？回号数：\n1.周大（王典村1组）');
    expect(await say(people.cadre, '2')).toContain('→ 周大（王典村2组），排查这户时会问。');
    expect((await listRows(database))[2]).toMatchObject({ by: 'hand', code: '2200003' });
    expect(await say(people.cadre, '对上 1 李四')).toContain('已经核过或转办了');
    expect(await say(people.cadre, '对上 9 李四')).toContain('没有9号这一行');
  });

  it('asks how many are not checked, and what came of them', async () => {
    expect(await say(people.cadre, '省里预警核实了多少')).toBe(
      '省平台预警：核了2行：属实1、不属实1、已解决0；还有1户没核。',
    );
    const waiting = await say(people.cadre, '预警名单还有几户没核');
    expect(waiting).toContain('还有1户没核');
    expect(waiting).toContain('3. 【王典村·周大·2组】省平台预警：周大医疗自付1.9万');
    expect(await say(people.office, '医保局的名单还有几户没核')).toContain('没有医保局名单');
  });
});

it('a department sees in chat how far its own lists are, and no other’s', async () => {
  await writeWorkbook(at('housing.xlsx'), {
    危房: [
      ['姓名', '乡镇', '行政村', '情况'],
      ['章三', '龙城镇', '刘园村', 'C级危房'],
    ],
  });
  await bring(database, at('housing.xlsx'), 'housing');
  const told = await say(people.officer, '名单');
  expect(told).toContain('2号 住建局名单（县住建局');
  expect(told).not.toContain('预警');
  expect(await say(people.officer, '住建局名单还有几户没核')).toContain('章三C级危房');
  expect(await say(people.helper, '核查 4 属实')).toContain('已进问题台账');
  const [problem] = await rowsOf<{ key: string; description: string }>(
    database,
    `select key, description from problem where source = 'list'`,
  );
  expect(problem).toMatchObject({ key: 'unsafeHousing', description: '住建局名单：C级危房' });
});
