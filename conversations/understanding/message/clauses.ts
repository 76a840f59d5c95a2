import { hitsOf } from '../../language/text.ts';
/** A stretch of a message up to a mark, a space or a turn (就是, 但是). */
export interface Clause {
  text: string;
  /** It takes back what was said just before (不对, 说错了). */
  corrects: boolean;
  /** It qualifies what was said before (没问题,就是有点咸). */
  contrasts: boolean;
  /** Only a space parts it from what stands before: a row of bare answers, where a comma may only repeat. */
  spaced: boolean;
}

const marks = /[,。;!?] ?|(?<![\d ]) (?=\S)|(?<=\d) (?![万千百kw元块亿])/g;
const turns = /(?=(?:(?<!要不)就是(?!说)|但是|但(?!凡)|不过|可是|只是|只不过|另外|还有就是|而且|并且|然后))/;
const turnWord = /^(?:就是|但是|但|不过|可是|只是|只不过)/;
const joinWord = /^(?:另外|还有就是|而且|并且|然后|还有|再就是|其次|再有)[,、]?/;
const correctionWord =
  /^(?:哦|噢|啊|呃)?(?:不+对+|错了|(?:打|写|说|填|弄|记|报|输|搞|讲)错(?:了|啦)?|哦不|噢不|更正(?:一下)?|纠正(?:一下)?|口误|不是不是|不是)(?:了|啊|哈|吧)?$/;
const correctionLead =
  /^(?:哦|噢|啊|呃)?(?:不+对+(?!劲)|错了|(?:打|写|说|填|弄|记|报|输|搞|讲)错(?:了|啦)?|哦不|噢不|更正(?:一下|为)?|纠正(?:一下|为)?|口误)[是为: ]*/;

/** 不是3口, before 是5口: only what takes its place is told. */
const deniedNumber = /^(?:他家|家里|这户)?不是[\d一二两三四五六七八九十百千万]+[^,。;]{0,3}$/;

/** More clauses than this are not read: nobody answers so many questions at once. */
export const maxClauses = 120;

export function splitClauses(text: string): Clause[] {
  const found: Clause[] = [];
  let corrects = false;
  for (const { piece, spaced } of piecesOf(inWords(apartLabels(withoutSlashes(text))))) {
    for (const part of mayTurn.test(piece) ? piece.split(turns) : [piece]) {
      const said = part.trim();
      if (said === '') continue;
      if (correctionWord.test(said)) {
        corrects = true;
        continue;
      }
      if (deniedNumber.test(found.at(-1)?.text ?? '') && /^(?:而)?是/.test(said)) {
        found.pop();
        corrects = true;
      }
      const clause = toClause(said, corrects, spaced);
      corrects = false;
      if (clause.text !== '') found.push(clause);
      if (found.length >= maxClauses) return found;
    }
  }
  return found;
}

/** Signs of which each turn holds one. */
const mayTurn = /[是但过外且后]/;

/** Marks put in words: a question mark would be lost at the cut. */
function inWords(text: string): string {
  const counted = text.includes('口')
    ? text.replace(/([万千])([一二三四五六七八九])([一二三四五六七八九])(?=口)/g, apart)
    : text;
  if (!/[-=?]/.test(counted)) return counted;
  return counted
    .replace(/-+ ?不[,、 ]/g, ',不对,')
    .replaceAll('=', ':')
    .replace(/([^吗么呢,。;!? ])[ ]?\?/g, '$1吗,');
}

const run =
  /(?:^|(?<=[,。; ]))(人)(?:口)?[: ]?([\d一二两三四五六七八九十]{1,2})[,、 ]?(收)(?:入)?[: ]?(?=[\d一二两三四五六七八九十])/;
const sourceInRun = /(?<=收入:[\d.一二两三四五六七八九十百千万元块]+)[,、 ]?(?:来)?源[: ]?/;

/** 人4收5万源打工: a form's headings shortened and run together. */
function apartLabels(text: string): string {
  return text.includes('人') && run.test(text)
    ? text.replace(run, '人口:$2,收入:').replace(sourceInRun, ',来源:')
    : text;
}

/** 三万五四口人 is 三万五 and 四口人; in 三万四五口人 it stays open. */
function apart(all: string, unit: string, a: string, b: string): string {
  const digits = '一二三四五六七八九';
  return digits.indexOf(b) === digits.indexOf(a) + 1 ? all : `${unit}${a},${b}`;
}

/** 【人口】4【收入】5万 is 人口:4,收入:5万; (1)4口(2)5万 are two items. */
export function withoutBrackets(text: string): string {
  if (!/[【(]/.test(text)) return text;
  const labelled = text.replace(/【([^【】]{1,8})】:?/g, ',$1:');
  return /^\(1\)/.test(labelled) ? labelled.replace(/(?<=[^,。; ])\((\d{1,2})\)/g, ',($1)') : labelled;
}

/** 4/50000/务工/稳: slashes part a row of answers; a date or 元/年 keeps its own. */
function withoutSlashes(text: string): string {
  if (!/[/|]/.test(text)) return text;
  const parts = text.split(/[/|]/);
  const isDate = /\d{2,4}[/|]\d{1,2}[/|]\d{1,2}/.test(text);
  return parts.length < 3 || isDate ? text : text.replace(/[/|]/g, ',');
}

interface Piece {
  piece: string;
  spaced: boolean;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let spaced = false;
  for (const mark of hitsOf(marks, text)) {
    pieces.push({ piece: text.slice(from, mark.index), spaced });
    from = mark.index + mark[0].length;
    spaced = mark[0] === ' ';
  }
  return [...pieces, { piece: text.slice(from), spaced }];
}

function toClause(said: string, corrects: boolean, spaced: boolean): Clause {
  const retaken = said.replace(correctionLead, '');
  const taken = retaken !== said && retaken !== '';
  const rest = taken ? retaken : said;
  const contrasts = turnWord.test(rest);
  const admits = /其实|实际上/.test(rest);
  const bare = rest.replace(turnWord, '').replace(joinWord, '').trim();
  return { text: bare === '' ? rest : bare, corrects: corrects || taken || admits, contrasts, spaced };
}
