import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { missingPhotos } from '../../conversations/campaign/photo-rule.ts';
import { hechuan2022Spring } from '../../conversations/campaigns/hechuan-2022-spring/campaign.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { read } from '../../db/base/transaction.ts';
import { staffIdsByPhone } from '../../db/people/staff.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { chatOf, type Extra } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { testDatabase } from '../support/database.ts';

// The spring campaign wants an unsafe house shown by a photo; the inspection of 2021 wants none.
const { database } = await testDatabase();
const asOf = Date.parse('2022-03-15T10:00:00+08:00');
const spring = wholeCounty(demoCounty);
const chat = chatOf(database, placeOver(database, {}, demoCounty));
let helper: StaffId;
let minute = 0;

beforeAll(async () => {
  await loadDemo({
    database,
    campaign: hechuan2022Spring,
    key: { bytes: new Uint8Array(32).fill(5) },
    households: 24,
    visited: 0,
    asOf: new Date(asOf),
  });
  const found = (await read(database, spring, staffIdsByPhone)).get('19900002001');
  if (found === undefined) throw new Error('the demo has no such helper');
  helper = found;
});

const say = (text: string, extra: Extra = {}): Promise<string> => {
  minute += 1;
  return chat(helper, text, { at: asOf + minute * 60_000, ...extra });
};

const photosBy = async (question: string) => {
  const rows = await read(
    database,
    spring,
    (db) => db.sql`select 1 from attachment where county = ${demoCounty} and question = ${question}`,
  );
  return rows.length;
};

/** Up to the card: an unsafe house, all else well. */
async function untilCard(): Promise<string> {
  await say('下一户');
  let told = await say('3口人 都参保 房子不安全 水没问题 地都种上了 什么都不缺');
  for (let step = 0; step < 8 && !told.includes('请核对'); step += 1)
    told = await say(told.includes('鉴定') ? '鉴定过' : '不清楚');
  return told;
}

/** Hands in, and agrees to what the register said. */
async function handIn(): Promise<string> {
  const told = await say('提交');
  return told.includes('都对，提交') ? say('1') : told;
}

describe('an answer the campaign wants shown', () => {
  it('is asked a photo for before the visit is handed in; the photo goes to that question', async () => {
    expect(await untilCard()).toContain('请核对');
    expect(await handIn()).toMatch(/还差“[^”]*房[^”]*”的照片，拍一张发来。\n1\.拍了再交 2\.拍不了，先交/u);
    expect(await say('拍了再交')).toContain('照片直接发来');
    expect(await say('', { photo: true })).toMatch(/照片已存到“[^”]*房/u);
    expect(await photosBy('housingSafe')).toBe(1);
    expect(await say('提交')).toContain('已提交');
  });

  it('may be shown at once in answer to the asking', async () => {
    await untilCard();
    await handIn();
    expect(await say('', { photo: true })).toContain('回“提交”就交上');
    expect(await say('提交')).toContain('已提交');
  });

  it('is handed in without one by who says that he can’t take it, and that is noted', async () => {
    await untilCard();
    await handIn();
    expect(await say('房主不让拍')).toContain('已提交');
    const [visit] = await read(
      database,
      spring,
      (db) => db.sql`select answers -> 'noPhoto' ->> 'v' as noted from visit where answers ? 'noPhoto'`,
    );
    expect(visit?.['noted']).toMatch(/房/u);
  });

  it('keeps the question open for anything else', async () => {
    await untilCard();
    await handIn();
    expect(await say('今天天气不错')).not.toContain('已提交');
    expect(await say('没法拍')).toContain('已提交');
  });
});

it('only the answer named wants one, and only until it has it', () => {
  const rules = [{ of: 'housingSafe', when: false }] as const;
  const told = (v: boolean) => ({ housingSafe: { is: 'known', v } }) as const;
  expect(missingPhotos(rules, told(false), [])).toEqual(['housingSafe']);
  expect(missingPhotos(rules, told(false), ['housingSafe'])).toEqual([]);
  expect(missingPhotos(rules, told(true), [])).toEqual([]);
  expect(missingPhotos(rules, { housingSafe: { is: 'unsure' } }, [])).toEqual([]);
});
