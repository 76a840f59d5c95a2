import { beforeAll, describe, expect, it } from 'vitest';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { madeUpId } from '../import/register.ts';
import { bindGroup, chatOf, rowsOf, submitted } from '../problems/chat.ts';
import { type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { bring, withNumbers } from './county.ts';

const { database } = await testDatabase();
const at = documentFolder();
const say = chatOf(database);
let people: SeededCounty['staff'];

const head = ['姓名', '身份证号', '行政村', '乡镇', '情况'];

beforeAll(async () => {
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await withNumbers(database, seeded);
  await bindGroup(database, '刘园村群', units.liuyuan);
  const flag = { key: 'illness', clause: '6.10', reason: '大病，无力支付' } as const;
  await submitted(database, seeded, '2100001', [], [flag]);
  await say(people.helper, '线索 1 属实 已授权');
});

describe('the data comparison of a lead', () => {
  it('is somebody’s words alone while no list is there', async () => {
    const card = await say(people.cadre, '线索 1');
    expect(card).toContain('数据比对');
    expect(card).not.toContain('名单');
  });

  it('shows what the lists say, where the household isn’t in them and what there is no list of', async () => {
    await writeWorkbook(at('cars.xlsx'), {
      车辆: [head, ['李四', '', '刘园村', '龙城镇', '小型汽车1辆']],
    });
    await writeWorkbook(at('insured.xlsx'), {
      未参保: [head, ['张三', madeUpId(1), '刘园村', '龙城镇', '2022年未缴费']],
    });
    await bring(database, at('cars.xlsx'), 'vehicles');
    await bring(database, at('insured.xlsx'), 'insurance');
    await say(people.helper, '核查 2 已解决 12月10日补缴');
    const card = await say(people.cadre, '线索 1');
    expect(card).toContain(
      '名单比对·参保：张三2022年未缴费（2号医保局名单，核查已解决（12月10日补缴））\n名单里没有这户：车辆（1号公安局车辆名单，12月10日）',
    );
    expect(card).toContain(
      '没有名单、要另查的：就学、残疾、低保、救助、住房、户籍、房产、工商登记、财政供养',
    );
    expect(card).not.toContain('小型汽车');
  });

  it('says nothing of them in a group', async () => {
    expect(await say(people.cadre, '线索 1', { room: '刘园村群' })).not.toContain('缴费');
  });

  it('names the lists it rests on, in the lists’ own words where these suffice', async () => {
    const asked = await say(people.cadre, '线索 1 比对通过');
    expect(asked).toContain('比对了哪几样');
    expect(asked).toContain('1.按名单记，或直接说比对结果');
    expect(await say(people.cadre, '1')).toContain('待村级民主评议');
    const [lead] = await rowsOf<{ compared: string }>(
      database,
      `select record ->> 'compared' as compared from monitoring_lead`,
    );
    expect(lead?.compared).toContain('参保查到：张三2022年未缴费');
    expect(lead?.compared).toContain('车辆没查到');
    expect(lead?.compared).toContain('（用的名单：1号公安局车辆名单、2号医保局名单）');
  });
});
