const person =
  /老太太|老头子?|老伴|老两口|老婆|媳妇|儿媳妇?|[大二三四小]?(?:儿子|闺女|女儿|姑娘|孙子|孙女|外孙女?)|父亲|母亲|老爹|老娘|俺?[爹娘]|爸|妈|奶奶|爷爷|婆婆|公公|岳母|岳父|老人家?|老的|小孩|小的|孩子|娃|户主|本人|老[大二三四五]|哥|弟弟?|妹妹?|姐|丈夫|老公|男的|女的|大人|学生|女婿|侄子|\d{1,2}号/;

/** Who is spoken of, in the sender's words. */
export function whoIn(text: string): string | undefined {
  return person.exec(text)?.[0];
}
