import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Chart, emsOf, type Words, wrapped } from '../../conversations/charts/chart.ts';
import { type PictureData, paces, pictureData } from '../../conversations/charts/picture.ts';
import { panelsChart, progressChart } from '../../conversations/charts/progress-chart.ts';
import { mostRows } from '../../conversations/charts/rows-part.ts';
import { chartSvg } from '../../conversations/charts/svg.ts';
import { chartPng, maxPictureBytes } from '../../src/documents/chart-picture.ts';

const names: string[] = (
  JSON.parse(
    readFileSync(
      new URL('../../conversations/campaigns/xiaoxian-2021/units-341322.json', import.meta.url),
      'utf8',
    ),
  ) as {
    townships: { villages: { short: string }[] }[];
  }
).townships.flatMap((t) => t.villages.map((v) => v.short));

const picture = (over: Partial<PictureData> = {}): PictureData => ({
  kind: 'progress',
  title: '龙城镇',
  campaign: '大排查',
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
  problemsAll: 162,
  ...over,
});

const written = (chart: Chart) => chartSvg(chart).replace(/<[^>]+>/gu, ' ');

describe('a picture for a phone', () => {
  it('is a PNG of 1080 pixels below 300 KB, also for the largest township', async () => {
    const chart = progressChart(picture());
    const png = await chartPng(chart);
    const meta = await sharp(png).metadata();
    expect(meta).toMatchObject({ format: 'png', width: 1080, height: Math.round(chart.height * 2.4) });
    expect(png.length).toBeLessThan(maxPictureBytes);
    // At a phone's width of 390 the smallest letters are still 10 pixels high.
    const sizes = chart.shapes.filter((one) => one.is === 'words').map(({ size }) => size);
    expect((Math.min(...sizes) * 390) / chart.width).toBeGreaterThanOrEqual(10);
  });

  it('has every Chinese letter: none is drawn as an empty box', async () => {
    // A letter that the font hasn't is drawn as the same box as any other such letter.
    const ink = async (title: string) => {
      const png = await chartPng(progressChart(picture({ title, rows: [] })));
      return sharp(png).extract({ left: 43, top: 46, width: 58, height: 66 }).greyscale().raw().toBuffer();
    };
    const missing = await ink('\u{10FFFD}');
    for (const letter of [...new Set([...'郜圩湴堌郢闫'])])
      expect((await ink(letter)).equals(missing), letter).toBe(false);
  });

  it('says the same as the text beside it, in the order of the register', () => {
    const text = written(progressChart(picture()));
    for (const words of [
      '龙城镇 大排查进度',
      '截至12月15日 17:36',
      '49.5%',
      '已查8123户，共16400户',
      '今天应到30%',
      '饮水安全',
      '共162个，已销号80个',
      '今天新增1370户',
    ])
      expect(text, words).toContain(words);
    const places = names
      .slice(0, 32)
      .filter((name) => name.length <= 6)
      .map((name) => text.indexOf(` ${name} `));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('没开始');
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

  it('has no letter outside and no two texts over each other, whatever the figures', () => {
    const figure = fc.integer({ min: 0, max: 1_200_000 });
    const name = fc.oneof(fc.constantFrom(...names), fc.constant('皇藏峪国家森林公园管理处生活区'));
    const data = fc.record({
      title: fc.oneof(name, fc.constant('萧县')),
      visited: figure,
      today: figure,
      planned: fc.double({ min: 0, max: 1, noNaN: true }),
      rows: fc.array(fc.record({ name, visited: figure, total: figure, pace: fc.constantFrom(...paces) }), {
        maxLength: 80,
      }),
      days: fc.array(
        fc.record({ date: fc.constant('2021-12-28'), visited: fc.integer({ min: 0, max: 99_999 }) }),
        { maxLength: 14 },
      ),
      problems: fc.array(
        fc.record({ name: fc.constantFrom('收入', '饮水安全', '政策与工作落实'), count: figure }),
        { maxLength: 6 },
      ),
      problemsAll: figure,
      problemsClosed: figure,
    });
    fc.assert(
      fc.property(data, (over) => {
        for (const chart of [
          progressChart(picture({ ...over, total: 1_200_000 })),
          panelsChart(picture(over)),
        ])
          expect(faults(chart)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out units without households and says so', () => {
    const rows = [
      { name: '龙湖社区', visited: 0, total: 0, pace: 'done' as const },
      { name: '王典村', visited: 1, total: 6, pace: 'behind' as const },
    ];
    const text = written(progressChart(picture({ rows })));
    expect(text).not.toContain('龙湖社区');
    expect(text).toContain('王典村');
    expect(text).toContain('另有1个村没有在册的户，没列出。');
    expect(written(progressChart(picture({ rows: [], total: 0, visited: 0 })))).toContain('还没有在册的户。');
  });

  it('of three hundred villages shows those that need a hand, in register order, and counts the others', async () => {
    const rows = names.map((name, i) => ({
      name,
      visited: i % 4 === 0 ? 100 : 600,
      total: 640,
      pace: i % 4 === 0 ? ('behind' as const) : ('ahead' as const),
    }));
    const slow = rows.filter(({ pace }) => pace === 'behind');
    const chart = progressChart(picture({ rows }));
    const text = written(chart);
    expect(text).toContain(`共${slow.length}个，`);
    expect(text.match(/100\/640/gu)).toHaveLength(mostRows);
    expect(text).not.toContain('600/640');
    expect((await chartPng(chart)).length).toBeLessThan(maxPictureBytes);
  });

  it('of a village says groups, and on a page only what the page doesn’t say', () => {
    expect(written(progressChart(picture({ unitKind: 'group' })))).toContain('各组（按名册顺序）');
    const panels = panelsChart(picture());
    expect(written(panels)).toContain('每天新增户数');
    expect(written(panels)).not.toContain('大排查进度');
    expect(panels.alt).toContain('12.9新增1200户');
    expect(panels.alt).toContain('查出问题：共162个，已销号80个，饮水安全100个');
  });

  it('obeys no mark in a name', () => {
    const title = '</text><script>&\u0000';
    expect(chartSvg(progressChart(picture({ title })))).toContain('&lt;/text&gt;&lt;script&gt;&amp; ');
  });

  it('travels as data: what is queued is what is drawn', () => {
    expect(pictureData.parse(JSON.parse(JSON.stringify(picture())))).toEqual(picture());
    expect(pictureData.safeParse({ ...picture(), rows: Array(500).fill(picture().rows[0]) }).success).toBe(
      false,
    );
  });
});

/** Texts that leave the picture or meet another one. A digit is a little narrower than a Latin letter. */
function faults(chart: Chart): string[] {
  const boxes = chart.shapes
    .filter((one): one is Words => one.is === 'words' && one.text !== '')
    .map(({ text, x, y, size, anchor }) => {
      const wide = emsOf(text) * size;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return { text, left, right: left + wide, top: y - size * 0.8, bottom: y + size * 0.1 };
    });
  const outside = boxes.filter(
    (b) => b.left < 0 || b.right > chart.width || b.top < 0 || b.bottom > chart.height,
  );
  const meeting = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
  return [...outside.map(({ text }) => text), ...meeting];
}

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
