import { expect, it } from 'vitest';
import { barsChart } from '../../conversations/charts/bars-chart.ts';
import { chartPng } from '../../src/documents/chart-picture.ts';

const data = {
  kind: 'bars' as const,
  title: '参保（有人没参）·演示县·各乡镇：共17户，已排查的793户里占2.1%',
  asOf: '12月15日 17:36',
  rows: [
    { name: '甲镇', value: 10, label: '10户' },
    { name: '乙县经济开发区', value: 5, label: '5户' },
    { name: '丙乡', value: 0, label: '0/20（0%）' },
  ],
  note: '还有2个没画出来。',
};

it('a comparison by unit is drawn with the names and figures of its text, each bar as long as its figure', async () => {
  const chart = barsChart(data);
  const said = chart.shapes.flatMap((shape) => (shape.is === 'words' ? [shape.text] : []));
  for (const row of data.rows) expect(said).toEqual(expect.arrayContaining([row.name, row.label]));
  expect(said.join('')).toContain('还有2个没画出来。');
  const bars = chart.shapes.filter((shape) => shape.is === 'box' && shape.fill === '#4b93cf');
  expect(bars.map((bar) => (bar.is === 'box' ? bar.width : 0))).toEqual([190, 95]);
  expect(chart.alt).toContain('甲镇10户，乙县经济开发区5户');
  const outside = chart.shapes.filter((s) => s.is === 'words' && (s.y > chart.height || s.y < 0));
  expect(outside).toEqual([]);
  const png = await chartPng(chart);
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
});
