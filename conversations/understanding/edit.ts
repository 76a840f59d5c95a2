import { Phrases, type Slots } from '../language/phrases.ts';
import { fold, trimFillers } from '../language/text.ts';
import {
  changedToPhrases,
  contrastPhrases,
  currentPhrases,
  fieldPhrases,
  goingBack,
  householdPhrases,
  noValues,
  numberedPhrases,
  previousPhrases,
  wrongAlone,
} from '../reading/controls/edit-words.ts';
import type { Control } from '../reading/understood.ts';
import { fieldNames } from '../subjects/field-names.ts';

const previous = new Phrases(previousPhrases);
const numbered = new Phrases(numberedPhrases);
const fields = new Phrases(fieldPhrases(fieldNames.keys()));
const ofHousehold = new Phrases(householdPhrases);
const current = new Phrases(currentPhrases);
const contrast = new Phrases(contrastPhrases);
const changedTo = new Phrases(changedToPhrases);
const alone = new Phrases(wrongAlone);
const turns = goingBack.split('\n').filter((word) => word !== '');
const valueless = noValues.split('\n').filter((word) => word !== '');

const longest = 100;
/** One of these stands in every correction. */
const telling = /[改错对正误是为滑填换变]|哦不|噢不/u;
const ourselves = new Set(['我', '俺', '他', '她', '咱', '我们', '俺们']);

/**
 * A correction of an earlier answer: 收入改成4万, 第3题改成有, 改 收入 5万, 不对,是5口. The target is a
 * question key, `#3`, `current` (the answer just given) or `previous`.
 */
export function readEdit(raw: string, answering: boolean): Control | undefined {
  const text = trimFillers(raw);
  if (text.length > longest || !telling.test(text)) return undefined;
  const direct = readTargeted(text);
  if (direct) return direct;
  const { household = '', rest = '' } = ofHousehold.read(text) ?? {};
  if (household !== '' && !ourselves.has(household)) {
    const inner = readTargeted(rest);
    if (inner) return { ...inner, household: `${household}家` };
  }
  return readCurrent(text, answering);
}

function readTargeted(text: string): Control | undefined {
  const nth = numbered.read(text);
  if (nth) return edit(`#${ordinal(nth['n'] ?? '')}`, nth);
  const back = previous.read(text);
  if (back) return edit('previous', back);
  const named = fields.read(text);
  const key = fieldNames.get(fold(named?.['field'] ?? ''));
  return named === undefined || key === undefined ? undefined : edit(key, named);
}

function readCurrent(text: string, answering: boolean): Control | undefined {
  const hit = current.read(text) ?? (answering ? undefined : (plainContrast(text) ?? changedTo.read(text)));
  if (hit !== undefined) return edit('current', hit);
  return !answering && alone.read(text) !== undefined ? edit('previous', {}) : undefined;
}

/** 是3万2不是2万3, and nothing more of either. */
function plainContrast(text: string): Slots | undefined {
  const hit = contrast.read(text);
  return hit === undefined || `${hit['was']}${hit['value']}`.includes('是') || text.length > 24
    ? undefined
    : hit;
}

function edit(target: string, { value }: Slots): Control | undefined {
  const said = value
    ?.replace(/^(?:是|为|成)(?=.)/, '')
    .replace(/(?:吧|才对|就对了|啊|哈|呀)+$/, '')
    .replace(/([\d万千百十元块口人])了$/, '$1')
    .trim();
  if (said === undefined || said === '') return { action: 'edit', target };
  if (target === 'previous' && turns.some((word) => said.startsWith(word))) return undefined;
  if (valueless.some((word) => said.startsWith(word)) && target === 'current') return undefined;
  return { action: 'edit', target, value: said };
}

const cn = '零一二三四五六七八九';

/** 第十二, 3项. */
function ordinal(said: string): number {
  const text = said.replace(/[第项方面类]/gu, '');
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return cn.indexOf(text.charAt(0));
  const tens = ten === 0 ? 1 : cn.indexOf(text.charAt(0));
  const ones = text.length > ten + 1 ? cn.indexOf(text.charAt(ten + 1)) : 0;
  return tens * 10 + ones;
}
