import { type Pace, paceWords } from '../progress/pace.ts';
import { box, type Chart, colours, font, words, wrapped } from './chart.ts';
import { type PictureData, sharePercent } from './picture.ts';

const width = 540;
const margin = 20;
const panelHeight = 176;

/**
 * A unit's progress as one picture for a phone: how far and until when, every unit below it in register order
 * against the day's plan, visits per day, problems by kind. Says what the text beside it says.
 */
export function progressChart(data: PictureData): Chart {
  const forecast = wrapped(`${data.forecast}。`, (width - 2 * margin) / 15);
  const rowHeight = data.rows.length > 16 ? 25 : 28;
  const rowsTop = 176 + forecast.length * 22 + 46;
  const panelsTop = rowsTop + data.rows.length * rowHeight + 52;
  const height = panelsTop + panelHeight + 34;
  return {
    width,
    height,
    alt: `${data.title}截至${data.asOf}已排查${data.visited}户，共${data.total}户。${data.forecast}。`,
    option: {
      animation: false,
      backgroundColor: colours.background,
      textStyle: { fontFamily: font, color: colours.ink },
      graphic: {
        elements: [
          ...header(data, forecast),
          ...legend(data, rowsTop - 34),
          ...panelTitles(data, panelsTop),
          footer(height),
        ],
      },
      grid: [
        { left: 118, right: 150, top: rowsTop, height: data.rows.length * rowHeight },
        { left: margin + 6, width: 216, top: panelsTop + 44, height: panelHeight - 72 },
        { left: 340, right: 50, top: panelsTop + 34, height: panelHeight - 56 },
      ],
      xAxis: [
        { gridIndex: 0, type: 'value', min: 0, max: 100, show: false },
        dayAxis(data),
        {
          gridIndex: 2,
          type: 'value',
          show: false,
          min: 0,
          max: Math.max(1, ...data.problems.map((p) => p.count)),
        },
      ],
      yAxis: [
        rowAxis(data),
        { gridIndex: 1, type: 'value', show: false, min: 0, max: dayMost(data) },
        problemAxis(data),
      ],
      series: [
        rowBars(data),
        ...(data.days.length > 0 ? [dayBars(data)] : []),
        ...(data.problems.length > 0 ? [problemBars(data)] : []),
      ],
    },
  };
}

function header(data: PictureData, forecast: readonly string[]): Record<string, unknown>[] {
  const inner = width - 2 * margin;
  const share = Math.min(sharePercent(data), 100);
  const plan = margin + inner * Math.min(data.planned, 1);
  const planWords = `今天应到${Math.round(data.planned * 100)}%`;
  const nearRight = plan > width - 120;
  return [
    words(`${data.title} 大排查进度`, { left: margin, top: 18 }, { size: 24, bold: true }),
    words(`截至${data.asOf}`, { left: margin, top: 54 }, { size: 14, colour: colours.faint }),
    words(`${share}%`, { left: margin, top: 76 }, { size: 40, bold: true, colour: colours.pace.ahead }),
    words(
      `已查${data.visited}户，共${data.total}户\n今天新增${data.today}户`,
      { left: 190, top: 84 },
      { size: 16, lineHeight: 24 },
    ),
    box({ x: margin, y: 138, width: inner, height: 14 }, colours.track, 7),
    ...(share > 0
      ? [
          box(
            { x: margin, y: 138, width: Math.max((inner * share) / 100, 8), height: 14 },
            colours.pace.ahead,
            7,
          ),
        ]
      : []),
    box({ x: plan - 1, y: 133, width: 2, height: 24 }, colours.ink),
    words(
      planWords,
      { left: nearRight ? plan - 92 : Math.max(plan - 40, margin), top: 157 },
      { size: 12, colour: colours.faint },
    ),
    words(forecast.join('\n'), { left: margin, top: 180 }, { size: 15, lineHeight: 22 }),
  ];
}

/** Colours in words, only those that occur; what hasn't begun says so in its row. */
function legend(data: PictureData, top: number): Record<string, unknown>[] {
  const used = (Object.keys(paceWords) as Pace[]).filter(
    (pace) => pace !== 'notStarted' && data.rows.some((row) => row.pace === pace),
  );
  const what = data.unitKind === 'village' ? '各村（按名册顺序）' : '各乡镇（按名册顺序）';
  let right = width - margin;
  const swatches = used.reverse().flatMap((pace) => {
    const label = paceWords[pace];
    right -= label.length * 12;
    const text = words(label, { left: right, top: top + 2 }, { size: 12, colour: colours.faint });
    right -= 17;
    const swatch = box({ x: right, y: top + 5, width: 12, height: 12 }, colours.pace[pace], 2);
    right -= 16;
    return [swatch, text];
  });
  return [words(what, { left: margin, top }, { size: 15, bold: true }), ...swatches];
}

