/** How a message says that the household isn't what the register thinks. */
export type Ending =
  /** The head has died; `left` when it also says that others are still there. */
  | { is: 'headDied'; left: boolean; sure: boolean }
  | { is: 'merged'; into: string | undefined }
  /** As the outcome is called on the board and in the help. */
  | { is: 'refused' };

const died =
  /(?:户主|老头子?|老人|老爷子|老汉|当家的|掌柜的|男人|丈夫|老伴|他|她|本人|老[\p{Script=Han}])(?:[^，,。；;]{0,6})?(?:去世|过世|病故|病逝|死了|已故|没了|不在了|走了)|^(?:已经?)?(?:去世|过世|病故|已故)/u;
const headIsMeant = /户主|当家的|掌柜的|男人|丈夫|本人/u;
const kin =
  '老伴|老婆|媳妇|妻子|爱人|丈夫|儿子|儿媳|女儿|闺女|孩子|孙子|孙女|家里?人|其他人|别的人|老娘|母亲|父亲|一家';
const others = new RegExp(
  `(?:还有|还剩|剩下?|就剩|只剩|留下|现在是?)[^，,。；;]{0,8}(?:${kin}|[一二两三四五六七八九十\\d]+口?个?人)|(?:${kin})[^，,。；;]{0,4}(?:还在|都在|在家|在这|在住)|家里?还?有(?:其他|别的)?人|有人在?$`,
  'u',
);
const merging =
  /(?:并|合)(?:到|入|给|进)了?(?<into>[\p{Script=Han}·]{1,6}?)(?:家|户|那|里|一起|了|去|$)|(?:和|跟|同)(?<with>[\p{Script=Han}·]{1,6}?)家?(?:已经?|早就?|都)?(?:并|合)(?:成一|了|过|到一)?个?(?:户|起)|(?:已经?|早就?)?(?:并|合)户了?$/u;

/** Reads what ends a visit or turns it: 户主去世了还有老伴, 并到李四家了. Longer messages are answers. */
export function readEnding(text: string): Ending | undefined {
  const said = text.normalize('NFKC').trim();
  if (said.length > 30) return undefined;
  if (/^(?:这户|这家|他家|户主)?(?:又|还是)?拒访了?$/u.test(said)) return { is: 'refused' };
  const merged = merging.exec(said)?.groups;
  if (merged !== undefined) return { is: 'merged', into: merged['into'] ?? merged['with'] };
  if (/^(?:这户)?(?:已经?|早就?)?(?:并|合)户了?$/u.test(said)) return { is: 'merged', into: undefined };
  if (!died.test(said)) return undefined;
  const sure = headIsMeant.test(said) || /^(?:已经?)?(?:去世|过世|病故)/u.test(said);
  if (saysOthersAreLeft(said)) return { is: 'headDied', left: true, sure };
  return headIsMeant.test(said) && said.length <= 12 ? { is: 'headDied', left: false, sure } : undefined;
}

/** 还有老伴, 家里有人: the household goes on without its head. */
export function saysOthersAreLeft(text: string): boolean {
  return others.test(text.normalize('NFKC')) && !/(?:没|无)(?:有)?(?:别的|其他)?人/u.test(text);
}

/** 户口也迁走了, 户口还在: what is said to the question before a household is put down as moved away. */
export function saidOfMoving(text: string): 'gone' | 'registered' | 'moving' | undefined {
  const said = text.normalize('NFKC');
  if (/户口(?:都|也|还|仍|本)*(?:在|没有?(?:迁|转|动|走))/u.test(said)) return 'registered';
  if (/户口[^，,。；;]{0,6}(?:迁|转|不在|没了|走|销)/u.test(said)) return 'gone';
  return /搬|迁|户口|不回来|定居|(?:全家|一家|都)[^，,。；;]{0,6}(?:走|去|出去)/u.test(said)
    ? 'moving'
    : undefined;
}

/** 3口, 还有2个人: people are left of whom the visit goes on to tell. */
export function countsPeople(text: string): boolean {
  return /^(?:还有|还剩|剩下?|就剩|只剩|家里|现在)*[\d一二两三四五六七八九十]+[口个]/u.test(
    text.normalize('NFKC'),
  );
}
