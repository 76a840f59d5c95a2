/** A reply in WeChat quotes what it answers: 「…」 and a line of dashes, then the answer. */
const quoted = /^[「『"“][^」』"”]{0,200}[」』"”][\s;]*(?:-[\s-]*)+;?/u;
/** 问：… 答：… */
const answered = /^问[:：][\s\S]{0,200}?答[:：]/u;
/** 不对, 说错了 in the middle: what follows counts. */
const mayCorrect = /[对是错正]/u;
const corrected = /(?:^|[,。;!\s])(?:哦|噢|啊|哎)?(?:不对|不是不是|说错了|错了|更正)[,。;!\s]+(?=\S)/gu;

/** What the speaker says himself: without the question he quotes, and from his last correction on. */
export function spokenPart(text: string): string {
  const own = text.replace(quoted, '').replace(answered, '');
  if (!mayCorrect.test(own)) return own.trim() || own;
  let from = 0;
  for (const hit of own.matchAll(corrected)) from = hit.index + hit[0].length;
  return own.slice(from).trim() || own;
}
