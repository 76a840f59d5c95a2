import type { Conversation } from '../../contract/conversation.ts';

/** What the register says of a household and only the village or the county can change. */
interface RegisterSaid {
  /** Words of the matter, and words that say it is otherwise: one of each must stand in the message. */
  of: readonly string[];
  otherwise: readonly string[];
  /** What to do, instead of an answer. */
  says: (words: string) => string;
}

const noted = (words: string) => `先记下来的话回“其他问题：${words.slice(0, 40)}”，村里会看到`;

/** One matter an entry; the first that fits is told. */
const table: readonly RegisterSaid[] = [
  {
    of: ['户主名字', '户主的名字', '户主姓名', '名字登记', '名字写', '名字登'],
    otherwise: ['错', '不对', '应该', '改'],
    says: (words) => `户主姓名是名册上的，请村里在名册里更正。${noted(words)}。`,
  },
  {
    of: ['户主'],
    otherwise: ['换成', '换了', '换人', '变更', '改成', '改为', '过户'],
    says: (words) => `户主变更请村里在名册上办，这户照现在的人接着答。${noted(words)}。`,
  },
  {
    of: ['分户', '分家', '分成两户', '分成2户', '分成二户', '分成三户', '分了户', '分开过'],
    otherwise: ['了', '分成', '开'],
    says: () => '分户的，这户照现在一起住的人接着答；分出去的那户回“新增 户主姓名 组”另记一户。',
  },
  {
    of: ['村民组', '村民小组', '小组', '组别'],
    otherwise: ['改成', '改为', '错', '应该是', '不是', '换成'],
    says: (words) => `村民组是名册上的，请村里在名册里更正。${noted(words)}。`,
  },
  {
    of: ['户属性', '脱贫户', '监测户', '一般农户', '边缘户', '贫困户'],
    otherwise: ['其实是', '应该是', '不是', '改成', '改为', '登记错', '属性错', '写错'],
    says: (words) => `户属性是按程序定的，这里改不了，请乡镇核对名册。${noted(words)}。`,
  },
];

/** Longer messages tell of more than the register. */
const longest = 24;

/** Something said of the register and not of the questions: what to do, and undefined for anything else. */
export function registerSaid(c: Conversation): string | undefined {
  const said = c.text.normalize('NFKC').trim();
  if ([...said].length > longest || /[?？]|\d{2,}/u.test(said)) return undefined;
  const fits = (words: readonly string[]) => words.some((word) => said.includes(word));
  return table.find(({ of, otherwise }) => fits(of) && fits(otherwise))?.says(said);
}
