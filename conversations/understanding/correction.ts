import { hitsOf } from '../language/text.ts';

const marker =
  /(?:^|[,。;!、 ])?(?:(?<=[.,。!~ ])(?:等等|等一?下|慢着)(?![^,。;]{0,2}收入)|哦不|噢不|啊不|[哎唉诶嗨],?不(?:是|对)|(?<=,)不是(?=,是)|不不+|不对不对|不对(?!劲|路|口|头|症|等|称|应)|不是不是|(?:打|写|说|填|弄|记|报|输|搞|发)错(?:了|啦)?|(?<![没不出])错了|更正(?:一下|为|:)?|纠正(?:一下|为|:)?|改(?:成|为|一下)|口误|手滑|手误)[,。;!:、 ]*/g;
const insteadOf = /([,。;、 ]|^)应该(?:是|为)/;

export interface Corrected {
  text: string;
  corrected: boolean;
  /** What stood before the correction. */
  before: string;
}

/**
 * Self-correction inside one message: of 三万二吧,不对,三万五 the latter part counts. 应该是 corrects only
 * what was said before it; at the start it is a hedge.
 */
export function afterCorrection(text: string): Corrected {
  let cut = 0;
  let from = 0;
  for (const found of hitsOf(marker, text)) {
    const end = found.index + found[0].length;
    if (end < text.length) {
      from = found.index;
      cut = end;
    }
  }
  const instead = insteadOf.exec(text);
  if (instead && instead.index > cut && instead.index + instead[0].length < text.length) {
    from = instead.index;
    cut = instead.index + instead[0].length;
  }
  if (cut === 0) return { text, corrected: false, before: '' };
  const rest = text.slice(cut).replace(/^(?:应该)?(?:是|为)/, '');
  return { text: rest === '' ? text : rest, corrected: rest !== '', before: text.slice(0, from) };
}
