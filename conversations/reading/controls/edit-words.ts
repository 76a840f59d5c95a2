const open =
  '不对|错了|请|帮我|麻烦|给我|把|将|我|俺|我要|我想|俺要|要|想|需要|刚才|刚刚|那个|上面|前面|我说的|我填的|我报的|刚才说的|刚才填的*';
const own = '家庭|家里|他家|她家|我家|俺家|这家|这户|全家|今年|全年|一年|现在|总*';
const tail =
  '的|答案|那题|那项|那一项|那条|那一条|那栏|那一栏|这一项|这条|这栏|那个|那里|这题|这项|这个|这里|数|情况|人数|也|都|要|得|需要|给|我*';
const into =
  '改成|改为|改到|改做|更正为|更正成|变更为|修改为|修改成|换成|变成|应该是|应为|应该为|应是|调整为|调成|写成|填成|订正为';
const wrongWords =
  '填错|写错|说错|报错|记错|打错|搞错|弄错|答错|讲错|输错|发错|写少|写多|填少|填多|错|不对|有误|填错字|打错字';
const wrong = `${wrongWords} 了|啦?`;
const changeOf = '修改|修改一下|改一下|改下|更改|更正一下|更正|订正|改';
const change = `${changeOf}|重填`;
const changed = '改一下|改下|要改|要改一下|我要改|我要改一下|改|改改';
const is = '是|为|应该是|应是|应该|改成|改为|改?';
const before =
  '刚才|刚刚|上面|前面|之前|上一题|上题|上一个|上一条|上一步|上个 那? 个|题|条|步|项? 的|我? 答案?';
const question = '题|条|个问题|个|问|行';
const not = '不是|而不是|并非|并不是';

/** Corrections of the answer before the open one. */
export const previousPhrases = [
  `${before} 都|全? ${wrong} ${changed}?`,
  `${before} ${changed}`,
  `把|将? ${before} ${into}|改 <value>`,
  `把|将? ${before} ${wrong} ${is} <value>`,
  '上一题|上题|上一个 是 <value>',
  `${open} ${changeOf} 答案|一下|下|刚才|刚才的|上面的|前面的|这个|那个|内容|上一题|上题|上一个?`,
  `我|俺|刚才|刚|刚刚* 都|全? 打错|写错|说错|填错|弄错|记错|报错|输错|搞错|讲错|答错 了|啦?`,
];

/** Corrections of the question of a number: 第3题. */
export const numberedPhrases = [
  `<n:ordinal> ${question} ${wrong} ${changed}?`,
  `把|将? <n:ordinal> ${question}? 的? 答案? ${into} <value>`,
  `把|将? <n:ordinal> ${question} 的? 答案? 改 <value>`,
  `<n:ordinal> ${question} ${wrong} ${is} <value>`,
  `第 <n:ordinal> ${question} 是 <value>`,
  `第 <n:ordinal> ${question} 应该|应|要|得? 填|选|答|写 <value>`,
  `第 <n:ordinal> ${question} _ <value>`,
  `${change} 第? <n:ordinal> ${question}?`,
];

/** Corrections of a field by one of these names. */
export function fieldPhrases(names: Iterable<string>): readonly string[] {
  const field = `field=${[...names].join('|')}`;
  return [
    `${open} ${own} ${field} ${tail} ${into} <value>`,
    `${open} ${own} ${field} ${tail} 改 <value:figure>`,
    `${open} ${own} ${field} ${tail} ${wrong} ${changed}?`,
    `${open} ${own} ${field} ${tail} ${changed} 刚才|刚刚|我? ${wrongWords} 了|啦?`,
    `${open} ${own} ${field} ${tail} ${changed}`,
    `${open} ${own} ${field} ${tail} ${wrong} ${is} <value>`,
    `${open} ${own} ${field} ${not} <was:value> 而? 是 <value>`,
    `${own} ${field} 应该? 是 <value> ${not} <was:value>`,
    `${open} ${change} ${own} ${field} ${tail}`,
    `${open} ${change} ${own} ${field} 的? 是? value=谁|哪位|哪一位|哪个`,
    `${open} ${change} ${own} ${field} ${tail} 为|成|是|到|改成|改为 <value>`,
    `${open} ${change} ${own} ${field} _ <value>`,
    `${open} ${change} ${own} ${field} <value:figure>`,
  ];
}

/** 把老李家的收入改成3万: of another household. */
export const householdPhrases = ['请|帮我|麻烦|把|将* <household:name> 家 的? <rest>'];

const slip =
  '不对|错了|打错|写错|说错|填错|弄错|记错|报错|输错|搞错|发错|讲错|打错字|哦不|噢不|更正|更正一下|纠正|纠正一下|口误|手滑|哦不对';

/** Corrections of the answer just given. */
export const currentPhrases = [
  `刚才|刚刚|上面|我|这个|这里|那个|前面? 的? ${slip} 了|啦? ${is} <value> ${not} <was:value>`,
  `刚才|刚刚|上面|我|这个|这里|那个|前面? 的? ${slip} 了|啦? ${is} <value>`,
];

/** Such that answer while a question is open. */
export const contrastPhrases = [
  '不是 <was:figure> 而? 是 <value:figure>',
  `是|应该是 <value:figure> ${not} <was:figure>`,
];
export const changedToPhrases = [
  '换成 <value:figure>',
  '改成|改为|改到|应该是|应是|应为 <value>',
  '改 <value:figure>',
];
export const wrongAlone = ['错|不对|有错|有误|错了 了|啊|啦?'];

/** With these begins no value: 不对劲, 改成上次的. */
export const noValues = `
劲
头
的
了
吧
啊
呀
吗
重来
全
都
回
来
一下
答案
前面
上
不对
错
群
人
把上
把刚
把前
把这
把那
刚才
刚刚
上一
撤
取消
删
别记
别算
`;

/** Orders behind 上一个答错了: what is wanted is the question, not a value. */
export const goingBack = `
退回
退一
倒回
倒一
返回
回去
`;
