import { dayInWords } from '../calendar/days.ts';
import type { LedgerColumn } from '../campaign/plan.ts';
import { sayShare } from '../progress/definitions.ts';
import { type CountKey, type FigureSource, type Meaning, meanings } from './figure-meanings.ts';
import type { ReportFacts } from './report-facts.ts';

/** A number in a report: with what is counted and where it can be counted again. */
export interface Figure {
  key: string;
  label: string;
  /** As it stands in the text: 812户, 98.2%. */
  text: string;
  /** What is counted, one sentence. */
  means: string;
  from: FigureSource;
}

/** A piece of running text: words, or a figure that can be traced. */
export type SentencePart = string | Figure;

/** Words with figures in between, kept apart so that each figure of the text can be listed. */
export function say(words: TemplateStringsArray, ...figures: readonly SentencePart[]): SentencePart[] {
  return words
    .flatMap((w, i) => [w, ...(i < figures.length ? [figures[i] as SentencePart] : [])])
    .filter((p) => p !== '');
}

export type Figures = Readonly<
  Record<CountKey | 'visitedShare' | 'insuredShare' | 'closedShare' | 'left' | 'unsettled', Figure>
>;

/** All figures of a report, each ready to be put into a sentence; columns of the ledger are named as it names them. */
export function figuresOf(facts: ReportFacts, columns: readonly LedgerColumn[]): Figures {
  const keys = Object.keys(meanings) as CountKey[];
  const counts = Object.fromEntries(
    keys.map((key) => [key, count(key, facts[key], named(meanings[key], columns))]),
  ) as Record<CountKey, Figure>;
  return { ...counts, ...sharesOf(facts), ...restsOf(facts) };
}

/** {allInsured} → the heading under which the ledger shows it. */
function named(meaning: Meaning, columns: readonly LedgerColumn[]): Meaning {
  const heading = (whole: string, field: string) => columns.find((c) => c.field === field)?.heading ?? whole;
  return { ...meaning, means: meaning.means.replace(/\{(\w+)\}/gu, heading) };
}

function sharesOf(facts: ReportFacts): Pick<Figures, 'visitedShare' | 'insuredShare' | 'closedShare'> {
  return {
    visitedShare: {
      key: 'visitedShare',
      label: '排查进度',
      text: sayShare(facts.visited, facts.households),
      means: '已排查÷应排查，四舍五入到一位小数，没全做完不写100%',
      from: '附件2',
    },
    insuredShare: {
      key: 'insuredShare',
      label: '参保率',
      text: sayShare(facts.insured, facts.insuranceAsked),
      means: '全部参保的户÷答了是或否的户，四舍五入到一位小数，没全做完不写100%',
      from: '附件2',
    },
    closedShare: {
      key: 'closedShare',
      label: '销号率',
      text: sayShare(facts.closed, facts.problems),
      means: '已销号÷发现问题，四舍五入到一位小数，没全做完不写100%',
      from: '附件1',
    },
  };
}

function restsOf(facts: ReportFacts): Pick<Figures, 'left' | 'unsettled'> {
  return {
    left: count('left', facts.households - facts.visited, {
      label: '剩余',
      measure: '户',
      means: '应排查减去已排查',
      from: '附件2',
    }),
    unsettled: count('unsettled', facts.done + facts.open + facts.longTerm, {
      label: '未销号',
      measure: '个',
      means: '未启动、已交办、整改中、长期整改、已完成待核之和',
      from: '附件1',
    }),
  };
}

function count(key: string, value: number, { label, measure, means, from }: Meaning): Figure {
  return { key, label, text: `${value}${measure}`, means, from };
}

/** 截至12月26日 */
export function upTo(facts: ReportFacts): string {
  return `截至${dayInWords(facts.asOf)}`;
}
