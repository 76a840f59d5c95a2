import type { Campaign } from '../../campaign/campaign.ts';
import type { UnitNamed } from '../../inquiry/mark.ts';
import { readInquiry } from '../../inquiry/read.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { opensWithSurname } from '../../language/surnames.ts';

const marks = /[,，。.?？;；!！:：\n]+/u;
const marksAndSpaces = /[,，。.?？;；!！:：\s]+/u;
const mostQuoted = 3;

/** The questions of a message, and the clauses of it that nobody could make anything of. */
interface Parts {
  asked: readonly InquirySaid[];
  unread: readonly string[];
}

const isClean = (r: InquirySaid): boolean => r.unread.length + r.stranded.length === 0;

/** Says nothing by itself: 帮我, 问一句. */
const isEmpty = (r: InquirySaid): boolean =>
  r.said === '' ||
  (isClean(r) && !r.asks && r.where.length === 0 && r.ideas.size === 0 && r.of === undefined);

const asks = (r: InquirySaid): boolean =>
  r.asks && (r.ideas.has('end') || r.where.length > 0 || r.of !== undefined || r.key !== undefined);

/**
 * The questions of a message: its clauses, where two of them ask by themselves; else the whole is one. Where the whole
 * is not understood, those clauses that are questions to the data are answered, and the others named.
 * @param isQuestion does a clause ask the data?
 */
export function questionsIn(
  campaign: Campaign,
  text: string,
  units: readonly UnitNamed[],
  whole: InquirySaid,
  isQuestion: (said: InquirySaid) => boolean,
): Parts {
  const split = (by: RegExp) =>
    text
      .split(by)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== '');
  const read = (clause: string) => ({ clause, said: readInquiry(campaign, clause, units) });
  const readings = split(marks).map(read);
  const asking = readings.filter(({ said }) => isClean(said) && asks(said));
  if (isClean(whole) && asking.length < 2) return { asked: [whole], unread: [] };
  const finer = isClean(whole) ? readings : split(marksAndSpaces).map(read);
  const clear = finer.filter(
    ({ clause, said }) =>
      !clause.startsWith('就是') && isClean(said) && (isQuestion(said) || continues(said)),
  );
  const some = clear.some(({ said }) => isQuestion(said));
  if (finer.length < 2 || !some) return { asked: [whole], unread: [] };
  const unread = finer.filter((one) => !clear.includes(one) && !isEmpty(one.said));
  if (unread.some(({ clause, said }) => narrows(clause, said))) return { asked: [whole], unread: [] };
  return { asked: clear.map(({ said }) => said), unread: unread.map(({ clause }) => clause) };
}

/** 就是2组那个王德才, ——吴传军家: says whom or which is meant: without it the rest is another question. */
const narrows = (clause: string, { unread }: InquirySaid): boolean =>
  /^(?:就是|只|仅|除|不算|不含)|家$/u.test(clause) ||
  unread.some(
    (words) =>
      /^(?:[老小大]?\p{Script=Han}{1,3})$/u.test(words) && opensWithSurname(words) && words.length > 1,
  );

/** 哪个村的, 谁负责: asks on of what the clause before it asked. */
const continues = (r: InquirySaid): boolean =>
  r.asks &&
  r.where.length === 0 &&
  r.key === undefined &&
  r.place === undefined &&
  r.period === undefined &&
  (r.of === undefined || r.of === 'households' || r.of === 'persons') &&
  (r.units !== undefined || r.by !== undefined || r.want !== undefined || r.why === true);

/** “…”、“…”: what was not understood, in its own words. */
export function inQuotes(clauses: readonly string[]): string {
  const shown = clauses.slice(0, mostQuoted).map((clause) => `“${clause.slice(0, 16)}”`);
  return `${shown.join('、')}${clauses.length > mostQuoted ? '等' : ''}`;
}

const ofRegister = new Set(['type', 'tag', 'group']);

/** 姬村没参保几户，危房几户: the second is of the same place. 脱贫户人均收入多少，一般户多少: of the same number. */
export function goingOn(before: InquirySaid, part: InquirySaid): InquirySaid {
  const place = part.place ?? before.place;
  const here = part.here ?? (part.place === undefined ? before.here : undefined);
  const mine = part.mine ?? (part.place === undefined && part.here === undefined ? before.mine : undefined);
  const sameNumber =
    before.key !== undefined &&
    part.key === undefined &&
    part.where.length > 0 &&
    part.where.every((c) => ofRegister.has(c.on)) &&
    (before.want === 'average' || before.want === 'sum');
  const onward = continues(part) && part.goesOn !== true ? { goesOn: true as const } : {};
  const { of, ...rest } = part;
  const places = part.place === undefined ? before.places : part.places;
  return {
    ...(onward.goesOn === true || of === undefined ? rest : part),
    ...(places === undefined ? {} : { places }),
    ...(place === undefined ? {} : { place }),
    ...(here === undefined ? {} : { here }),
    ...(mine === undefined ? {} : { mine }),
    ...(sameNumber ? { key: before.key ?? '', want: before.want ?? 'average' } : {}),
    ...onward,
  };
}
