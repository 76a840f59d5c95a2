import { type OnNumber, onNumber, phrased } from '../../contract/command.ts';

/** `整改 12 已装自来水` and the like: a verb, one number, the rest; the number may come first. */
const onOne = (verbs: string) =>
  phrased([`${verbs} <no> 问题? <rest>?`, `<no> 问题? ${verbs} <rest>?`], onNumber);

/** `销号 12、13 15`: a verb and several numbers, with words after them. At most ten at once. */
const onSeveral = (verbs: string) =>
  phrased([`${verbs} <nos> <rest>?`], ({ nos = '', rest = '' }) => ({
    nos: [...new Set(nos.normalize('NFKC').match(/\d+/gu)?.map(Number) ?? [])].slice(0, 10),
    rest,
  }));

export type OnOne = OnNumber;

export const rectifySaid = onOne('整改|进展');
export const completeSaid = onOne('整改完成|整改好|整改好了|已整改|完成整改');
export const causeSaid = onOne('原因|问题原因');
export const taskSaid = onOne('整改措施|整改任务|措施');
export const planSaid = onOne('列入长期|长期整改|长期');
export const lookAgainSaid = onOne('到户复核|复核');
export const startSaid = onOne('开始整改|正在整改|整改中');
export const closeSaid = onSeveral('销号|核销');
export const sendBackSaid = onOne('退回');
export const reopenSaid = onOne('重开|重新打开|撤销销号');
export const transferSaid = onOne('转办|转交|转交给');
export const assignProblemSaid = onOne('交办|指派|分派|派给');
export const mergeSaid = onSeveral('合并');

/** 整改 张三 已参保: a head's name instead of a number. */
export const rectifyByNameSaid = phrased(
  ['整改 _ <name> 家|户?', '整改 _ <name> 家|户? _ <rest>'],
  ({ name = '', rest = '' }) => ({ name, rest }),
);

/** 上报 张庄村路灯坏了. What begins so but tells of the past (上报过了) is no report. */
export const reportProblemSaid = phrased(['我要? 上报 问题? <rest>?'], ({ rest = '' }, text) =>
  /^(?:我要)?上报(?:问题)?[过了给到完]/u.test(text) ? undefined : rest,
);
