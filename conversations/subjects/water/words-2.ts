/** What people say of their water. */
export const waterWords2 = `
细菌超标 water- kind=水质
大肠杆菌 water- kind=水质
浑得跟 water- kind=水质
没通水 water- kind=方便程度
没通自来水 water- kind=方便程度
没接自来水 water- kind=方便程度
没装自来水 water- kind=方便程度
没有自来水 water- kind=方便程度
没自来水 water- kind=方便程度
还没通 water- kind=方便程度
没通上 water- kind=方便程度
未通水 water- kind=方便程度
未通自来水 water- kind=方便程度
没接上 water- kind=方便程度
没接通 water- kind=方便程度
没接上水 water- kind=方便程度
没入户 water- kind=方便程度
未入户 water- kind=方便程度
不通水 water- kind=方便程度
不通自来水 water- kind=方便程度
吃沟里水 water- kind=方便程度
吃塘里水 water- kind=方便程度
吃河里水 water- kind=方便程度
吃坑里水 water- kind=方便程度
喝沟水 water- kind=方便程度
喝河水 water- kind=方便程度
喝塘水 water- kind=方便程度
吃雨水 water- kind=方便程度
接雨水吃 water- kind=方便程度
喝雨水 water- kind=方便程度
不达标 water- kind=水质
不方便吃水 water- kind=方便程度
远得很 water- kind=方便程度
水源远 water- kind=方便程度
不保证 water- kind=保证率
没保障 water- kind=保证率
没有保障 water- kind=保证率
保证不了 water- kind=保证率
供不上 water- kind=水量
供不上水 water- kind=水量
供应不上 water- kind=水量
很少停 water-? kind=水量
很少停水 water-? kind=水量
极少停 water-?
几乎不停 water-?
今天没水 water-?
这两天没水 water-?
这几天没水 water-?
时有时无 water-? kind=保证率
吃桶装水 water-? kind=方便程度
买桶装水 water-? kind=方便程度
买桶装水喝 water-? kind=方便程度
买水喝 water-? kind=方便程度
买水吃 water-? kind=方便程度
冻裂过 water-? kind=保证率
停水两天 water-? kind=保证率
停水三天 water-? kind=保证率
停水几天 water-? kind=保证率
停了两天 water-? kind=保证率
停了一天 water-?
停了几天 water-? kind=保证率
水垢 water-? kind=水质
有水垢 water-? kind=水质
水碱 water-? kind=水质
有水碱 water-? kind=水质
有点碱 water-? kind=水质
二楼上不去 water-? kind=水量
二楼没水 water-? kind=水量
楼上上不去 water-? kind=水量
偶尔停 water-?
偶尔停水 water-?
偶尔没水 water-?
过滤 water-? kind=水质
过滤一下 water-? kind=水质
澄一澄 water-? kind=水质
沉淀一下 water-? kind=水质
放一放 water-? kind=水质
停水一天 water-?
停一天 water-?
公用龙头 water-? kind=方便程度
公用水龙头 water-? kind=方便程度
公共水龙头 water-? kind=方便程度
走10分钟 water-? kind=方便程度
走十分钟 water-? kind=方便程度
高峰 water-? kind=保证率
高峰期 water-? kind=保证率
早晚高峰 water-? kind=保证率
吃井水 water-?
喝井水 water-?
打的井 water-?
自己打的井 water-?
自打井 water-?
小井 water-? kind=水量
压水井吃水 water-? kind=水量
水窖 water-?
有时没水 water-? kind=保证率
有时候没水 water-? kind=保证率
水有点 water-?
水慢 water-? kind=水量
慢 water-? kind=水量
水流慢 water-? kind=水量
氯气味 water-? kind=水质
漂白粉 water-? kind=水质
够吃 water+/- kind=水量
够用 water+/- kind=水量
够喝 water+/- kind=水量
够吃够用 water+/- kind=水量
够吃够喝 water+/- kind=水量
够吃的 water+/- kind=水量
够用的 water+/- kind=水量
充足 water+/- kind=水量
水量充足 water+/- kind=水量
水量足 water+/- kind=水量
水足 water+/- kind=水量
足够 water+/- kind=水量
管够 water+/- kind=水量
干净 water+/- kind=水质
水质达标 water+/- kind=水质
水质合格 water+/- kind=水质
达标的 water+/- kind=水质
水质好 water+/-
水质没问题 water+/-
水质过关 water+/-
方便 water+/- kind=方便程度
方便得很 water+/- kind=方便程度
水质安全 water+/-
饮水安全 water+/-
水安全 water+/-
水质良好 water+/-
供水正常 water+/- kind=保证率
正常供水 water+/- kind=保证率
有保障 water+/-
保障 water+/-
用水正常 water+/- kind=保证率
吃水正常 water+/- kind=保证率
能喝 water+/-
能饮用 water+/-
能直接喝 water+/-
稳定供水 water+/- kind=保证率
供水稳定 water+/- kind=保证率
水压正常 water+/- kind=保证率
水压足 water+/- kind=水量
水压够 water+/- kind=水量
水大 water+/-
水流大 water+/-
不缺水 water+/-
不断水 water+/-
不停水 water+/-
不缺水吃 water+/-
好水 water+
没短过水 water+
没短过 water+
吃水安全 water+
吃着放心 water+
喝着放心 water+
吃水放心 water+
挺足 water+
水挺足 water+
足得很 water+
够足 water+
水清 water+
水清亮 water+
清亮 water+
清亮亮 water+
清亮亮的 water+
清清亮亮 water+
清清亮亮的 water+
清澈 water+
清凉 water+
清得很 water+
清得见底 water+
水甜 water+
甜 water+
甜得很 water+
甜丝丝 water+
甜丝丝的 water+
好喝 water+
好喝得很 water+
水好喝 water+
水好 water+
水好着 water+
水好着呢 water+
水好着来 water+
水好得很 water+
水很好 water+
水挺好 water+
水不错 water+
水怪好 water+
水中得很 water+
一拧就有 water+
一拧就来 water+
一拧就出 water+
一拧就哗哗 water+
拧开就有 water+
拧开就来 water+
打开就有 water+
开了就有 water+
一开就有 water+
哗哗的 water+
哗哗流 water+
哗哗淌 water+
哗啦啦 water+
天天有水 water+
天天有 water+
天天来水 water+
全天有 water+
全天有水 water+
全天供水 water+
24小时有水 water+
二十四小时有水 water+
24小时供水 water+
一天到晚都有 water+
一天到晚有 water+
啥时候都有 water+
什么时候都有 water+
随时有 water+
随时都有 water+
常年有水 water+
常年不断 water+
常年不停 water+
从没断过 water+
从没停过 water+
从来没断过 water+
从来没停过 water+
没断过 water+
没停过 water+
没断过水 water+
没停过水 water+
没停过几回 water+
没缺过水 water+
没缺过 water+
从没缺过水 water+
不停不断 water+
不断 water+
不缺 water+
不浑 water+
不咸 water+
不苦 water+
不黄 water+
不脏 water+
没味 water+
没啥味 water+
没有味 water+
没味道 water+
没异味 water+
无异味 water+
没怪味 water+
没杂质 water+
没沉淀 water+
无杂质 water+
无色无味 water+
没污染 water+
无污染 water+
通到锅屋 water+
通到院 water+
通到院里 water+
通到院子里 water+
通到院头 water+
通到院头里 water+
通到家 water+
通到家里 water+
通到家门口 water+
通到屋里 water+
通到厨房 water+
通到灶屋 water+
接到家 water+
接到家里 water+
接到院里 water+
接到锅屋 water+
接到厨房 water+
接到灶台 water+
入户 water+
入户了 water+
已入户 water+
通入户 water+
户户通 water+
通自来水了 water+
通了自来水 water+
通上自来水 water+
用上自来水 water+
吃上自来水 water+
吃上了自来水 water+
用上了自来水 water+
喝上自来水 water+
装了自来水 water+
接了自来水 water+
接上自来水 water+
用自来水 water+
吃自来水 water+
喝自来水 water+
都通了 water+
通水了 water+
已通水 water+
通了水 water+
水通了 water+
水通着 water+
化验过合格 water+
化验合格 water+
检测合格 water+
化验过 water+
检测过 water+
检验合格 water+
水质检测合格 water+
饮水有保障 water+
饮水安全有保障 water+
吃水有保障 water+
吃水方便 water+
吃水方便着 water+
吃水方便得很 water+
用水方便 water+
用水方便得很 water+
吃水不愁 water+
用水不愁 water+
吃水不作难 water+
不作难 water+
吃水不困难 water+
没的说 water+
放心喝 water+
放心水 water+
干净得很 water+
干净着 water+
干净着呢 water+
干净水 water+
大水厂的水 water+
大水厂 water+
集中供水 water+
集中供水点 water+
双水源 water+
能吃 water+?
自来水厂 water+?
通着 water+?
接 water~
放 water~
喝 water~
吃 water~
用 water~
烧 water~
烧开 water~
浇地 water~
打 water~
挑 water~
拧 water~
洗 water~
洗衣服 water~
通 water~
装 water~
安装 water~
接通 water~
化验 water~
检测 water~
做饭 water~
换 water~
沉 water~
澄 water~
来 water~
供 water~
喝水 water~
扔 water~
停水 water-?/+ with=spell kind=保证率
断水 water-?/+ with=spell kind=保证率
断供 water-?/+ with=spell kind=保证率
没水 water-?/+ with=spell kind=保证率
没有水 water-?/+ with=spell kind=保证率
没水吃 water-?/+ with=spell kind=保证率
没水用 water-?/+ with=spell kind=保证率
没水喝 water-?/+ with=spell kind=保证率
停 water-?/+ with=spell kind=保证率
断 water-?/+ with=spell kind=保证率
冻 water-?/+ with=spell kind=保证率
上冻 water-?/+ with=spell kind=保证率
`;
