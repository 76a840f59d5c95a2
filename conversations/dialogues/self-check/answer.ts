import type { Conversation } from '../../contract/conversation.ts';
import type { Answer } from '../../form/answer.ts';
import type { Question } from '../../form/question.ts';
import { applicable, questionOf } from '../../form/questionnaire.ts';
import { itemOf } from '../../self-check/items.ts';
import { clauseOfKey, notConcerned } from '../../self-check/questionnaire.ts';
import { readCheck } from '../../self-check/read.ts';
import type { AskReason } from '../../understanding/index.ts';
import { photosOf } from '../problem/act.ts';
import { askQuestion, goOn, showSummary } from './prompts.ts';
import { nextOpen, type Open, openQuestions, photoKey, photosIn, write } from './sheet.ts';

/** A reply to the open question of a sheet. */
export function answerQuestion(c: Conversation, open: Open, question: Question): void {
  const kept = keepPhotos(c, open, question.key);
  if (c.text === '')
    return askQuestion(
      c,
      kept,
      question,
      `照片存好了（${photosIn(kept.sheet.answers, clauseOfKey(question.key)).length}张）。\n`,
    );
  const read = readCheck(c.text, question);
  switch (read.is) {
    case 'none':
      return unclear(c, kept, question);
    case 'ask': {
      const options = read.options.map((o) => o.label).join('、');
      return askQuestion(
        c,
        kept,
        question,
        `${doubt(read.reason, c.text)}${options === '' ? '' : `是${options}？`}\n`,
      );
    }
    case 'notConcerned':
      return goOn(
        c,
        write(c, kept, { [question.key]: notConcerned }),
        `${clauseOfKey(question.key)}记为不涉及。\n`,
      );
    case 'unsure':
      return goOn(
        c,
        write(c, kept, { [question.key]: { is: 'unsure' } }),
        `${clauseOfKey(question.key)}记为待核实。\n`,
      );
    case 'value':
      return store(c, kept, question, {
        is: 'known',
        v: read.value,
        ...(read.note === undefined ? {} : { note: read.note }),
      });
  }
}

/** A bad answer wants to know what exactly: without it nobody can act. */
function store(c: Conversation, open: Open, question: Question, answer: Answer): void {
  const next = write(c, open, { [question.key]: answer });
  const item = itemOf(question.key);
  const isBad = item?.is === 'judged' && answer.is === 'known' && answer.v === !item.good;
  if (isBad && answer.note === undefined) {
    c.open({
      is: 'flow',
      flow: 'selfCheck',
      step: 'detail',
      data: { area: String(open.sheet.area), key: question.key },
    });
    return c.say(
      `${question.key} 记为有问题：${item.bad}。具体什么情况、在哪儿？说一句（${item.evidence}），也可以发照片。`,
    );
  }
  goOn(c, next, isBad ? `${question.key} 记为有问题。\n` : '');
}

/** What exactly, after a bad answer; 没有 leaves it at that. */
export function answerDetail(c: Conversation, open: Open, key: string): void {
  const kept = keepPhotos(c, open, key);
  const answer = kept.sheet.answers[key];
  const none = /^(?:没有?了?|无|跳过|不说了|就这样)[。.！!]?$/u.test(c.text);
  if (c.text === '' || none || answer?.is !== 'known')
    return goOn(c, kept, c.text === '' ? '照片存好了。\n' : '');
  goOn(c, write(c, kept, { [key]: { ...answer, note: c.text.slice(0, 200) } }), '记下了。\n');
}

/** Photos of this message go to a clause of the sheet. */
function keepPhotos(c: Conversation, open: Open, key: string): Open {
  const photos = photosOf(c);
  if (photos.length === 0) return open;
  const clause = clauseOfKey(key);
  const all = [...photosIn(open.sheet.answers, clause), ...photos];
  return write(c, open, { [photoKey(clause)]: { is: 'known', v: all } });
}

