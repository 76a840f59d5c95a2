/** Numbers of problems as people write them: 12, #12, 12号. */
const no = '#?(\\d{1,6})\\s*号?';

export interface OnOne {
  no: number;
  rest: string;
}

/** `整改 12 已装自来水` and the like: a verb, one number, the rest. The number must end there. */
function verbOnOne(verbs: string): (text: string) => OnOne | undefined {
  const before = new RegExp(
    `^(?:${verbs})\\s*${no}(?![\\d.万千元组户村队人口月日天])(?:问题)?[\\s，,：:。]*([\\s\\S]*)$`,
    'u',
  );
  const after = new RegExp(`^${no}(?:问题)?\\s*(?:${verbs})[\\s，,：:。]*([\\s\\S]*)$`, 'u');
  return (text) => {
    const said = text.normalize('NFKC').replace(/[,]/gu, '，');
    const found = before.exec(said) ?? after.exec(said);
    if (found === null) return undefined;
    return { no: Number(found[1]), rest: (found[2] ?? '').trim() };
  };
}

/** `销号 12、13 15`: a verb and several numbers, with words after them. */
function verbOnSeveral(verbs: string): (text: string) => { nos: number[]; rest: string } | undefined {
  const shape = new RegExp(
    `^(?:${verbs})\\s*((?:${no.replace('(', '(?:')}[\\s、，,和及]*)+)([\\s\\S]*)$`,
    'u',
  );
  return (text) => {
    const found = shape.exec(text.normalize('NFKC'));
    if (found === null) return undefined;
    const nos = [...new Set((found[1] ?? '').match(/\d+/gu)?.map(Number) ?? [])];
    return { nos: nos.slice(0, 10), rest: (found[2] ?? '').trim() };
  };
}

export const matchRectify = verbOnOne('整改|进展');
export const matchComplete = verbOnOne('整改完成|整改好了?|已整改|完成整改');
export const matchCause = verbOnOne('原因|问题原因');
export const matchTask = verbOnOne('整改措施|整改任务|措施');
export const matchPlan = verbOnOne('列入长期|长期整改|长期');
export const matchLook = verbOnOne('到户复核|复核');
export const matchStart = verbOnOne('开始整改|正在整改|整改中');
export const matchClose = verbOnSeveral('销号|核销');
export const matchSendBack = verbOnOne('退回');
export const matchReopen = verbOnOne('重开|重新打开|撤销销号');
export const matchTransfer = verbOnOne('转办|转交给?');
export const matchAssign = verbOnOne('交办|指派|分派|派给');
export const matchMerge = verbOnSeveral('合并');
export const matchShow = verbOnOne('问题|查问题|看问题');

/** 整改 张三 已参保: a head's name instead of a number. */
export function matchRectifyByName(text: string): { name: string; rest: string } | undefined {
  const found = /^整改\s+([\p{Script=Han}·]{2,6})(?:家|户)?(?:[\s，,：:]+([\s\S]*))?$/u.exec(text);
  return found === null ? undefined : { name: found[1] ?? '', rest: (found[2] ?? '').trim() };
}

/** 上报 张庄村路灯坏了. What begins so but tells of the past (上报过了) is no report. */
export function matchReport(text: string): string | undefined {
  const found = /^(?:我要)?上报(?:问题)?(?![过了给到完])[\s，,：:]*([\s\S]*)$/u.exec(text);
  return found?.[1]?.trim();
}
