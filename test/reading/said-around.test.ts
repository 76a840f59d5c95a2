import { describe, expect, test } from 'vitest';
import { type Field, type Understood, understandField } from '../../conversations/understanding/index.ts';

/** Every phrase of one table in every frame of another: what stands around an answer decides about it. */

const sums: readonly (readonly [string, number])[] = [
  ['三万', 30_000],
  ['32000', 32_000],
  ['3.2万', 32_000],
  ['三万五', 35_000],
  ['9800块', 9800],
  ['两万块钱', 20_000],
  ['4w', 40_000],
  ['12000元', 12_000],
];

const plain =
  'X 年收入X 一年X 家里一年X 今年X 总收入X 大概X 约X 有X 能挣X 一共X 打工X 种地X 俺家X 2021年X 纯收入X 净落X 收入:X 报告,X 嗯,X 就填X 也就X 才X 只有X 刚好X 到手X 算下来X 拢共X 养羊X 两口子打工X 户主说X 受疫情影响,只有X 弄个X 收入不高,X 4口人,X 种十亩地,X 养了两头牛,X X左右 X上下 X一年 X/年 X的样子 X。 X啊 X没错 X够花 X全家 X都在内 X总共 X合计 X打工挣的 X卖粮的 X低保 X差不多 X这么多 X,稳定 X,主要打工 X,比去年强 X,4口人 X(全家) X,含补贴'.split(
    ' ',
  );

const doubtful =
  '欠X 借了X 花了X 去年X 明年X 前年有X 每月X 一个月X 月收入X 人均X 每人X 不到X 将近X 最多X 至少X 怎么也得X 听说X 可能X 应该是X 估计X 也许X 邻居家X 毛收入X 一天X 日均X 上个月X 一周X 一亩X 每斤X 一头猪X 比去年多X 比去年少X 还差X 存款X 存折上X 贷款X 亏了X 看病花X 学费X 礼金X 打算挣X 希望有X 快X 近X 超过X 破X 顶多X 半年X 每季度X 干了8个月X 两年X 上半年X 平均每人X 低保线X 房贷X 赊账X 押金X 罚款X 报销X 卖房X 拆迁款X 除了低保X 营业额X X多 X出头 X不到 X以上 X以内 X吧 X一个月 X/月 X一天 X一季 X不止 X是去年的 X的债 X没准 X大几 X起 X多一点 X上一点 X美元 X是借的 X人均 X开外 X打底 X好几 X有余 X还差点 X差一点 X对不对 X吗 X可能 X记不清 X不一定 X一亩 X一斤 X半年 X三个月 X一个人 X的毛收入 X没除成本 X不含低保 X的医药费 X支出 X全花了 X跟去年一样'.split(
    ' ',
  );

describe('what is said around a sum', () => {
  test.each(plain)('leaves it a sum: %s', (frame) => {
    for (const [said, amount] of sums)
      expect(understandField('money', frame.replace('X', said)), said).toMatchObject({
        status: 'value',
        value: { amount, period: 'year' },
      });
  });

  test.each(doubtful)('makes it doubtful: %s', (frame) => {
    for (const [said] of sums)
      expect(understandField('money', frame.replace('X', said)).status, said).toBe('ask');
  });
});

const soundsLike: Readonly<Record<string, string>> = {
  一: '衣医依已以易', 二: '儿而耳尔饿', 三: '山散伞删', 四: '是事死寺似丝思斯市', 五: '无舞武午屋物吴误我', 六: '流留柳刘溜', 七: '期起气奇旗骑妻齐', 八: '把吧爸巴扒', 九: '就久酒旧救', 两: '亮梁量', 万: '完玩晚湾弯碗王', 千: '前钱签铅欠浅', 百: '白摆',
}; // biome-ignore format: a table

test.each([
  ['三万五', 35_000],
  ['两万八千', 28_000],
  ['八千六', 8600],
  ['六万七千五百', 67_500],
  ['三万二千块', 32_000],
  ['一年四万五', 45_000],
  ['年收入三万六', 36_000],
  ['大概九千五', 9500],
  ['十二万八', 128_000],
])('one misheard syllable in %s never makes another sum of it', (said, amount) => {
  for (const [i, syllable] of [...said].entries())
    for (const heard of soundsLike[syllable] ?? '') {
      const text = said.slice(0, i) + heard + said.slice(i + 1);
      const read = understandField('money', text);
      if (read.status === 'value') expect(read.value, text).toMatchObject({ amount });
    }
});

