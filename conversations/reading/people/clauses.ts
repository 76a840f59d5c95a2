import { clausesOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import type { Group, HeadsSaid } from './group.ts';
import { headGroupsOf } from './groups.ts';

/** One clause with the people it counts, and whether they are this household's now. */
export interface HeadClause {
  said: HeadsSaid;
  /** The groups that count: without those who left, or who were counted already. */
  groups: readonly Group[];
  asks: boolean;
  /** Not this household, or not now. */
  aside: false | 'third' | 'future' | 'past' | 'apart';
  /** Somebody came, left or isn't registered, and no later clause says how many there are now. */
  unsettled: boolean;
  /** Somebody came, left or isn't registered, whatever else is said. */
  changed: boolean;
  /** 都在家: who lives here is everybody. */
  livesAll: boolean;
}

/** A message cut into clauses, each placed against those before it. */
export function headClausesOf(
  tokens: readonly WordToken[],
  stretch: (clause: readonly WordToken[]) => readonly WordToken[] = (clause) => clause,
): HeadClause[] {
  const parts = clausesOf(tokens).flatMap(({ tokens: own, asks }) =>
    parted(own).map((part, i, all) => ({
      said: headGroupsOf(stretch(part)),
      asks: asks && i === all.length - 1,
    })),
  );
  return withoutSubsets(settled(parts.map(({ said, asks }) => placed(said, asks))));
}

/** 儿子离了媳妇走了|家里就俺跟儿子: who left, and who there is. */
function parted(tokens: readonly WordToken[]): WordToken[][] {
  const parts: WordToken[][] = [[]];
  let changed = false;
  for (const token of tokens) {
    const count = token.is === 'word' ? token.word.tells['count'] : undefined;
    // 孩子他爸不在了|带仨孩子四口人
    const opens = count === 'ours' || count === 'left' || (count === 'join' && token.text.startsWith('带'));
    if (changed && opens) {
      parts.push([]);
      changed = false;
    }
    changed ||= count === 'change';
    parts.at(-1)?.push(token);
  }
  return parts;
}

function placed(said: HeadsSaid, asks: boolean): HeadClause {
  const { tells, classes } = said;
  const aside = classes.has('third')
    ? 'third'
    : classes.has('fut')
      ? 'future'
      : classes.has('past') || classes.has('last')
        ? 'past'
        : tells.has('apart')
          ? 'apart'
          : false;
  const changed = ['change', 'elsewhere'].some((tell) => tells.has(tell)) || classes.has('dead');
  const left = changed && aside !== 'apart' && aside !== 'future';
  return {
    said,
    groups: said.groups,
    asks,
    aside,
    unsettled: left || aside === 'past',
    changed: left,
    livesAll: !tells.has('lives') || classes.has('all'),
  };
}

/** 上个月添了个孙子，现在6口: what holds now settles what has changed, and nothing before it counts any more. */
function settled(clauses: readonly HeadClause[]): HeadClause[] {
  const changes = clauses.flatMap((clause, i) => (clause.unsettled ? [i] : []));
  const [firstChange = clauses.length] = changes;
  const lives = (clause: HeadClause): boolean =>
    !clause.unsettled && clause.aside === false && clause.groups.length > 0;
  const settling = clauses.findLastIndex(
    (clause, i) =>
      lives(clause) &&
      (holdsNow(clause, i > firstChange) ||
        comesOut(clauses, clause) ||
        (i > firstChange && namesAll(clause))),
  );
  return clauses.map((clause, i) => {
    // 弟兄三个，老大单过，剩俺俩跟老娘: who there were is no more than before.
    if (settling > firstChange && i < firstChange && lives(clause)) return { ...clause, groups: [] };
    if (!clause.unsettled) return clause;
    // Nothing else to guess from: 算上嫁出去的闺女5口.
    const groups = clauses.some(lives) ? [] : clause.groups.filter((group) => group.is === 'whole');
    return { ...clause, groups, unsettled: settling < 0 };
  });
}

function holdsNow({ said, groups }: HeadClause, later: boolean): boolean {
  if (later && said.classes.has('now')) return true;
  const only = said.tells.has('only') || said.classes.has('only');
  const left = said.tells.has('left');
  // 剩俺老两口 names who is left, 剩两口 may be last year's.
  if (later) return (only && !left) || (left && groups.every((group) => group.is === 'kin'));
  return only || left;
}

/** 原来七口，老爷子走了，剩六口: seven less one are six. */
function comesOut(clauses: readonly HeadClause[], now: HeadClause): boolean {
  const former = clauses.find((clause) => clause.aside === 'past' && clause.groups.length === 1);
  const gone = clauses.filter((clause) => clause.changed && clause !== former && clause !== now);
  const [before] = former?.groups ?? [];
  const [after] = now.groups;
  if (before === undefined || after === undefined || !now.said.tells.has('left')) return false;
  const left = gone.flatMap((clause) => clause.groups).reduce((sum, group) => sum + group.count, 0);
  return left > 0 && before.count - left === after.count;
}

/** 孩子他爸不在了，带仨孩子四口人: who there are is named, with or without the one who tells it. */
function namesAll({ groups }: HeadClause): boolean {
  const whole = groups.find((group) => group.is === 'whole');
  const named = groups.filter((group) => group.is === 'kin').reduce((sum, group) => sum + group.count, 0);
  return whole !== undefined && named > 0 && (named === whole.count || named + 1 === whole.count);
}

/** 6口，2个在外: some of those counted already. */
function withoutSubsets(clauses: readonly HeadClause[]): HeadClause[] {
  let whole: number | undefined;
  return clauses.map((clause) => {
    const groups: Group[] = [];
    for (const group of clause.groups) {
      const some = group.inside || (clause.said.tells.has('beside') && group.is !== 'kin');
      if (
        whole !== undefined &&
        some &&
        group.count <= whole &&
        group !== clause.groups.find((g) => g.is === 'whole' && whole === undefined)
      )
        continue;
      groups.push(group);
      if (!clause.aside && group.is !== 'kin') whole ??= group.count;
    }
    return { ...clause, groups };
  });
}
