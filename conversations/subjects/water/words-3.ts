/** What people say of their water. */
export const waterWords3 = `
冻裂 water-?/+ with=spell kind=保证率
冻裂了 water-?/+ with=spell kind=保证率
冻坏 water-?/+ with=spell kind=保证率
冻坏了 water-?/+ with=spell kind=保证率
冻住 water-?/+ with=spell kind=保证率
冻住了 water-?/+ with=spell kind=保证率
冻上 water-?/+ with=spell kind=保证率
冻上了 water-?/+ with=spell kind=保证率
水管冻 water-?/+ with=spell cause=frost kind=保证率
水管冻了 water-?/+ with=spell cause=frost kind=保证率
水管冻住 water-?/+ with=spell cause=frost kind=保证率
水管冻裂 water-?/+ with=spell cause=frost kind=保证率
水表冻 water-?/+ with=spell
水表冻了 water-?/+ with=spell kind=保证率
水表冻坏 water-?/+ with=spell
管子冻 water-?/+ with=spell cause=frost kind=保证率
管子冻了 water-?/+ with=spell cause=frost kind=保证率
管子冻住 water-?/+ with=spell cause=frost kind=保证率
管子上冻 water-?/+ with=spell cause=frost kind=保证率
管子坏 water-?/+ with=spell kind=保证率
管子坏了 water-?/+ with=spell kind=保证率
管子破了 water-?/+ with=spell kind=保证率
管子断了 water-?/+ with=spell kind=保证率
管子裂了 water-?/+ with=spell kind=保证率
管子爆了 water-?/+ with=spell kind=保证率
管子烂了 water-?/+ with=spell kind=保证率
水管坏 water-?/+ with=spell kind=保证率
水管坏了 water-?/+ with=spell kind=保证率
水管破了 water-?/+ with=spell kind=保证率
水管断了 water-?/+ with=spell kind=保证率
水管裂了 water-?/+ with=spell kind=保证率
水管爆了 water-?/+ with=spell kind=保证率
水管烂了 water-?/+ with=spell kind=保证率
水管漏 water-?/+ with=spell kind=保证率
水管漏水 water-?/+ with=spell kind=保证率
管子漏 water-?/+ with=spell kind=保证率
管子漏水 water-?/+ with=spell kind=保证率
水管漏了 water-?/+ with=spell kind=保证率
管子漏了 water-?/+ with=spell kind=保证率
水泵坏 water-?/+ with=spell kind=保证率
水泵坏了 water-?/+ with=spell kind=保证率
泵坏了 water-?/+ with=spell kind=保证率
水塔坏 water-?/+ with=spell kind=保证率
水塔坏了 water-?/+ with=spell kind=保证率
没来水 water-?/+ with=spell kind=保证率
不来水 water-?/+ with=spell kind=保证率
不出水 water-?/+ with=spell kind=保证率
放不出水 water-?/+ with=spell
停过 water-?/+ with=spell
断过 water-?/+ with=spell
停电停水 water-?/+ with=spell kind=保证率
脏 water-/+ kind=水质
咸 water-/+ kind=水质
苦 water-/+ kind=水质
涩 water-/+ kind=水质
臭 water-/+ kind=水质
腥 water-/+ kind=水质
黄 water-/+ kind=水质
浑 water-/+ kind=水质
混 water-/+ kind=水质
小 water-/+ kind=水量
少 water-/+ kind=水量
远 water-/+ kind=方便程度
细 water-/+ kind=水量
困难 water-/+
难 water-/+
作难 water-/+
麻烦 water-/+
有点咸 water-/+ kind=水质
有点黄 water-/+ kind=水质
有点浑 water-/+ kind=水质
有点小 water-/+ kind=水量
有点苦 water-/+ kind=水质
有点涩 water-/+ kind=水质
有点味 water-/+ kind=水质
发臭 water-/+ kind=水质
清 water+/- kind=水质
好喝 water+/- kind=水质
甜 water+/- kind=水质
充足 water+/- kind=水量
便利 water+/-
好了 water+
修好了 water+
换好了 water+
通好了 water+
恢复了 water+
正常了 water+
不黄了 water+
不浑了 water+
不停了 water+
不断了 water+
没停没断 water+
停不了 water+
天旱就没水 water- kind=保证率
天旱井就干 water- kind=保证率
定点供水 water- kind=保证率
半夜才来水 water- kind=保证率
两天来一次 water- kind=保证率
两天来一回 water- kind=保证率
三天来一次 water- kind=保证率
每天只来两小时 water- kind=保证率
只来两小时 water- only kind=保证率
只来一小时 water- only kind=保证率
一天就来一个小时 water- kind=保证率
一天就来一小时 water- kind=保证率
取水不方便 water- kind=方便程度
打水太远 water- kind=方便程度
打水远 water- kind=方便程度
离井远 water- kind=方便程度
有水锈 water- kind=水质
水锈 water- kind=水质
下雨就浑 water- kind=水质
味儿大 water- kind=水质
烧开一层白的 water- kind=水质
一层白的 water- kind=水质
有层白 water- kind=水质
流得慢 water- kind=水量
细得跟线一样 water- kind=水量
水泵坏了没人修 water- kind=保证率
没人修 water- kind=保证率
要挑水吃 water- kind=方便程度
下山打水 water- kind=方便程度
三两天就停一回 water- kind=保证率
三天停两回 water- kind=保证率
十天半月停一回 water- kind=保证率
一周停三回 water- kind=保证率
一年停四五十天 water- kind=保证率
一年要停四五十天 water- kind=保证率
早晚有水中午没有 water- kind=保证率
停得勤 water- kind=保证率
停得厉害 water- kind=保证率
老是没水 water- kind=保证率
总没水 water- kind=保证率
老没水 water- kind=保证率
到邻居家提 water- kind=方便程度
去邻居家打水 water- kind=方便程度
到邻居家接水 water- kind=方便程度
去邻居家接水 water- kind=方便程度
楼上没水 water- kind=水量
井水干了 water- kind=保证率
水管爆了没人修 water- kind=保证率
管子坏了没人修 water- kind=保证率
三天来一回 water- kind=保证率
隔天供 water- kind=保证率
不稳 water- kind=保证率
不好喝 water- kind=水质
化验不合格 water- kind=水质
检测不合格 water- kind=水质
还小 water-? kind=水量
`;
