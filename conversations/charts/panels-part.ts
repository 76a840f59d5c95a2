import { box, colours, emsOf, type Shape, words } from './chart.ts';
import type { PictureData } from './picture.ts';
import { inner, margin, type PicturePart, small, width } from './place.ts';

const gap = 18;
const left = { x: margin, width: (inner - gap) / 2 - 8 };
const right = { x: margin + (inner + gap) / 2 - 8, end: width - margin };
const barsTop = 66;
const barsHeight = 92;
const problemHeight = 24;

/** Visits per day beside problems by kind. */
export function panelsPart(data: PictureData): PicturePart {
  const days = shownDays(data);
  const height = Math.max(
    days.length === 0 ? 58 : barsTop + barsHeight + 24,
    data.problems.length === 0 ? 58 : barsTop - 14 + data.problems.length * problemHeight,
  );
  return {
    height,
    shapes: [
      words('每天新增户数', { x: left.x, y: 20 }, { size: 15, bold: true }),
      note(days.length === 0 ? '还没有' : data.perDay > 0 ? `每天${data.perDay}户就够` : '', left.x),
      ...dayBars(days),
      words('查出问题', { x: right.x, y: 20 }, { size: 15, bold: true }),
      note(problemNote(data), right.x),
      ...problemBars(data.problems),
    ],
  };
}

/** The same for whoever can't see it. */
export function panelsInWords(data: PictureData): string {
  const days = shownDays(data).map(({ date, visited }) => `${monthAndDay(date)}新增${visited}户`);
  const problems = data.problems.map(({ name, count }) => `${name}${count}个`);
  return [
    days.length === 0 ? '还没有新增。' : `${days.join('，')}。`,
    `查出问题：${problemNote(data)}${problems.length === 0 ? '' : `，${problems.join('、')}`}。`,
  ].join('');
}

function note(text: string, x: number): Shape {
  return words(text, { x, y: 40 }, { size: small, colour: colours.faint });
}

function problemNote({ problems, problemsClosed, problemsAll }: PictureData): string {
  if (problems.length === 0) return '还没有';
  return `${problemsAll === undefined ? '' : `共${problemsAll}个，`}已销号${problemsClosed}个`;
}

/** A week, or the days that the forecast goes by where figures are long. */
function shownDays({ days }: PictureData): PictureData['days'] {
  const week = days.slice(-7);
  return week.some(({ visited }) => visited > 9999) ? week.slice(-5) : week;
}

function dayBars(days: PictureData['days']): Shape[] {
  if (days.length === 0) return [];
  const most = Math.max(1, ...days.map(({ visited }) => visited));
  const step = left.width / Math.max(days.length, 5);
  const wide = Math.min(20, step * 0.66);
  const ground = barsTop + barsHeight;
  return [
    box({ x: left.x, y: ground, width: left.width, height: 1 }, colours.line),
    ...days.flatMap(({ date, visited }, i) => {
      const middle = left.x + step * (i + 0.5);
      const high = (barsHeight * visited) / most;
      return [
        box({ x: middle - wide / 2, y: ground - high, width: wide, height: high }, colours.bar, 2),
        words(String(visited), { x: middle, y: ground - high - 5, anchor: 'middle' }, { size: 12 }),
        words(
          i === 0 ? monthAndDay(date) : String(Number(date.slice(8, 10))),
          { x: middle, y: ground + 18, anchor: 'middle' },
          { size: small, colour: colours.faint },
        ),
      ];
    }),
  ];
}

function monthAndDay(date: string): string {
  return `${Number(date.slice(5, 7))}.${Number(date.slice(8, 10))}`;
}

function problemBars(problems: PictureData['problems']): Shape[] {
  const names = Math.max(0, ...problems.map(({ name }) => emsOf(name) * small));
  const most = Math.max(1, ...problems.map(({ count }) => count));
  const figures = String(most).length * 8 + 6;
  const from = right.x + names + 8;
  return problems.flatMap(({ name, count }, i) => {
    const top = barsTop - 14 + i * problemHeight;
    const long = Math.max(((right.end - from - figures) * count) / most, 2);
    return [
      words(name, { x: from - 8, y: top + 14, anchor: 'end' }, { size: small }),
      box({ x: from, y: top + 3, width: long, height: 13 }, colours.problem, 3),
      words(String(count), { x: from + long + 5, y: top + 14 }, { size: small }),
    ];
  });
}