function rowAxis(data: PictureData): Record<string, unknown> {
  return {
    gridIndex: 0,
    type: 'category',
    inverse: true,
    data: data.rows.map((row) => shortened(row.name)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      fontSize: 14,
      color: colours.ink,
      interval: 0,
      margin: 8,
      rich: { long: { fontSize: 12, color: colours.ink } },
    },
  };
}

function rowBars(data: PictureData): Record<string, unknown> {
  return {
    type: 'bar',
    xAxisIndex: 0,
    yAxisIndex: 0,
    barWidth: 13,
    showBackground: true,
    backgroundStyle: { color: colours.track, borderRadius: 3 },
    data: data.rows.map((row) => ({
      // A bar that has begun is seen, however little it is.
      value: row.visited === 0 ? 0 : Math.max(sharePercent(row), 1),
      itemStyle: { color: colours.pace[row.pace], borderRadius: 3 },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: colours.ink, width: 1, type: 'dashed' },
      data: [{ xAxis: Math.min(data.planned * 100, 100) }],
    },
    // The label stands at the end of the full track, so that figures form a column.
    markPoint: {
      silent: true,
      symbol: 'rect',
      symbolSize: 0,
      data: data.rows.map((row, i) => ({
        coord: [100, i],
        label: {
          show: true,
          position: 'right',
          distance: 8,
          fontSize: 13,
          color: colours.ink,
          formatter: `{p|${rowShare(row)}}{n|${row.visited}/${row.total}}`,
          rich: {
            p: { color: colours.ink, fontSize: 13, width: 50 },
            n: { color: colours.faint, fontSize: 12 },
          },
        },
      })),
    },
  };
}

function panelTitles(data: PictureData, top: number): Record<string, unknown>[] {
  const needed = data.perDay > 0 ? `每天${data.perDay}户就够` : '';
  return [
    box({ x: margin, y: top - 20, width: width - 2 * margin, height: 1 }, colours.line),
    words('每天新增户数', { left: margin, top: top - 6 }, { size: 15, bold: true }),
    words(needed, { left: margin, top: top + 16 }, { size: 12, colour: colours.faint }),
    words('查出问题', { left: 280, top: top - 6 }, { size: 15, bold: true }),
    words(problemNote(data), { left: 352, top: top - 3 }, { size: 12, colour: colours.faint }),
    ...(data.days.length === 0
      ? [words('还没有', { left: margin, top: top + 60 }, { size: 13, colour: colours.faint })]
      : []),
  ];
}

function problemNote(data: PictureData): string {
  if (data.problems.length === 0) return '还没有';
  return `已销号${data.problemsClosed}个`;
}

/** The days shown: the last seven that had visits or were worked. */
function shownDays(data: PictureData): PictureData['days'] {
  return data.days.slice(-7);
}

function dayMost(data: PictureData): number {
  return Math.max(1, ...shownDays(data).map((d) => d.visited)) * 1.12;
}

function dayAxis(data: PictureData): Record<string, unknown> {
  return {
    gridIndex: 1,
    type: 'category',
    data: shownDays(data).map((d) => `${Number(d.date.slice(5, 7))}.${Number(d.date.slice(8, 10))}`),
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { fontSize: 11, color: colours.faint, interval: 0 },
  };
}

function dayBars(data: PictureData): Record<string, unknown> {
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 20,
    data: shownDays(data).map((d) => d.visited),
    itemStyle: { color: colours.bar, borderRadius: [3, 3, 0, 0] },
    label: { show: true, position: 'top', fontSize: 11, color: colours.ink },
  };
}

function problemAxis(data: PictureData): Record<string, unknown> {
  return {
    gridIndex: 2,
    type: 'category',
    inverse: true,
    data: data.problems.map((p) => p.name),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { fontSize: 12, color: colours.ink, interval: 0 },
  };
}

function problemBars(data: PictureData): Record<string, unknown> {
  return {
    type: 'bar',
    xAxisIndex: 2,
    yAxisIndex: 2,
    barMaxWidth: 12,
    data: data.problems.map((p) => p.count),
    itemStyle: { color: colours.problem, borderRadius: 3 },
    label: { show: true, position: 'right', fontSize: 12, color: colours.ink },
  };
}

function footer(height: number): Record<string, unknown> {
  return words(
    '已查 = 已提交和已审核；虚线是按工作日平均应到的进度',
    { left: margin, top: height - 24 },
    { size: 11, colour: colours.faint },
  );
}

function rowShare(row: PictureData['rows'][number]): string {
  if (row.total === 0) return '—';
  return row.pace === 'notStarted' ? '没开始' : `${sharePercent(row)}%`;
}

/** A long name is set smaller, a very long one keeps its beginning and its end, which tells kinds apart. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= 6) return name;
  if (letters.length <= 8) return `{long|${name}}`;
  return `{long|${letters.slice(0, 4).join('')}…${letters.slice(-3).join('')}}`;
}
