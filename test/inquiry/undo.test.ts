import { beforeAll, describe, expect, it } from 'vitest';
import { chatOf, morning, roofFinding, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let seeded: SeededCounty;
let minute = 0;
const cadre = (text: string) => {
  minute += 1;
  return say(seeded.staff.cadre, text, { at: morning(16, minute) });
};

const columns = 'status, responsible_unit, responsible_staff, due, merged_into, closed_by';
const problem = async (no: number) =>
  (await rowsOf<object>(database, `select ${columns} from problem where no = ${no}`))[0];
const noOf = async (key: string) =>
  (await rowsOf<{ no: number }>(database, `select no::int from problem where key = '${key}'`))[0]?.no ?? 0;
const visitStatus = async () =>
  (
    await rowsOf<{ status: string }>(
      database,
      `select status from visit where household_id = '${seeded.households.get('2100001')}'`,
    )
  )[0]?.status;

beforeAll(async () => {
  seeded = await seedCounty(database);
  await submitted(database, seeded, '2100001', [waterFinding, roofFinding]);
});

describe('撤销 within the hour', () => {
  it('takes a forwarded problem back, with a line in its history', async () => {
    const no = await noOf('housing');
    const before = await problem(no);
    expect(await cadre(`转办 ${no} 住建局 要做鉴定`)).toContain('已转县住建局');
    expect(await problem(no)).not.toEqual(before);
    expect(await cadre('撤销')).toContain('撤销了：刚才的转办，1个恢复原样');
    expect(await problem(no)).toEqual(before);
    const events = await rowsOf<{ kind: string; words: string }>(
      database,
      `select e.kind, e.words from problem_event e join problem p on p.id = e.problem_id where p.no = ${no} order by e.id`,
    );
    expect(events.at(-1)).toEqual({ kind: 'restated', words: '撤销：转办' });
  });

  it('takes a merging and a returned visit back', async () => {
    const [water, housing] = [await noOf('water'), await noOf('housing')];
    const before = [await problem(water), await problem(housing)];
    await cadre(`合并 ${water} ${housing}`);
    expect([await problem(water), await problem(housing)]).not.toEqual(before);
    expect(await cadre('撤销')).toContain('恢复原样');
    expect([await problem(water), await problem(housing)]).toEqual(before);
    const was = await visitStatus();
    await cadre('退回 2100001 人口不对');
    expect(await visitStatus()).toBe('returned');
    expect(await cadre('撤销')).toContain('撤销了：刚才的退回，1户恢复原样');
    expect(await visitStatus()).toBe(was);
  });

  it('takes a lead’s step back', async () => {
    await submitted(
      database,
      seeded,
      '2100002',
      [],
      [{ key: 'illness', clause: '6.10', reason: '大病，无力支付' }],
    );
    const lead = async () =>
      (
        await rowsOf<{ no: number; stage: string }>(database, 'select no::int, stage from monitoring_lead')
      )[0];
    const { no = 0, stage } = (await lead()) ?? {};
    expect(stage).toBe('flagged');
    minute += 1;
    await say(seeded.staff.helper, `线索 ${no}`, { at: morning(16, minute) });
    await say(seeded.staff.helper, '属实，签了授权书', { at: morning(16, minute) });
    expect((await lead())?.stage).toBe('checked');
    minute += 1;
    expect(await say(seeded.staff.helper, '撤销', { at: morning(16, minute) })).toContain(
      '撤销了：刚才的入户核实，1条恢复原样',
    );
    expect((await lead())?.stage).toBe('flagged');
  });

  it('takes nothing back after an hour, nor twice', async () => {
    const no = await noOf('housing');
    await cadre(`转办 ${no} 住建局 要做鉴定`);
    minute += 90;
    expect(await cadre('撤销')).not.toContain('恢复原样');
  });
});
