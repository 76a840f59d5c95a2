import { pinyinOf } from '../../language/pinyin.ts';

/** Words that only ask: whoever mistypes one of them is answered, and nothing is changed by it. */
const asking = [
  '进度',
  '未排查',
  '问题',
  '线索',
  '日报',
  '看板',
  '减负账',
  '口径',
  '为什么',
  '更多',
  '表格',
  '帮助',
  '排查',
  '下一户',
];

const sounds = new Map(
  asking.flatMap((word) => {
    const { full, initials } = pinyinOf(word);
    return [[full, word] as const, [initials, word] as const];
  }),
);

/**
 * 近度, jindu, jd → 进度, with what stands behind a space left as it is. Undefined when the first word sounds like none
 * of them, or is one: then it was tried already.
 */
export function bySound(text: string): string | undefined {
  const [first = '', ...rest] = text.normalize('NFKC').trim().split(/\s+/u);
  const letters = /^[a-z]{2,12}$/iu.test(first) ? first.toLowerCase() : undefined;
  const han = /^\p{Script=Han}{2,3}$/u.test(first) ? pinyinOf(first).full : undefined;
  const word = sounds.get(letters ?? han ?? '');
  return word === undefined || word === first ? undefined : [word, ...rest].join(' ');
}
