import { Trie } from '../../language/trie.ts';
import { dangerWords, deadlyWays, meaningIt, noDanger, noWay } from './danger-words.ts';

type Sign = 'danger' | 'way' | 'means' | 'noWay' | 'none';

const signs = new Trie<Sign>();
for (const [table, sign] of [
  [dangerWords, 'danger'],
  [deadlyWays, 'way'],
  [meaningIt, 'means'],
  [noWay, 'noWay'],
  [noDanger, 'none'],
] as const)
  for (const line of table.split('\n')) if (line !== '') signs.set(line, sign);

/**
 * Do the words say that somebody may take his life? 不想活了, 他说要喝药; not 医生让天天喝药, nor what is long past
 * (前年喝农药走的). Any clause that says so is enough.
 */
export function tellsOfDanger(text: string): boolean {
  return text
    .normalize('NFKC')
    .split(/[，,。；;！!？?\n]/u)
    .some(isDanger);
}

function isDanger(clause: string): boolean {
  const chars = [...clause.replace(/\s/gu, '')];
  const found = new Set<Sign>();
  chars.forEach((_, at) => {
    signs.each(chars, at, (sign) => {
      // Only what is said before the way means it: 想喝药, not 喝药想吐.
      if (sign !== 'way') found.add(sign);
      else if (found.has('means')) found.add('way');
    });
  });
  if (found.has('none')) return false;
  return found.has('danger') || (found.has('way') && !found.has('noWay'));
}
