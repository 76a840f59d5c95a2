const digits = '零一二三四五六七八九十';

/** The index of the option whose number was said (3, 3., 第3个, 第二个, ③), or undefined. */
export function pickedNumber(text: string, size: number): number | undefined {
  const match =
    /^(?:第|选|回|是|就)?\s*(?<no>\d{1,2}|[一二两三四五六七八九十])\s*(?<after>个|项|户|号|条)?(?:那个|的|吧)?[.、。!！]?$/u.exec(
      text.normalize('NFKC').trim(),
    );
  const said = match?.groups?.['no'];
  if (said === undefined) return undefined;
  const no = /^\d/u.test(said) ? Number(said) : digits.indexOf(said === '两' ? '二' : said);
  return no >= 1 && no <= size ? no - 1 : undefined;
}
