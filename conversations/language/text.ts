/** Longer messages are cut: nobody types an answer of this length, and reading stays bounded. */
export const maxLength = 2000;

const alreadyPlain = /^[\u4e00-\u9fff0-9a-z ,。]{0,2000}$/;
const yesMarks = /[✓✔☑✅√]\ufe0f?/gu;
const noMarks = /[✗✘❌✖❎]\ufe0f?|(?<=\p{Script=Han} ?)×(?!\d)|^\s*[×✕]\s*$/gu;
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\ufe0e\ufe0f\u20e3]/gu;
const lineBreaks = /[\r\n\t\v\f\u0085\u2028\u2029]+/gu;
/** Control, format (zero-width, direction marks), private-use and lone surrogate characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** ①4口人②5万: numbers of items, not figures. */
const circled = /[\u2460-\u2473]/gu;
const dashes = /[—–−‐‑―﹣]+/gu;
const waves = /[~〜∼]+/gu;
const spaces = /[\s\u3000]+/gu;

/** WeChat writes its own faces as [微笑]; these carry no answer. Placeholders such as [位置] do. */
const faces = /\[(?!位置|图片|照片|语音|视频|文件|链接|定位)[\u4e00-\u9fffa-zA-Z]{1,6}\]/gu;

/** Traditional and variant characters that phones of returning migrants produce. */
const variants = new Map(
  [
    ...'貳贰貮贰陸陆億亿叄叁萬万兩两圓元沒没無无個个戶户錢钱種种養养參参險险醫医病病療疗學学輟辍書书貧贫監监測测對对錯错過过還还這这裡里裏里開开關关門门電电話话請请謝谢點点幾几歲岁親亲兒儿孫孙爺爷媽妈間间樓楼磚砖壞坏漲涨穩稳給给補补貼贴務务業业農农雞鸡豬猪魚鱼牛牛車车廠厂場场從从來来後后時时長长難难題题問问確确認认屬属實实嗎吗甚什麼么麽么拾十囗口ロ口',
  ].reduce<[string, string][]>((pairs, char, i, all) => {
    const to = all[i + 1];
    if (i % 2 === 0 && to !== undefined) pairs.push([char, to]);
    return pairs;
  }, []),
);
const hasVariant = new RegExp(`[${[...variants.keys()].join('')}]`, 'u');

const formalDigits = '壹贰叁肆伍陆柒捌玖拾';
const plainDigits = '一二三四五六七八九十';
/** 肆口人: people are counted in plain digits; 陆 and 伍 elsewhere may be surnames. */
const formalCount = /[壹贰叁肆伍陆柒捌玖拾](?=口)/;

const spokenMarks: readonly (readonly [RegExp, string])[] = [
  [/逗号/g, ','],
  [/句号/g, '。'],
  [/顿号/g, '、'],
  [/冒号/g, ':'],
  [/分号/g, ';'],
  [/感叹号|叹号/g, '!'],
  [/问号/g, '?'],
];

/**
 * Text as the readers want it: at most {@link maxLength} characters, NFKC (full width → half width, ① → 1),
 * without emoji and invisible characters, with spoken punctuation written, traditional characters simplified.
 * Letters keep their case; see {@link fold}.
 */
export function clean(raw: string): string {
  if (
    raw.length <= 40 &&
    alreadyPlain.test(raw) &&
    !raw.includes('号') &&
    !hasVariant.test(raw) &&
    !formalCount.test(raw)
  )
    return raw.trim();
  let text = raw
    .slice(0, maxLength)
    .replace(yesMarks, '是;')
    .replace(noMarks, '否;')
    .replace(pictures, '')
    .replace(circled, itemNumber);
  text = text.replace(lineBreaks, '\n').normalize('NFKC').slice(0, maxLength);
  text = text
    .replace(/\n+/g, ' ; ')
    .replace(invisible, '')
    .replace(faces, '')
    .replace(dashes, '-')
    .replace(waves, '~');
  if (text.includes('号')) for (const [re, mark] of spokenMarks) text = text.replace(re, mark);
  if (formalCount.test(text))
    text = text.replace(formalCount, (c) => plainDigits.charAt(formalDigits.indexOf(c)));
  if (hasVariant.test(text)) text = [...text].map((c) => variants.get(c) ?? c).join('');
  return text
    .replace(spaces, ' ')
    .replace(/(?: ?; ?)+/g, ';')
    .replace(/^[ ;]+|[ ;]+$/g, '');
}

