/** What a number counts; `not` are the characters behind which it is another word: 名 of 王五名下 counts nobody. */
const measures: readonly (readonly [form: string, not?: string])[] = [
  ['个乡镇'],
  ['乡镇'],
  ['个村', '民'],
  ['村', '民'],
  ['个镇'],
  ['个组'],
  ['块钱'],
  ['元'],
  ['块'],
  ['口人'],
  ['口'],
  ['人'],
  ['天内'],
  ['天'],
  ['分钟'],
  ['分', '给派到开户组'],
  ['日'],
  ['号'],
  ['户'],
  ['家'],
  ['个星期', '一二三四五六日天'],
  ['星期', '一二三四五六日天'],
  ['个'],
  ['处'],
  ['起'],
  ['岁'],
  ['%'],
  ['成', '员绩果功'],
  ['村民组'],
  ['组'],
  ['条'],
  ['件'],
  ['周', '一二三四五六日天'],
  ['名', '下上单字册额'],
  ['年'],
  ['月'],
  ['位'],
];

/** The measure that stands at a place of a text; none where no number is counted by it. */
export function measureAt(text: string, at: number): string {
  const found = measures.find(
    ([form, not = '']) =>
      text.startsWith(form, at) && !(not !== '' && not.includes(text.charAt(at + form.length) || ' ')),
  );
  return found?.[0] ?? '';
}
