/** What people call members of a household, and how a register puts the same to the head: `said|said: relation relation`. */
const kinTable = `
老伴|老伴儿|老婆|妻子|爱人|对象|配偶|丈夫|老公|那口子|孩他妈|孩他爸|孩子他妈|孩子他爸: 配偶 妻 妻子 夫 丈夫 之妻 之夫 老伴
媳妇: 配偶 妻 妻子 之妻 儿媳 媳 子媳
儿媳|儿媳妇: 儿媳 媳 子媳 之儿媳
儿子|小子: 子 儿子 长子 次子 三子 独生子 之子
大儿子|大小子: 长子
二儿子|次子: 次子
三儿子: 三子
小儿子|小闺女|小女儿|小的:
闺女|女儿|姑娘|丫头: 女 女儿 长女 次女 三女 独生女 之女
大闺女|大女儿: 长女
二闺女|二女儿: 次女
女婿: 女婿 婿
孙子|大孙子|小孙子: 孙子 孙 之孙
孙女|大孙女|小孙女: 孙女 之孙女
外孙|外孙子: 外孙 外孙子
外孙女: 外孙女
父亲|爹|爸|爸爸|老爹|老爸|老父亲: 父亲 父 之父
母亲|娘|妈|妈妈|老娘|老妈|老母亲: 母亲 母 之母
爷爷: 祖父 父亲 父
奶奶: 祖母 母亲 母
老太太|老太: 母亲 母 岳母 婆婆 祖母
老头|老头子: 父亲 父 岳父 公公 祖父
公公: 公公
婆婆: 婆婆
岳父|老丈人: 岳父
岳母|丈母娘: 岳母
哥|哥哥|大哥: 兄 哥哥
弟|弟弟: 弟 弟弟
姐|姐姐: 姐 姐姐
妹|妹妹: 妹 妹妹
孩子|小孩|娃|学生: 子 儿子 长子 次子 三子 独生子 之子 女 女儿 长女 次女 三女 独生女 之女 孙子 孙 孙女 之孙 之孙女
老大: 长子 长女 独生子 独生女
老二: 次子 次女 二子 二女
老三: 三子 三女
老四: 四子 四女
`;

export const headWords: readonly string[] = ['户主', '本人', '户主本人'];

/** A word of kinship → the relations it may mean in a register; none where it is only a way of calling somebody. */
export const kinRelations: ReadonlyMap<string, readonly string[]> = new Map(
  kinTable
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [said = '', relations = ''] = line.split(':');
      const meant = relations
        .trim()
        .split(' ')
        .filter((one) => one !== '');
      return said.split('|').map((word): [string, readonly string[]] => [word, meant]);
    }),
);
