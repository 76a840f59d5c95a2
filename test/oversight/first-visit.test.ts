import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { hechuan2022Spring } from '../../conversations/campaigns/hechuan-2022-spring/campaign.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import { write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { chatOf, submitted } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];

const inMode = (mode: CampaignSettings['mode']) =>
  write(database, wholeCounty(county), (tx) =>
    saveCampaign(tx, { ...newSettings(xiaoxian2021, 'real'), mode }),
  );

beforeAll(async () => {
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(database, seeded, '2100001', []);
  await inMode('real');
});

describe('the first visit of real households', () => {
  const { training } = xiaoxian2021;

  it('waits for the test, and it is told what to do, for a household that is added too', async () => {
    const told = await say(people.colleague, '排查');
    expect(told).toContain('回“小测”做10道题，答对8道就能开始');
    expect(told).toContain('回“培训”');
    expect(told).not.toContain('开始排查');
    expect(await say(people.colleague, '新增 钱多多')).toContain('回“小测”');
  });

  it('waits still after a test that failed, and begins after one that passed', async () => {
    await say(people.colleague, '小测');
    for (const q of training.questions) await say(people.colleague, String((q.right % 2) + 1));
    expect(await say(people.colleague, '排查')).toMatch(/上次答对\d道，再做一次就行/u);
    await say(people.colleague, '小测');
    for (const q of training.questions) await say(people.colleague, String(q.right));
    expect(await say(people.colleague, '排查 李四')).toContain('开始排查：李四');
  });

  it('is no first one for who has begun visits before', async () => {
    expect(await say(people.helper, '排查 章三')).toContain('开始排查：章三');
  });

  it('a rehearsal is for practice: nobody waits there; another campaign may ask for no test', async () => {
    await inMode('rehearsal');
    expect(await say(people.neighbour, '排查')).not.toContain('回“小测”');
    expect(hechuan2022Spring.training.beforeFirst).toBe(false);
  });
});
