import type { AnswerValue } from '../form/answer.ts';
import type { Question } from '../form/question.ts';
import { hintOf } from '../reading/hints.ts';
import { type AskOption, type AskReason, understandAnswer } from '../understanding/index.ts';

/** What words mean for a self-check's question; `note` keeps them where they say more than yes or no. */
export type CheckRead =
  | { is: 'value'; value: AnswerValue; note?: string }
  | { is: 'ask'; reason: AskReason; options: readonly AskOption[] }
  | { is: 'notConcerned' }
  | { is: 'unsure' }
  | { is: 'none' };

const notConcernedWords = /^(?:不涉及|没有这项|没这项|无此项|不适用|我们没有这个|没有这个)[。.！!]?$/u;
const unsureWords = /^(?:不清楚|不知道|待核实|不确定|拿不准|说不准)[。.！!]?$/u;

/** Good news and bad news as units write them; the item says which of yes and no is which. */
const good =
  /健全|规范|到位|落实|压实|齐全|到岗|在岗|对得上|相符|稳定|稳得住|够用|配套|精准|足额|合规|及时|划得清|有人管|完善|建立|建全|建好|有效|正常|优先|尽责|熟悉|完成|清零|整改|符合|到人|常态|持续|管护|安排/u;
const bad =
  /(?:不|没|未|欠|缺|少|弱|差|松|滞后|闲置|流失|挪用|套取|对不上|有问题|有差距|短板|逾期|拖欠|断档)/u;
const hedge = /^(?:基本|大部分|部分|大体|差不多|总体上?|一般)/u;

/** Reads a reply to one self-check question. */
export function readCheck(text: string, question: Question): CheckRead {
  const said = text.normalize('NFKC').replaceAll(',', '，').replaceAll(':', '：').trim();
  if (notConcernedWords.test(said)) return { is: 'notConcerned' };
  if (unsureWords.test(said)) return { is: 'unsure' };
  return question.kind === 'yesNo' ? readYesNo(said, question) : readFigure(said, question);
}

function readYesNo(said: string, question: Question & { kind: 'yesNo' }): CheckRead {
  const [head = '', ...tail] = said.split(/[，,。；;：:\s]+/u);
  for (const part of tail.length === 0 ? [said] : [said, head]) {
    const understood = understandAnswer(part, hintOf(question));
    if (understood.status === 'value' && typeof understood.value === 'boolean')
      return { is: 'value', value: understood.value, ...noteOf(said) };
    // 对不上，3户不符: what stands in front may say it by itself.
    const open = understood.status === 'ask' && !(understood.reason === 'vague' && tail.length > 0);
    if (understood.status === 'ask' && open && part === said)
      return { is: 'ask', reason: understood.reason, options: understood.options ?? [] };
  }
  return byNews(said, question);
}

/** 压实了，开了4次会 is good news, 对不上，3户不符 is bad news; a mixture or a hedge is asked back. */
function byNews(said: string, question: Question & { kind: 'yesNo' }): CheckRead {
  if (hedge.test(said)) return { is: 'ask', reason: 'hedged', options: [] };
  const isBad = bad.test(said) || (!question.trueIsGood && /有|存在|个别|发现/u.test(said));
  const isGood = good.test(said.replace(/(?:不|没|未|欠)[\p{Script=Han}]{0,4}/gu, ''));
  if (isBad && isGood) return { is: 'ask', reason: 'conflict', options: [] };
  if (!isBad && !isGood) return { is: 'none' };
  return { is: 'value', value: isGood === question.trueIsGood, ...noteOf(said) };
}

function readFigure(said: string, question: Question): CheckRead {
  if (/^(?:没有|无|零|0)/u.test(said) && said.length <= 6) return { is: 'value', value: 0 };
  const understood = understandAnswer(said, hintOf(question));
  if (understood.status === 'value' && typeof understood.value === 'number')
    return { is: 'value', value: understood.value, ...(said.length > 8 ? noteOf(said) : {}) };
  if (understood.status !== 'ask') return { is: 'none' };
  // Sums that are odd for a family's year are the usual ones of an office.
  if (
    understood.reason === 'unusual' &&
    understood.value !== undefined &&
    Number(understood.value) >= 1_000_000
  )
    return { is: 'value', value: Number(understood.value), ...(said.length > 8 ? noteOf(said) : {}) };
  return { is: 'ask', reason: understood.reason, options: understood.options ?? [] };
}

const bare = /^(?:[12]|是的?|对的?|有的?|没有?|无|否|不是?|嗯|好的?|没问题|都有|都好)[。.！!]?$/u;

function noteOf(said: string): { note: string } | Record<string, never> {
  const note = said.replace(/^[12][.、，,\s]+/u, '').trim();
  return bare.test(said) || note.length < 3 ? {} : { note: note.slice(0, 200) };
}
