import { whoIn } from '../reading/people/kin.ts';
import type { Amount } from './money-amounts.ts';
import { partLabel } from './money-words.ts';
import { sourceHits } from './source-hits.ts';

/** Syllables that voice typing writes for a digit or 万: 四万舞, 山万二, 三玩五. */
const digitSounds =
  '衣医依已以易而耳尔儿山散伞删是事死寺似丝思斯市无舞武午屋物吴误我留流柳刘溜酒久旧救起期气奇旗骑妻齐其欺吧爸巴扒时石识实亮梁量就把';
const tenThousandSounds = '完玩晚湾弯碗网王';
const digit = '[\\d一二三四五六七八九十两]';

/** A digit sound between two units or leaning on the last one. */
const besideUnit = new RegExp(
  `^ ?[\\u4e00-\\u9fff](?=[千百十万](?:[块元钱]|$|[,。;])|[千百][${digitSounds}]?(?:[块元钱]|$))`,
);
const instead = new RegExp(
  `${digit}[${tenThousandSounds}](?:${digit}|[${digitSounds}]?(?:[千块元,。]|$))|(?:^|[,。;:]|收入)[${digitSounds}][${tenThousandSounds}](?:${digit}|[块元]|$)`,
);
/** Sounds of 五, 九, 三 and 四 that hardly begin a word of income. */
const unlikely = /^[舞武午屋吴伞散酒久斯]/;
/** One-character words that may close a sum. */
const closing =
  /^[元块钱圆整多的了啊呀呢哦哈嘛呗哩些样点正吧够净纯毛余零半年月天日好对是行中有外内上下加家人口]$/u;
const leading = new RegExp(`[${digitSounds}]$`);

/** Is there a syllable at a sum that is most likely one of its digits, heard wrongly? */
export function isMisheard(text: string, amounts: readonly Amount[]): boolean {
  return (
    instead.test(text) ||
    amounts.some((a) => a.n.unit >= 100 && (strayBehind(text, a) || strayAhead(text, a)))
  );
}

/** 五万气, 两万旗千, 三万午块: one character that is no word stands where a digit belongs. */
function strayBehind(text: string, a: Amount): boolean {
  const behind = text.slice(a.n.end, a.n.end + 8);
  if (besideUnit.test(behind) || unlikely.test(behind)) return true;
  // 闺女3万我8千: the next one to earn.
  if (/^ ?[我俺他她][\d一二两三四五六七八九]/.test(behind)) return false;
  const chunk = /^ ?([\u4e00-\u9fff]{1,4}?)(?:块钱?|元)?[啊呀呢吧的了呗嘞喽]*(?=[^\u4e00-\u9fff]|$)/.exec(
    behind,
  )?.[1];
  return chunk !== undefined && chunk.length === 1 && !closing.test(chunk);
}

/** 山万二: a sum opens with its unit, and what stands before it sounds like a digit. */
function strayAhead(text: string, a: Amount): boolean {
  return (
    /[万千百]/.test(text.charAt(a.n.start)) && leading.test(text.slice(Math.max(0, a.n.start - 3), a.n.start))
  );
}

const expected =
  /^(?:块|元|圆|钱|整|的|左右|上下|样子|大概|大约|差不多|前后|人民币|来|一年|每年|全年|今年|现在|[总一拢统]共|总|纯|净|毛|收入|年收入|全家|都|在内|全部|合计|这么多|就这些|这些|稳定|进账|没错|对|不错|真的|确定|肯定|够[吃花用]?|不[多少高低]|可以|还行|就行|行|好|不是|而已|罢了|呢|啊|吧|了|哈|呀|嘛|啦|呗|嘞|喽)*/;

/** 三万靠边: a few characters lean on the sum that may make it another one. */
export function hasUnknownTail(text: string, a: Amount): boolean {
  const chunk = /^ ?[\u4e00-\u9fff]*/.exec(text.slice(a.n.end, a.n.end + 12))?.[0].trim() ?? '';
  const rest = chunk.replace(expected, '');
  if (rest === '' || rest.length > 4 || /[一二两三四五六七八九十百千万]/.test(rest)) return false;
  return !partLabel.test(rest) && whoIn(rest) === undefined && sourceHits(rest).length === 0;
}
