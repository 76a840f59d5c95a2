import { phrased } from '../../contract/command.ts';
import { Phrases, type Slots } from '../../language/phrases.ts';

/** What somebody wants to give to whom. */
export type AssignSaid =
  /** 把3组交给王五, 把李庄3组交给王五, 把李庄交给王五 */
  | { is: 'group'; place: string; group: string; to: string }
  /** 把张三家交给王五 */
  | { is: 'household'; name: string; to: string }
  /** 把王五的户交给赵六, 王五名下的都交给赵六 */
  | { is: 'from'; from: string; to: string }
  /** 没分的都交给王五 */
  | { is: 'unassigned'; place: string; to: string };

const all = '都|全部|全|统一|一起?';
const looksAfter = '负责|管|包|走访|排查';

const group = new Phrases(['<group> 的? 户?', '<place:shortest> 的? <group> 的? 户?']);
const unassigned = new Phrases(
  ['没分|未分|没人管|没分到人|还没分|剩下', '<place:shortest> 的? 没分|未分|没人管|没分到人|还没分|剩下'].map(
    (line) => `${line} 的? 户?`,
  ),
);
const lot = new Phrases(['<who> 名下|手上|手里|负责 的? 户?', '<who> 的户']);
const household = new Phrases(['<name> 家|户|这户|那户']);
const village = /^\p{Script=Han}{1,10}(?:村|社区|庄|场)$/u;

/** Strict: only groups, villages, named households and somebody's lot can be given. */
export const assignSaid = phrased(
  [
    `把|将 <what:shortest> ${all} 交给|分给|派给|划给|转给|给 <to:who>`,
    // 给 alone gives a child to its grandfather too: it counts only behind 把.
    `<what:shortest> ${all} 交给|分给|派给|划给 <to:who>`,
    // 3组给王五, 3组归王五, 3组王五负责, 王五负责3组, 让王五管李庄3组: a group with somebody else's name.
    `<place:district>? <group> 的? 户? ${all} 归|给|由|让|请 <somebody:who> 来? ${looksAfter}?`,
    `<place:district>? <group> 的? 户? ${all} <somebody:who> 来? ${looksAfter}`,
    `让|由|请? <somebody:who> 来? ${looksAfter} <place:district>? <group> 的? 户?`,
  ],
  (slots, text): AssignSaid | undefined => {
    const { what, to = '', somebody } = slots;
    if (what !== undefined) return given(what, to, /^[把将]/u.test(text.trim()));
    return somebody === undefined || /^[我您你有没谁]/u.test(somebody) ? undefined : ofGroup(slots, somebody);
  },
);

function ofGroup({ place = '', group: named = '' }: Slots, to: string): AssignSaid {
  return { is: 'group', place, group: named.normalize('NFKC'), to };
}

function given(what: string, to: string, plainly: boolean): AssignSaid | undefined {
  const inGroup = group.read(what);
  if (inGroup !== undefined) return ofGroup(inGroup, to);
  const left = unassigned.read(what);
  if (left !== undefined) return { is: 'unassigned', place: left['place'] ?? '', to };
  const from = lot.read(what)?.['who'];
  if (from !== undefined) return { is: 'from', from, to };
  const name = household.read(what)?.['name'];
  if (name !== undefined) return { is: 'household', name, to };
  return plainly && village.test(what) ? { is: 'group', place: what, group: '', to } : undefined;
}

/** 我负责, 我负责3组, 3组我负责, 我来管3组. The group is empty when none was named. */
export const takeOnSaid = phrased(
  [
    '我 来? 负责|包|管|认领|承包 <mine:ownGroup>?',
    '<mine:ownGroup> 归? 我 来? 负责|包|管|认领?',
    '认领 <mine:ownGroup>?',
  ],
  ({ mine = '' }) => ({ group: mine.normalize('NFKC') }),
);

/** 分户, 分户 李庄, 平分 李庄, 重新分户 李庄. */
export const splitSaid = phrased(
  ['重新|重? 分户|平分|分一下户|把户分了|分任务 <place>?'],
  ({ place = '' }, text) => ({ place, anew: text.trim().startsWith('重') }),
);
