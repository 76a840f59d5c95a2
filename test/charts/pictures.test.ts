import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { wrapped } from '../../conversations/charts/chart.ts';
import { type PictureData, paces, pictureData } from '../../conversations/charts/picture.ts';
import { progressChart } from '../../conversations/charts/progress-chart.ts';
import { chartPng, chartSvg, maxPictureBytes } from '../../src/documents/chart-picture.ts';

const names: string[] = (
  JSON.parse(
    readFileSync(new URL('../../conversations/campaign/units-341322.json', import.meta.url), 'utf8'),
  ) as {
    townships: { villages: { short: string }[] }[];
  }
).townships.flatMap((t) => t.villages.map((v) => v.short));

const picture = (over: Partial<PictureData> = {}): PictureData => ({
  kind: 'progress',
  title: '龙城镇',
  asOf: '12月15日 17:36',
  total: 16400,
  visited: 8123,
  today: 1370,
  planned: 0.3,
  forecast: '照近5天每天约1365户，大约12月23日查完（快则12月22日），能按时完成',
  unitKind: 'village',
  rows: names
    .slice(0, 32)
    .map((name, i) => ({ name, visited: i * 20, total: 640, pace: paces[i % paces.length] ?? 'onPace' })),
  days: ['09', '10', '11', '13', '14', '15'].map((day, i) => ({
    date: `2021-12-${day}`,
    visited: 1200 + i * 40,
  })),
  perDay: 900,
  problems: [
    { name: '饮水安全', count: 100 },
    { name: '住房安全', count: 62 },
  ],
  problemsClosed: 80,
  ...over,
});

describe('a picture for a phone', () => {
  it('is a PNG of twice the CSS size below 300 KB, also for the largest township', async () => {
    const chart = progressChart(picture());
    const png = await chartPng(chart);
    const meta = await sharp(png).metadata();
    expect(meta).toMatchObject({ format: 'png', width: chart.width * 2, height: chart.height * 2 });
    expect(png.length).toBeLessThan(maxPictureBytes);
    expect(chart.width).toBeLessThanOrEqual(540);
  });

  it('has every Chinese letter: none is drawn as an empty box', async () => {
    // A letter that the font hasn't is drawn as the same box as any other such letter.
    const ink = async (title: string) => {
      const png = await chartPng(progressChart(picture({ title, rows: [] })));
      return sharp(png).extract({ left: 40, top: 36, width: 56, height: 60 }).greyscale().raw().toBuffer();
    };
    const missing = await ink('\u{10FFFD}');
    for (const letter of [...new Set([...'郜圩湴堌郢闫'])])
      expect((await ink(letter)).equals(missing), letter).toBe(false);
  });

  it('says the same as the text beside it, in the order of the register', async () => {
    const svg = await chartSvg(progressChart(picture()));
    const written = svg.replace(/<[^>]+>/gu, ' ');
    for (const words of [
      '龙城镇 大排查进度',
      '截至12月15日 17:36',
      '49.5%',
      '已查8123户，共16400户',
      '今天应到30%',
      '饮水安全',
      '已销号80个',
      '今天新增1370户',
    ])
      expect(written, words).toContain(words);
    const places = names
      .slice(0, 32)
      .filter((name) => name.length <= 6)
      .map((name) => written.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(written).toContain('没开始');
  });

  it('is drawn for an empty unit, a finished one and a very long name', async () => {
    const cases = [
      picture({
        rows: [],
        days: [],
        problems: [],
        total: 0,
        visited: 0,
        today: 0,
        planned: 1,
        forecast: '已全部查完',
        perDay: 0,
      }),
      picture({
        rows: [{ name: '皇藏峪国家森林公园管理处生活区', visited: 10, total: 10, pace: 'done' }],
        planned: 1,
      }),
      picture({
        unitKind: 'township',
        title: '萧县',
        rows: names.slice(0, 1).map((name) => ({ name, visited: 99_999, total: 1_000_000, pace: 'behind' })),
      }),
    ];
    for (const data of cases) expect((await chartPng(progressChart(data))).length).toBeGreaterThan(5000);
  });

  it('travels as data: what is queued is what is drawn', () => {
    expect(pictureData.parse(JSON.parse(JSON.stringify(picture())))).toEqual(picture());
    expect(pictureData.safeParse({ ...picture(), rows: Array(500).fill(picture().rows[0]) }).success).toBe(
      false,
    );
  });
});

describe('lines of words', () => {
  it('lose nothing, keep dates and figures whole, and never begin with a closing mark', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '照近5天',
            '每天约320户',
            '，',
            '大约12月28日查完',
            '（快则',
            '）',
            '能按时完成',
            '。',
          ),
          { maxLength: 30 },
        ),
        fc.integer({ min: 8, max: 40 }),
        (parts, ems) => {
          const text = parts.join('');
          const lines = wrapped(text, ems);
          expect(lines.join('')).toBe(text);
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。；、）：]/u);
          for (const line of lines) expect(line).not.toMatch(/^(?:\d|月|日)(?![\d户天月])/u);
        },
      ),
    );
  });
});
