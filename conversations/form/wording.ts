import { linesDoubt } from './lines-doubt.ts';
import type { Question } from './question.ts';
import type { AnswerDoubt } from './told.ts';

/** A phone shows about this many choices at a glance; the rarer ones are simply said. */
export const mostShown = 8;

/** 3. 14年脱贫的 and not 3.14年脱贫的, which reads as a number. */
function numbered(no: number, label: string): string {
  return `${no}.${/^\d/u.test(label) ? ' ' : ''}${label}`;
}

/** The numbered short answers of a question; a bare number always means the one shown. */
export function choiceLine(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return `1.${question.yes ?? '是'} 2.${question.no ?? '否'}`;
    case 'choice':
    case 'choices': {
      const shown = question.choices.slice(0, mostShown).map(({ label }, i) => numbered(i + 1, label));
      const more = question.choices.length > mostShown ? '别的直接说' : '';
      const many = question.kind === 'choices' ? '可多选' : '';
      const hint = [many, more].filter((h) => h !== '').join('，');
      return `${shown.join(' ')}${hint === '' ? '' : `（${hint}）`}`;
    }
    case 'count':
      return `回数字，如 4${question.measure}`;
    case 'money':
      if (question.sheet !== undefined)
        return '逐项说，如“工资3万 地里5000 低保2400 成本2000”，我来算；只知道人均就回个数';
      return question.period === 'year' ? '如 5万、3万2、36000' : '如 800、1.2万';
    case 'text':
      return question.none === undefined ? '直接说就行' : `没有就回“${question.none}”`;
    case 'photo':
      return '发张照片；不方便就回“跳过”';
  }
}

/** The question; how far one is stands behind it. */
export function askLine(question: Question, progress: string): string {
  return `${question.ask}（${progress}）`;
}

const doubtWords: Readonly<Record<string, (question: Question, words: string) => string>> = {
  range: (q, w) => `${w}是个范围，${q.title}按哪个记？`,
  approximate: (q, w) => `${w}说得有点活，${q.title}大约是多少？给个数就行`,
  unit: (_q, w) => `${w}是元还是万元？`,
  period: (_, w) => `${w}不是按年说的，全家一年合多少？`,
  perCapita: (_, w) => `${w}是人均吧，全家一年合多少？`,
  unusual: (q, w) => `${q.title}${w}不太常见，没说错吧？`,
  misheard: (_, w) => `${w}像是语音听错了，是下面哪个？`,
  vague: (q, w) => `${w}还不能下结论。${q.verify ?? q.ask}`,
  sameAsBefore: (q) => `每户要分开记，不能填“同上”。${q.ask}`,
  allFine: (q) => `“都好”得一项一项说。${q.ask}`,
  polarity: (q, w) => `${w}两种意思都有，${q.ask}`,
  hedged: (q, w) => `${w}听着不太肯定。${q.ask}拿不准就回“不清楚”`,
  verify: (q, w) => `${w}要核实一下。${q.verify ?? q.ask}`,
  inProgress: (q, w) => `${w}，那眼下算还没办成？${q.ask}`,
  conflict: (q, w) => `${w}前后不一样，以哪个为准？${q.ask}`,
  question: (q) => `拿不准可以回“不清楚”，回头再核。${q.ask}`,
  expense: (_, w) => `${w}像是支出，不是收入。全家一年收入多少？`,
  offTopic: (q, w) => `${w}可以记到其他问题里。${q.ask}`,
  secondRead: (_, w) => `${w}是说下面这个吗？`,
  changed: (q, w) => `${w}是要改${q.title}吗？`,
};

const otherwise = (q: Question, w: string): string => `${w}还不能下结论。${q.verify ?? q.ask}`;

/** Why the bot asks back: what the reader found, or a new value for something already answered. */
export function doubtText(question: Question, doubt: AnswerDoubt, inGroup = false): string {
  // The words may tell an illness or a reason: a group doesn't hear them again.
  const words = inGroup ? '刚才那句' : `“${doubt.words}”`;
  return linesDoubt(question, doubt) ?? (doubtWords[doubt.reason] ?? otherwise)(question, words);
}
