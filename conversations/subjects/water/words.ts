/** What people say of their water. */
export const waterWords = `
水 #water
饮水 #water
吃水 #water
用水 #water
喝水 #water
水质 #water
水量 #water
水压 #water
水管 #water
水管子 #water
管子 #water
水塔 #water
水龙头 #water
龙头 #water
饮用水 #water
供水 #water
吃的水 #water
喝的水 #water
水的事 #water
水这块 #water
饮水这块 #water
手压井 #water
压井 #water
机井 #water
深井 #water
自来水 #water
自来水管 #water
水井 #water
井 #water
井水 #water
压水井 #water
水表 #water
缺水 water-/+ kind=水量
供水不足 water-/+ kind=水量
水污染 water-/+ kind=水质
污染 water-/+ kind=水质
超标 water-/+ kind=水质
水质超标 water-/+ kind=水质
发黄 water-/+ kind=水质
发浑 water-/+ kind=水质
浑浊 water-/+ kind=水质
有味 water-/+ kind=水质
有异味 water-/+ kind=水质
异味 water-/+ kind=水质
有怪味 water-/+ kind=水质
有杂质 water-/+ kind=水质
有沉淀 water-/+ kind=水质
有泥沙 water-/+ kind=水质
杂质 water-?/+ kind=水质
沉淀 water-?/+ kind=水质
沉淀物 water-?/+ kind=水质
泥沙 water-?/+ kind=水质
水碱 water-?/+ kind=水质
缺 water-?/+ kind=水量
水压太小 water- kind=水量
水压太低 water- kind=水量
水流太小 water- kind=水量
水太碱 water- kind=水质
水味大 water- kind=水质
味大 water- kind=水质
水味 water- kind=水质
上不了楼 water- kind=水量
水上不了楼 water- kind=水量
打水 water- kind=方便程度
去打水 water- kind=方便程度
得去打水 water- kind=方便程度
要去打水 water- kind=方便程度
上井打水 water- kind=方便程度
村口打水 water- kind=方便程度
去邻居家拉 water- kind=方便程度
邻居家拉 water- kind=方便程度
邻居家提水 water- kind=方便程度
得去拉 water- kind=方便程度
要去拉 water- kind=方便程度
得拉 water- kind=方便程度
要靠拉 water- kind=方便程度
靠拉 water- kind=方便程度
去二里外拉 water- kind=方便程度
村东头接 water- kind=方便程度
村头接 water- kind=方便程度
去接水 water- kind=方便程度
要去接水 water- kind=方便程度
得去接水 water- kind=方便程度
水管老裂 water- kind=保证率
管子老裂 water- kind=保证率
老裂 water- kind=保证率
老坏 water- kind=保证率
还没接通 water- kind=方便程度
没接通水 water- kind=方便程度
漂白味 water- kind=水质
全是垢 water- kind=水质
都是垢 water- kind=水质
一层垢 water- kind=水质
厚厚的垢 water- kind=水质
水小 water- kind=水量
水量小 water- kind=水量
水太小 water- kind=水量
水流小 water- kind=水量
水太细 water- kind=水量
水细 water- kind=水量
水量不足 water- kind=水量
水量不够 water- kind=水量
水不够 water- kind=水量
水不够吃 water- kind=水量
水不够用 water- kind=水量
不够吃 water- kind=水量
不够用 water- kind=水量
不够喝 water- kind=水量
够不上吃 water- kind=水量
吃不上水 water-
用不上水 water-
喝不上水 water-
吃水困难 water-
吃水难 water- kind=方便程度
吃水不方便 water- kind=方便程度
吃水不便 water- kind=方便程度
用水困难 water-
用水难 water- kind=方便程度
用水不便 water- kind=方便程度
没来过水 water- kind=保证率
没来一滴水 water- kind=水量
没一滴水 water- kind=水量
一滴水没有 water- kind=水量
一滴水都没有 water- kind=水量
一滴都没有 water- kind=保证率
打不出水 water- kind=保证率
抽不上水 water- kind=保证率
抽不上来水 water- kind=保证率
抽不上来 water- kind=保证率
抽不上 water- kind=保证率
上不来水 water- kind=水量
上不去水 water- kind=水量
上不了水 water- kind=水量
不上水 water- kind=保证率
上不来 water- kind=水量
来水少 water- kind=水量
来水不够 water- kind=水量
水来得少 water- kind=水量
水压小 water- kind=水量
水压不足 water- kind=水量
水压不够 water- kind=水量
水压低 water- kind=水量
压力小 water- kind=水量
压力不足 water- kind=水量
水质差 water- kind=水质
水质不好 water- kind=水质
水质不行 water- kind=水质
水质不达标 water- kind=水质
水质不合格 water- kind=水质
水质有问题 water- kind=水质
水量有问题 water- kind=水量
水不好 water-
水不行 water-
水不中 water-
水孬 water-
水差 water-
水浑 water- kind=水质
水浑浊 water- kind=水质
水发浑 water- kind=水质
水混 water- kind=水质
水浊 water- kind=水质
水脏 water- kind=水质
水不干净 water- kind=水质
不干净 water- kind=水质
不清 water- kind=水质
不清亮 water- kind=水质
水不清 water- kind=水质
浑得很 water- kind=水质
浑得没法喝 water- kind=水质
浑汤 water- kind=水质
泥汤子 water- kind=水质
泥水 water- kind=水质
泥汤 water- kind=水质
发红 water- kind=水质
发白 water- kind=水质
发黑 water- kind=水质
发绿 water- kind=水质
发锈 water- kind=水质
有锈 water- kind=水质
锈水 water- kind=水质
黄水 water- kind=水质
黄汤 water- kind=水质
黄汤子 water- kind=水质
红水 water- kind=水质
黑水 water- kind=水质
浑水 water- kind=水质
水黄 water- kind=水质
水发黄 water- kind=水质
水发红 water- kind=水质
水发白 water- kind=水质
水发黑 water- kind=水质
铁锈味 water- kind=水质
铁锈 water- kind=水质
土腥味 water- kind=水质
土腥气 water- kind=水质
土味 water- kind=水质
腥味 water- kind=水质
臭味 water- kind=水质
漂白粉味 water- kind=水质
消毒水味 water- kind=水质
药味 water- kind=水质
怪味 water- kind=水质
杂味 water- kind=水质
咸味 water- kind=水质
苦味 water- kind=水质
涩味 water- kind=水质
碱味 water- kind=水质
异味大 water- kind=水质
有味道 water- kind=水质
有气味 water- kind=水质
味道不对 water- kind=水质
味不对 water- kind=水质
味不正 water- kind=水质
有股味 water- kind=水质
有股怪味 water- kind=水质
有点味 water- kind=水质
一股味 water- kind=水质
发咸 water- kind=水质
发苦 water- kind=水质
发涩 water- kind=水质
发臭 water- kind=水质
发腥 water- kind=水质
咸得慌 water- kind=水质
咸得很 water- kind=水质
咸水 water- kind=水质
苦水 water- kind=水质
水咸 water- kind=水质
水苦 water- kind=水质
水臭 water- kind=水质
水涩 water- kind=水质
碱大 water- kind=水质
水碱大 water- kind=水质
水碱重 water- kind=水质
碱重 water- kind=水质
碱太大 water- kind=水质
碱厚 water- kind=水质
水硬 water- kind=水质
白沫 water- kind=水质
白沫子 water- kind=水质
沫子 water- kind=水质
起沫 water- kind=水质
白沫多 water- kind=水质
渣子 water- kind=水质
沙子 water- kind=水质
有沙 water- kind=水质
有沙子 water- kind=水质
有泥 water- kind=水质
有渣 water- kind=水质
有渣子 water- kind=水质
有虫 water- kind=水质
有虫子 water- kind=水质
有小虫 water- kind=水质
红虫 water- kind=水质
闹肚子 water- kind=水质
拉肚子 water- kind=水质
不敢喝 water- kind=水质
不敢吃 water- kind=水质
不能喝 water- kind=水质
不能吃 water- kind=水质
没法喝 water- kind=水质
没法吃 water- kind=水质
喝不得 water- kind=水质
吃不得 water- kind=水质
喝不成 water- kind=水质
吃不成 water- kind=水质
不能饮用 water- kind=水质
不宜饮用 water- kind=水质
挑水 water- kind=方便程度
拉水 water- kind=方便程度
担水 water- kind=方便程度
提水 water- kind=方便程度
抬水 water- kind=方便程度
运水 water- kind=方便程度
背水 water- kind=方便程度
去挑水 water- kind=方便程度
得挑 water- kind=方便程度
要挑 water- kind=方便程度
得去挑 water- kind=方便程度
得挑水 water- kind=方便程度
靠挑 water- kind=方便程度
靠拉水 water- kind=方便程度
靠挑水 water- kind=方便程度
买水 water- kind=方便程度
借水吃 water- kind=方便程度
借水 water- kind=方便程度
去邻居家挑水 water- kind=方便程度
去邻居家接水 water- kind=方便程度
上邻居家挑 water- kind=方便程度
上邻居家接水 water- kind=方便程度
到邻居家提水 water- kind=方便程度
挑两趟 water- kind=方便程度
一天挑两趟 water- kind=方便程度
一里多地 water- kind=方便程度
二里多地 water- kind=方便程度
几里地 water- kind=方便程度
好几里 water- kind=方便程度
老远去挑 water- kind=方便程度
跑老远 water- kind=方便程度
走老远 water- kind=方便程度
水井干了 water- kind=保证率
井干了 water- kind=保证率
井枯了 water- kind=保证率
井没水了 water- kind=保证率
井里没水 water- kind=保证率
井底朝天 water- kind=保证率
井塌了 water- kind=保证率
冻得没水 water- kind=保证率
老停水 water- kind=保证率
老停 water- kind=保证率
总停 water- kind=保证率
总停水 water- kind=保证率
常停 water- kind=保证率
常停水 water- kind=保证率
常断水 water- kind=保证率
常常停 water- kind=保证率
经常停 water- kind=保证率
经常停水 water- kind=保证率
经常断水 water- kind=保证率
经常没水 water- kind=保证率
经常性停水 water- kind=保证率
动不动停水 water- kind=保证率
动不动就停 water- kind=保证率
三天两头停 water- kind=保证率
三天两头停水 water- kind=保证率
三天两头没水 water- kind=保证率
隔三差五停 water- kind=保证率
隔三差五停水 water- kind=保证率
停一停 water- kind=保证率
时不时停水 water- kind=保证率
一停就是 water- kind=保证率
一停好几天 water- kind=保证率
断断续续来水 water- kind=保证率
断断续续 water- kind=保证率
时断时续 water- kind=保证率
定时供水 water- kind=保证率
定时放水 water- kind=保证率
限时供水 water- kind=保证率
隔天来水 water- kind=保证率
隔天放水 water- kind=保证率
一天来一回 water- kind=保证率
一天来一次 water- kind=保证率
一天放一次 water- kind=保证率
一天放一回 water- kind=保证率
一天供一次 water- kind=保证率
跟茶样 water- kind=水质
跟茶一样 water- kind=水质
像茶水 water- kind=水质
跟泥汤样 water- kind=水质
接不满 water- kind=水量
接不满一桶 water- kind=水量
接半天 water- kind=水量
接半天接不满 water- kind=水量
滴滴答答 water- kind=水量
滴答 water- kind=水量
一滴一滴 water- kind=水量
滴着来 water- kind=水量
跟尿样 water- kind=水质
细得跟线样 water- kind=水量
线香粗 water- kind=水量
筷子粗 water- kind=水量
跟线样 water- kind=水量
氟超标 water- kind=水质
氟高 water- kind=水质
含氟高 water- kind=水质
含氟超标 water- kind=水质
高氟 water- kind=水质
高氟水 water- kind=水质
砷超标 water- kind=水质
铁锰超标 water- kind=水质
`;
