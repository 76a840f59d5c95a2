import type { Outcome } from '../contract/session.ts';

/** What follows when a visit ends without answers. */
interface OutcomeRule {
  /** As the progress lists and the ledger's status column print it. */
  label: string;
  /** Asked before it is stored; answered by yes or no. */
  confirm: string;
  /** Said once it is stored: what happens next and who acts. */
  recorded: string;
  /** Does the household count as visited in the progress figures? */
  visited: boolean;
  /** Does it stay on the helper's list and come up again? */
  again: boolean;
  /** Does it leave the number of households to visit? */
  offRegister: boolean;
}

/**
 * Endings other than a full answer. Not at home and refused leave the household to be visited: the plan wants
 * every household. Moved away, deceased and merged leave the base of every rate when they are handed in (核减): they
 * are neither among those to visit nor among those visited.
 */
export const ledgerOutcomes: Readonly<Record<Exclude<Outcome, 'answered'>, OutcomeRule>> = {
  notHome: {
    label: '不在家',
    confirm: '这户没人在家，先记下，过后再去？',
    recorded: '记下：不在家。能打通电话也可以电话问，回来接着答。',
    visited: false,
    again: true,
    offRegister: false,
  },
  refused: {
    label: '拒访',
    confirm: '这户不愿意接受排查，记为拒访？',
    recorded: '记下：拒访。请村干部陪同再上门一次，还不行由乡镇出面。',
    visited: false,
    again: true,
    offRegister: false,
  },
  moved: {
    label: '已搬走',
    confirm: '全家都搬走、户口也不在村里了？户口还在的，请电话问一遍。',
    recorded: '记下：已搬走。村里核对户口后从名册移出。',
    visited: true,
    again: false,
    offRegister: true,
  },
  deceased: {
    label: '户主已故',
    confirm: '户主过世，家里也没有别的人了？还有人的，请接着排查，户主换成家里人。',
    recorded: '记下：户主已故、户内无人。村里核对后从名册移出。',
    visited: true,
    again: false,
    offRegister: true,
  },
  merged: {
    label: '已并户',
    confirm: '这户已经并到别的户里，一起排查？',
    recorded: '记下：已并户。人口和收入请在并入的那户里说。',
    visited: true,
    again: false,
    offRegister: true,
  },
};
