/** Illnesses, and being well. */
export const illnessWords2 = `
没灾没病 ill-
没有病 ill-
没大毛病 ill-
没大灾 ill-
没得过大病 ill-
没得大病 ill-
没生过病 ill-
没生病 ill-
没住过院 ill-
没得过病 ill-
不生病 ill-
很少生病 ill-
啥病没有 ill-
啥病都没有 ill-
啥病也没有 ill-
一个病号没有 ill-
平平安安 ill-
一个比一个壮实 ill-
都壮实 ill-
壮实 ill-
壮实着呢 ill-
壮得跟牛样 ill-
能吃能睡 ill-
能吃能喝 ill-
不吃药 ill-
没吃过药 ill-
不用吃药 ill-
治好了 cured
治好 cured
好了 cured
痊愈 cured
痊愈了 cured
康复了 cured
康复 cured
治愈 cured
治愈了 cured
好利索了 cured
好利索 cured
已痊愈 cured
已康复 cured
已治愈 cured
恢复了 cured
恢复好了 cured
不吃药了 cured
停药了 cured
摘了 cured
切了 cured
大病 ill+/-? with=big
重病 ill+/-? with=big
重大疾病 ill+/-? with=big
重疾 ill+/-? with=big
慢病 ill+/-? with=chronic
慢性病 ill+/-? with=chronic
慢性疾病 ill+/-? with=chronic
慢性病患者 ill+/-? with=chronic
慢行病 ill+/-? with=chronic
长期病 ill+/-? with=chronic
长期慢性病 ill+/-? with=chronic
特殊慢性病 ill+/-? with=chronic
基础病 ill+/-? with=chronic
白内障 ill+?/-?
青光眼 ill+?/-?
腰椎间盘突出 ill+?/-?
椎间盘突出 ill+?/-?
腰突 ill+?/-?
胆结石 ill+?/-?
肾结石 ill+?/-?
股骨颈骨折 ill+?/-?
静脉曲张 ill+?/-?
孤独症 ill+?/-?
自闭症 ill+?/-?
心脏不好 ill+?/-?
肾不好 ill+?/-?
肝不好 ill+?/-?
肺不好 ill+?/-?
精神有问题 ill+?/-?
脑子有病 ill+?/-?
神经病 ill+?/-?
不能自理 ill+?/-?
生活不能自理 ill+?/-?
走不了路 ill+?/-?
走不了 ill+?/-?
脑子不好使 ill+?/-?
腿不得劲 ill+?/-?
糖尿 ill+?/-?
吃降压药 ill+
常年吃降压药 ill+
一直吃降压药 ill+
打降压针 ill+
药就没停过 ill+
药没停过 ill+
药没断 ill+
药不停 ill+
不断药 ill+
病号常年 ill+
身体棒棒 ill-
身体棒棒的 ill-
身体都棒棒的 ill-
棒棒的 ill-
壮得跟牛似的 ill-
壮得像牛 ill-
吃嘛嘛香 ill-
身强体壮 ill-
利利索索 ill-
利利索索的 ill-
没去过医院 ill-
从没去过医院 ill-
结实着呢 ill-
都结实着呢 ill-
身体杠杠 ill-
没啥病 ill-?
没什么病 ill-?
得 ill~
得了 ill~
患 ill~
患上 ill~
看 ill~
看病 ill~
治 ill~
治疗 ill~
吃药 ill~
拿药 ill~
打针 ill~
住院 ill~
查 ill~
复查 ill~
检查 ill~
生 ill~
犯 ill~
走路 ill~
吃 ill~
花 ill~
换 ill~
`;
