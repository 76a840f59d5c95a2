import type { QualitySignal } from '../contract/finding.ts';
import { type Answers, isRegistered } from '../form/answer.ts';
import { grossPerHead } from '../subjects/income/per-head.ts';

/** What the signals need of a visit; times are milliseconds since 1970. */
export interface VisitTrace {
  startedAt: number;
  submittedAt: number;
  answers: Answers;
}

/** What the visit is compared with. */
interface QualityContext {
  /** The same helper's visits before this one, newest first; a handful is enough. */
  before: readonly VisitTrace[];
  /** The village's visits: median of income per head, and how many it rests on. */
  village: { medianIncomePerHead: number; visits: number };
}

const limits = {
  /** Nobody gets through a household in less, even telling it in one message. */
  leastSeconds: 40,
  /** Each answer spoken about takes a moment: those from the register cost none. */
  secondsPerAnswer: 2,
  /** This many households in a row with the very same answers, this one included. */
  alike: 3,
  nightFrom: 21 * 60,
  nightTo: 6 * 60 + 30,
  /** Times above or below the median. */
  far: 5,
  /** A median of fewer visits says nothing. */
  fewestVisits: 10,
} as const;

/**
 * Signs that make a visit worth a spot-check (抽查). They go to those who check, never into a group, and each
 * alone has an innocent explanation.
 */
export function qualitySignals(visit: VisitTrace, { before, village }: QualityContext): QualitySignal[] {
  return [
    ...tooFast(visit, before[0]),
    ...sameAnswers(visit, before),
    ...atNight(visit),
    ...farFromMedian(visit, village),
  ];
}

function tooFast(visit: VisitTrace, last: VisitTrace | undefined): QualitySignal[] {
  // Households done side by side in two chats overlap: only the time since the last one was finished counts.
  const from = Math.max(visit.startedAt, last?.submittedAt ?? 0);
  const seconds = Math.max(0, Math.round((visit.submittedAt - from) / 1000));
  const spoken = Object.values(visit.answers).filter((a) => a.is === 'known' && !isRegistered(a)).length;
  const least = Math.max(limits.leastSeconds, spoken * limits.secondsPerAnswer);
  return seconds >= least ? [] : [{ key: 'tooFast', text: `${spoken}项只用了${seconds}秒` }];
}

function sameAnswers(visit: VisitTrace, before: readonly VisitTrace[]): QualitySignal[] {
  const own = fingerprint(visit.answers);
  const run = before.findIndex((other) => fingerprint(other.answers) !== own);
  const alike = (run === -1 ? before.length : run) + 1;
  return alike < limits.alike ? [] : [{ key: 'sameAnswers', text: `连续${alike}户答案一模一样，收入也一样` }];
}

/** All that was said, whoever is meant; what came from the register is left out. */
function fingerprint(answers: Answers): string {
  const said = Object.entries(answers).flatMap(([key, a]) =>
    a.is === 'known' && !isRegistered(a) ? [[key, a.v] as const] : [],
  );
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function atNight({ submittedAt }: VisitTrace): QualitySignal[] {
  // Asia/Shanghai is eight hours ahead the whole year.
  const minute = Math.floor(submittedAt / 60_000 + 8 * 60) % (24 * 60);
  if (minute < limits.nightFrom && minute >= limits.nightTo) return [];
  const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return [{ key: 'atNight', text: `${clock} 提交` }];
}

function farFromMedian({ answers }: VisitTrace, village: QualityContext['village']): QualitySignal[] {
  const gross = grossPerHead(answers);
  const { medianIncomePerHead: median, visits } = village;
  if (gross === undefined || median <= 0 || visits < limits.fewestVisits) return [];
  const perHead = Math.round(gross);
  if (perHead <= median * limits.far && perHead * limits.far >= median) return [];
  return [{ key: 'farFromMedian', text: `人均${perHead}元，全村中位数${median}元` }];
}