function unclear(c: Conversation, open: Open, question: Question): void {
  const misses = c.missed();
  const told =
    misses < 2
      ? `“${c.text.slice(0, 20)}”没看懂。`
      : '还是没看懂：回号数就行，拿不准回“不清楚”，先放着回“跳过”。';
  askQuestion(c, open, question, `${told}\n`);
  for (let i = 0; i < misses; i += 1) c.missed();
}

const doubts: Partial<Record<AskReason, string>> = {
  vague: '说得有点活，',
  hedged: '听着不太肯定，',
  conflict: '前后像是不一样，',
  unit: '没说单位，',
  range: '是个范围，',
  approximate: '给个准数，',
};

function doubt(reason: AskReason, said: string): string {
  return `“${said.slice(0, 20)}”${doubts[reason] ?? '没看准，'}`;
}

/** 跳过: later, after the others; a second time it stays open and is named in the summary. */
export function skip(c: Conversation, open: Open, key: string): void {
  const before = open.sheet.answers[key];
  goOn(
    c,
    write(c, open, {
      [key]: { is: 'skipped', ...(before?.is === 'skipped' ? { again: true as const } : {}) },
    }),
    '先放着。\n',
  );
}

/** 上一题: the question before the open one, whatever its answer. */
export function back(c: Conversation, open: Open, key: string): void {
  const list = applicable(open.list, open.sheet.answers, undefined);
  const at = list.findIndex((q) => q.key === key);
  const before = list[at < 0 ? list.length - 1 : at - 1];
  if (before === undefined)
    return askQuestion(c, open, list[0] ?? (open.list.questions[0] as Question), '这是第一题。\n');
  askQuestion(c, open, before);
}

/** 6.3 否 资料不全: one clause by its number, at any time. */
export function correct(c: Conversation, open: Open, clause: string, words: string): void {
  const question = questionOf(open.list, clause);
  if (question === undefined) return c.say(`这一项里没有${clause}。`);
  const evidence = /^(?:依据|说明|补充)[：:，,\s]*([\s\S]+)$/u.exec(words)?.[1];
  const answer = open.sheet.answers[clause];
  if (evidence !== undefined && answer?.is === 'known')
    return goOn(
      c,
      write(c, open, { [clause]: { ...answer, note: evidence.slice(0, 200) } }),
      `${clause} 依据记下了。\n`,
    );
  if (words === '') return askQuestion(c, open, question);
  const read = readCheck(words, question);
  if (read.is !== 'value' && read.is !== 'notConcerned' && read.is !== 'unsure')
    return askQuestion(c, open, question, `“${words.slice(0, 20)}”没看懂。\n`);
  const value: Answer =
    read.is === 'value'
      ? { is: 'known', v: read.value, ...(read.note === undefined ? {} : { note: read.note }) }
      : read.is === 'unsure'
        ? { is: 'unsure' }
        : notConcerned;
  goOn(c, write(c, open, { [clause]: value }), `${clause} 改好了。\n`);
}

/** 全部不涉及: an area that has nothing to do with the unit. */
export function noneConcerns(c: Conversation, open: Open): void {
  const patch = Object.fromEntries(
    open.list.questions.filter((q) => !q.key.endsWith('-')).map((q) => [q.key, notConcerned]),
  );
  showSummary(c, write(c, open, patch), '全部记为不涉及。\n');
}

/** 提交: refused while questions are open. */
export function submit(c: Conversation, open: Open): void {
  const left = openQuestions(open);
  const postponed = nextOpen(open);
  if (left.length > 0 || postponed !== undefined)
    return goOn(c, open, `还有${Math.max(left.length, 1)}题没答，答完再交（不清楚可以回“不清楚”）。\n`);
  const stored = write(c, open, {}, true);
  c.open(undefined);
  c.say(
    `【${stored.duty.area.title}】自查已提交。查出的问题进了问题台账，回“问题”看。还有别的项，回“自查”看进度。`,
  );
}
