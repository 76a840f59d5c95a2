import { describe, expect, test } from 'vitest';
import { afterCorrection } from '../../conversations/reading/operators/correction.ts';
import { withoutItemNumbers } from '../../conversations/reading/operators/item-numbers.ts';
import { statedSum } from '../../conversations/reading/operators/sum-stated.ts';
import { spokenPart } from '../../conversations/reading/spoken-part.ts';
import { readYesNo } from '../../conversations/reading/yes-no.ts';
import { askedByQuestion } from '../../conversations/subjects/asked.ts';

/** `sure yes`, `sure no`, `ask yes`, `ask no`, or `ask`. */
function said(question: string, text: string): string {
  const asked = askedByQuestion.get(question);
  if (asked === undefined) throw new Error(question);
  const { value, sure } = readYesNo(text, asked);
  const guess = value === undefined ? '' : value ? ' yes' : ' no';
  return `${sure ? 'sure' : 'ask'}${guess}`;
}

describe.each([
  [
    'denial reaches to the next fact, over a row, and back from the end',
    `
    seriousIllness 没大病慢性病 → sure no
    seriousIllness 慢性病没有 → sure no
    droppedOut 没有不上学的 → sure no
    housingAppraised 不安全没鉴定 → sure no
    incomeStable 不是不稳 → sure yes
    housingSafe 没塌 → ask yes
    waterProblem 没事就是有点咸 → sure yes
    `,
  ],
  [
    'what was gives way to what is',
    `
    allInsured 去年没交今年都交了 → sure yes
    waterProblem 以前浑现在清了 → sure no
    droppedOut 以前辍学，现在复学了 → sure no
    allInsured 去年都交了 → ask yes
    `,
  ],
  [
    'who and how many must be all of them',
    `
    allInsured 都交了 → sure yes
    allInsured 老大交了 → ask yes
    allInsured 除了老大都交了 → ask no
    allInsured 四口只交了三口 → ask no
    allInsured 基本都交了 → ask yes
    allInsured 五个人全参了 → sure yes
    allInsured 小的在学校交了，大人没交 → sure no
    schoolAgeChild 外孙跟着我们上二年级，户口不在这 → ask yes
    `,
  ],
  [
    'a repair counts once it is done',
    `
    housingSafe C级危房已改造 → sure yes
    housingSafe 房子改造过了 → sure yes
    housingSafe 正申请危改 → ask
    `,
  ],
  [
    'a question, a doubt and a condition are no answers',
    `
    allInsured 医保怎么交 → ask
    allInsured 交倒是交了 → ask yes
    waterProblem 冬天管子冻住就没水 → ask yes
    waterProblem 一到冬天就没水 → sure yes
    housingSafe 安全吧 → ask yes
    canAffordCare 要是住院就掏不起 → ask
    incomeStable 稳不稳 → ask
    `,
  ],
])('%s', (_name, table) => {
  const lines = table
    .trim()
    .split('\n')
    .map((line) => line.trim());
  test.each(lines)('%s', (line) => {
    const [left = '', meaning = ''] = line.split(' → ');
    const cut = left.indexOf(' ');
    expect(said(left.slice(0, cut), left.slice(cut + 1).toLowerCase())).toBe(meaning);
  });
});

test.each([
  ['六千 五千 两万四 总共三万五', 35_000],
  ['3500×10个月=35000', 35_000],
  ['五万三 算的五万三', 53_000],
  ['三万 五千 总共五万', undefined],
])('a sum that is said and comes out right: %s', (text, sum) => {
  expect(statedSum(text)).toBe(sum);
});

test('what is quoted and what was taken back is not what is said', () => {
  expect(spokenPart('「家里有没有大病?」;- - - -;没有')).toBe('没有');
  expect(spokenPart('问:是否参保 答:否')).toBe('否');
  expect(spokenPart('四口,不对,五口')).toBe('五口');
});

test.each([
  ['三万二吧,不对,三万五', '三万五'],
  ['4口说错了5口', '5口'],
  ['4口,哦不5口', '5口'],
  ['3万,应该是3万5', '3万5'],
  ['嗯三万,哎不是,是两万', '两万'],
  ['4万吧,等等,4万5', '4万5'],
  ['没错了就是4口', undefined],
  ['身体不对劲', undefined],
  ['不是三万', undefined],
])('what takes back what was said: %s', (text, holds) => {
  const { text: rest, corrected } = afterCorrection(text);
  expect(corrected ? rest : undefined).toBe(holds);
});

test('what numbers the items is no part of them', () => {
  expect(withoutItemNumbers('1.户主 2.妻子')).toBe('户主 妻子');
  expect(withoutItemNumbers('3、4口')).toBe('3、4口');
  expect(withoutItemNumbers('1.5万')).toBe('1.5万');
});
