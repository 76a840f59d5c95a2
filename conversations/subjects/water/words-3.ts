/** What people say of their water. */
export const waterWords3 = `
冻裂 water-?/+ with=spell
冻裂了 water-?/+ with=spell
冻坏 water-?/+ with=spell
冻坏了 water-?/+ with=spell
冻住 water-?/+ with=spell
冻住了 water-?/+ with=spell
冻上 water-?/+ with=spell
冻上了 water-?/+ with=spell
水管冻 water-?/+ with=spell cause=frost
水管冻了 water-?/+ with=spell cause=frost
水管冻住 water-?/+ with=spell cause=frost
水管冻裂 water-?/+ with=spell cause=frost
水表冻 water-?/+ with=spell
水表冻了 water-?/+ with=spell
水表冻坏 water-?/+ with=spell
管子冻 water-?/+ with=spell cause=frost
管子冻了 water-?/+ with=spell cause=frost
管子冻住 water-?/+ with=spell cause=frost
管子上冻 water-?/+ with=spell cause=frost
管子坏 water-?/+ with=spell
管子坏了 water-?/+ with=spell
管子破了 water-?/+ with=spell
管子断了 water-?/+ with=spell
管子裂了 water-?/+ with=spell
管子爆了 water-?/+ with=spell
管子烂了 water-?/+ with=spell
水管坏 water-?/+ with=spell
水管坏了 water-?/+ with=spell
水管破了 water-?/+ with=spell
水管断了 water-?/+ with=spell
水管裂了 water-?/+ with=spell
水管爆了 water-?/+ with=spell
水管烂了 water-?/+ with=spell
水管漏 water-?/+ with=spell
水管漏水 water-?/+ with=spell
管子漏 water-?/+ with=spell
管子漏水 water-?/+ with=spell
水管漏了 water-?/+ with=spell
管子漏了 water-?/+ with=spell
水泵坏 water-?/+ with=spell
水泵坏了 water-?/+ with=spell
泵坏了 water-?/+ with=spell
水塔坏 water-?/+ with=spell
水塔坏了 water-?/+ with=spell
没来水 water-?/+ with=spell
不来水 water-?/+ with=spell
不出水 water-?/+ with=spell
放不出水 water-?/+ with=spell
停过 water-?/+ with=spell
断过 water-?/+ with=spell
停电停水 water-?/+ with=spell
脏 water-/+
咸 water-/+
苦 water-/+
涩 water-/+
臭 water-/+
腥 water-/+
黄 water-/+
浑 water-/+
混 water-/+
小 water-/+
少 water-/+
远 water-/+
细 water-/+
困难 water-/+
难 water-/+
作难 water-/+
麻烦 water-/+
有点咸 water-/+
有点黄 water-/+
有点浑 water-/+
有点小 water-/+
有点苦 water-/+
有点涩 water-/+
有点味 water-/+
发臭 water-/+
清 water+/-
好喝 water+/-
甜 water+/-
充足 water+/-
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
天旱就没水 water-
天旱井就干 water-
定点供水 water-
半夜才来水 water-
两天来一次 water-
两天来一回 water-
三天来一次 water-
每天只来两小时 water-
只来两小时 water- only
只来一小时 water- only
一天就来一个小时 water-
一天就来一小时 water-
取水不方便 water-
打水太远 water-
打水远 water-
离井远 water-
有水锈 water-
水锈 water-
下雨就浑 water-
味儿大 water-
烧开一层白的 water-
一层白的 water-
有层白 water-
流得慢 water-
细得跟线一样 water-
水泵坏了没人修 water-
没人修 water-
要挑水吃 water-
下山打水 water-
三两天就停一回 water-
三天停两回 water-
十天半月停一回 water-
一周停三回 water-
一年停四五十天 water-
一年要停四五十天 water-
早晚有水中午没有 water-
停得勤 water-
停得厉害 water-
老是没水 water-
总没水 water-
老没水 water-
到邻居家提 water-
去邻居家打水 water-
到邻居家接水 water-
去邻居家接水 water-
楼上没水 water-
井水干了 water-
水管爆了没人修 water-
管子坏了没人修 water-
三天来一回 water-
隔天供 water-
不稳 water-
不好喝 water-
化验不合格 water-
检测不合格 water-
`;
