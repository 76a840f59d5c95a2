/** Words that make a question wherever they stand. */
const asking: readonly string[] = [
  '怎么',
  '咋',
  '如何',
  '多少',
  '几块',
  '几岁',
  '多大',
  '多久',
  '几天',
  '几户',
  '几家',
  '什么是',
  '啥是',
  '是什么',
  '是啥',
  '什么叫',
  '啥叫',
  '什么意思',
  '啥意思',
  '什么时候',
  '啥时候',
  '几时',
  '哪天',
  '几月',
  '截止',
  '找谁',
  '问谁',
  '谁能',
  '谁管',
  '谁修',
  '去哪',
  '到哪',
  '在哪',
  '哪里',
  '哪儿',
  '哪些',
  '哪几',
  '能不能',
  '可不可以',
  '能否',
  '行不行',
  '有没有',
  '要不要',
  '够不够',
  '算不算',
  '为什么',
  '为啥',
  '凭什么',
  '凭啥',
  '什么人',
  '啥人',
  '什么条件',
  '啥条件',
  '什么标准',
  '啥标准',
  '什么补',
  '啥补',
  '什么材料',
  '?',
];

/** With these at its end a sentence asks. */
const endings: readonly string[] = ['吗', '么', '嘛', '呢'];

/** Words by which something is asked for, without a question word. */
const wanting: readonly string[] = [
  '的情况',
  '上一户',
  '前一户',
  '上一家',
  '看看',
  '看一下',
  '查一下',
  '帮我',
  '给我',
  '发我',
  '我的',
  '名单',
  '记录',
  '电话',
];

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s。.!！…~～]+$/gu, '');
}

/** The sentence asks something: 医保怎么交, 低保咋申请, 这个算不算. */
export function isQuestion(text: string): boolean {
  const said = bare(text);
  return asking.some((word) => said.includes(word)) || endings.some((word) => said.endsWith(word));
}

/** The sentence asks something or wants something of the bot: it is no try at an answer. */
export function wantsSomething(text: string): boolean {
  const said = bare(text);
  return isQuestion(said) || wanting.some((word) => said.includes(word));
}