function itemNumber(char: string): string {
  return `;${(char.codePointAt(0) ?? 0x2460) - 0x245f}、`;
}

/** Lower-cases ASCII only, so that positions stay the same. */
export function fold(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]/g, (c) => c.toLowerCase()) : text;
}

const numbering =
  /^(?:第[一二三四五六七八九十\d]{1,3}[题条问项][:,、. ]*|\(\d{1,2}\) ?|\d{1,2}[、):](?=[^\d])|\d{1,2}[.](?=[^\d. ]| [^ ]))/;
const opening =
  /^(?:嗯+|恩+|呃+|额|(?:哦|噢)+(?!不)|啊+|唉+|哎+|诶|那个|这个|那|就是说|就是|我说|回答|答案?|(?:报告|汇报)(?=[,:、 领])|回复|回领导|(?:领导|书记|主任|同志|老师)(?=[,:、 ])|您好|你好|大概情况|情况是)[,。、:!.; ]*/;
const openingMarks = /^(?:\.(?!\d)|\.{2,}|[,。、!;:~ "'“”‘’「」『』【】*•·_/|]|-(?!\d))+/;
const onlyParticles = /^[啊呀呢哩哦噢的嘛了呐哪嘞那]*$/;
const closingMarks = new Set([...',。、!.;~ "\'“”‘’「」『』【】*•·_/|-']);

/** A loop rather than a regex: runs of marks inside a long text would make the regex quadratic. */
function dropClosing(text: string): string {
  let end = text.length;
  // 没有啊, 5口呢: a particle changes nothing, unless it is all there is.
  while (end > 0) {
    const last = text.charAt(end - 1);
    if (!closingMarks.has(last) && !(end > 1 && '啊呀呢哦哈嘞哩咯喽'.includes(last))) break;
    end--;
  }
  return text.slice(0, end);
}

/** Without numbering (1.), opening words (嗯, 那个, 报告:) and closing marks, unless nothing would be left. */
export function trimFillers(text: string): string {
  const ended = dropClosing(mayThank.test(text.slice(-1)) ? text.replace(thanks, '') : text);
  const begun = stripOpening(ended);
  return begun === '' ? ended : begun;
}

const thanks = /(?:谢谢|辛苦了|哈{1,3})$/;
const mayThank = /[谢了哈]/;
/** What opening words and marks begin with: most messages begin with none. */
const mayOpen =
  /^[嗯恩呃额哦噢啊唉哎诶那这就我回答报汇领书主同老您你大情.,。、!;:~ "'“”‘’「」『』【】*•·_/|-]/;

/** Opening words are taken off one by one; the last one stays when nothing would be left (报告:嗯). */
function stripOpening(text: string): string {
  if (!mayOpen.test(text)) return text;
  let kept = text.replace(openingMarks, '');
  for (;;) {
    const rest = kept.replace(opening, '').replace(openingMarks, '');
    if (rest === kept || onlyParticles.test(rest)) return kept;
    kept = rest;
  }
}

/** A leading `1.` or `第3题:` that numbers an answer rather than being one; 3、4口 is a range. */
export function dropNumbering(text: string): string {
  if (!/^[第(\d]/.test(text)) return text.trim() || text;
  const rest = text.replace(numbering, '').trim();
  if (rest !== '' && rest !== text) return rest;
  const listed = /^(\d{1,2})[、)] ?(\d.*)$/.exec(text);
  const behind = listed?.[2];
  if (behind === undefined || Number.parseInt(behind, 10) === Number(listed?.[1]) + 1) return text;
  return behind;
}

/**
 * Every place where a global pattern is found, left to right. Unlike `matchAll` it doesn't copy the pattern at
 * each call, which is most of the work on texts as short as ours.
 */
export function hitsOf(pattern: RegExp, text: string): RegExpExecArray[] {
  if (!pattern.global) throw new Error(`not a global pattern: ${pattern.source}`);
  const hits: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    hits.push(hit);
    if (hit[0] === '') pattern.lastIndex++;
  }
  return hits;
}