const sources: readonly (readonly [string, string])[] = [
  ['打工', '务工'],
  ['在厂里上班', '务工'],
  ['外出务工', '外出务工'],
  ['打零工', '零工'],
  ['帮扶车间', '就业帮扶车间'],
  ['公益岗', '公益岗位'],
  ['种地', '种植'],
  ['大棚蔬菜', '种植'],
  ['养羊', '养殖'],
  ['做小买卖', '经商'],
  ['土地流转', '土地流转'],
  ['光伏', '光伏收益'],
  ['分红', '分红'],
  ['粮补', '惠农补贴'],
  ['低保', '低保'],
  ['五保', '特困供养'],
  ['养老金', '养老金'],
  ['儿女赡养', '子女赡养'],
];
const reasons: readonly (readonly [string, string])[] = [
  ['厌学', '厌学'],
  ['不想上学', '厌学'],
  ['成绩差', '厌学'],
  ['家里没钱', '家庭经济困难'],
  ['交不起学费', '家庭经济困难'],
  ['出去打工了', '外出务工'],
  ['进厂了', '外出务工'],
  ['结婚了', '早婚'],
  ['怀孕了', '早婚'],
  ['照顾奶奶', '照顾家人'],
  ['学校太远', '上学不便'],
  ['没人接送', '上学不便'],
  ['被同学欺负', '校园欺凌'],
];
const illnesses = ['身体不好', '生病了', '残疾', '脑瘫', '智力有问题'];

/** Calls back with every two phrases that mean different things, put into the frame. */
function pairs(
  field: Field,
  table: readonly (readonly [string, string])[],
  frame: string,
  check: (read: Understood, x: string, y: string, text: string) => void,
): void {
  for (const [a, x] of table)
    for (const [b, y] of table) {
      if (x === y || (x.endsWith('务工') && y.endsWith('务工'))) continue;
      const text = frame.replace('X', a).replace('Y', b);
      check(understandField(field, text), x, y, text);
    }
}

function named(read: Understood): string {
  return read.status === 'value' ? JSON.stringify(read.value) : read.status;
}

describe('what is said around a source of income', () => {
  test.each('X和Y X、Y X加Y X,Y X+Y X,还有Y 既X又Y X;Y X/Y X以及Y 除了X还有Y'.split(' '))(
    'makes two of them: %s',
    (frame) => {
      pairs('incomeSource', sources, frame, (read, x, y, text) => {
        expect(read, text).toMatchObject({ status: 'value', value: { main: null } });
        for (const name of [x, y]) expect(named(read), text).toContain(`"${name}"`);
      });
    },
  );

  test.each('主要X,还有Y X为主,Y为辅 主要靠X,Y少 X占大头,Y一点 Y,主要还是X Y不多,主要X'.split(' '))(
    'names the main one: %s',
    (frame) => {
      pairs('incomeSource', sources, frame, (read, x, _y, text) =>
        expect(read, text).toMatchObject({ status: 'value', value: { main: x } }),
      );
    },
  );

  test.each('以前X现在Y X,不对,Y 不是X,是Y 去年X,今年Y 不X了,现在Y'.split(' '))(
    'leaves one of them: %s',
    (frame) => {
      pairs('incomeSource', sources, frame, (read, _x, y, text) =>
        expect(read, text).toMatchObject({ status: 'value', value: { sources: [y], main: y } }),
      );
    },
  );

  test.each('可能X 应该是X 以前X 去年X X吧 是不是X X算不算 听说X 明年打算X'.split(' '))(
    'makes it doubtful: %s',
    (frame) => {
      for (const [said] of sources)
        expect(understandField('incomeSource', frame.replace('X', said)).status, said).toBe('ask');
    },
  );
});

describe('what is said around a reason for not going to school', () => {
  test.each('不是X,是Y X,不对,Y 不是因为X,是因为Y 不是X,就是Y'.split(' '))(
    'leaves one of them: %s',
    (frame) => {
      pairs('dropoutReason', reasons, frame, (read, _x, y, text) =>
        expect(read, text).toMatchObject({ status: 'value', value: { reason: y } }),
      );
    },
  );

  test.each('X,Y X又Y X加上Y 既X又Y 一是X二是Y'.split(' '))('leaves two, which is asked: %s', (frame) => {
    pairs('dropoutReason', reasons, frame, (read, _x, _y, text) => expect(read.status, text).toBe('ask'));
    for (const [said] of reasons)
      for (const ill of illnesses) {
        const text = frame.replace('X', said).replace('Y', ill);
        expect(understandField('dropoutReason', text).status, text).toBe('ask');
      }
  });

  test.each('可能X 好像X 应该是X 听说X X吧 是不是X X吗'.split(' '))('makes it doubtful: %s', (frame) => {
    for (const [said] of reasons)
      expect(understandField('dropoutReason', frame.replace('X', said)).status, said).toBe('ask');
  });
});
