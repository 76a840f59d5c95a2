/** Whether care can be paid for. */
export const careWords = `
自付部分 #care about=care
自付费用 #care about=care
自付 #care about=care
自费部分 #care about=care
剩下的钱 #care
剩下那点 #care
看病的钱 #care
药钱 #care about=care
药费 #care about=care
医药费 #care about=care
看病钱 #care about=care
医疗费 #care
住院费 #care
治疗费 #care
费用 #care
自费 #care about=care
剩余费用 #care
报销后 #care
报完 #care
能自己掏 care+ about=care
能掏 care+ about=care
自己能掏 care+ about=care
自己掏得起 care+ about=care
能承担 care+ about=care
可承担 care+ about=care
能够承担 care+ about=care
可以承担 care+ about=care
自己能承担 care+ about=care
能负担 care+ about=care
能够负担 care+ about=care
可负担 care+ about=care
可以负担 care+ about=care
负担得了 care+ about=care
承担得了 care+ about=care
能付 care+
能自付 care+ about=care
可自付 care+ about=care
能自行支付 care+ about=care
可自行支付 care+ about=care
自行支付 care+ about=care
自行支附 care+
能支付 care+ about=care
可支付 care+ about=care
可以支付 care+ about=care
支付能力 care+ about=care
能行 care+
能撑住 care+
撑住 care+
自己能撑住 care+
撑得住 care+
能顶住 care+ about=care
顶得住 care+ about=care
能顶 care+
扛得住 care+
能扛 care+
能扛住 care+
不愁 care+
不愁看病 care+
没压力 care+
没有压力 care+
没啥压力 care+
压力不大 care+
没多大压力 care+
没负担 care+ about=care
没啥负担 care+ about=care
没有负担 care+ about=care
没多大负担 care+ about=care
负担不大 care+ about=care
负担不重 care+ about=care
负担轻 care+ about=care
报完剩不多 care+
剩不多 care+
剩不多点 care+
剩不多点钱 care+
剩不了多少 care+
剩不几个 care+
没剩多少 care+
花不了多少 care+
花不了几个钱 care+
花不多 care+
花不几个钱 care+
要不了多少钱 care+
要不了几个钱 care+
没几个钱 care+
没多少钱 care+
没几块钱 care+
不多 care+
不咋花钱 care+
不花钱 care+
不用花钱 care+
不用掏钱 care+ about=care
不用自己掏 care+ about=care
不用自己掏钱 care+ about=care
自己不用掏 care+ about=care
自己掏不了几个 care+ about=care
自己掏不了多少 care+ about=care
自己掏不几个 care+ about=care
全报 care+
全报了 care+
全报销 care+
都报 care+
都报了 care+
都给报 care+
都给报了 care+
都报销 care+
都能报 care+
报得多自己掏得少 care+ about=care
自己掏得少 care+ about=care
掏得少 care+ about=care
小意思 care+
看病不愁 care+
看得起病 care+ about=care
看病没问题 care+
看病不成问题 care+
钱够 care+
够看病 care+
不困难 care+
不为难 care+
不吃力 care+
不费劲 care+
轻松 care+
应付得了 care+
应付得来 care+
应付得过来 care+
对付得了 care+
拿的出 care+
拿得出手 care+ about=care
拿得动 care+ about=care
不拖累 care+
不影响生活 care+
不用借钱 care+
不用借 care+
没借钱 care+
没借过钱 care+
没欠账 care+
没拉账 care+
没拉饥荒 care+
没外债 care+
负担的起 care+ about=care
承担的起 care+ about=care
没钱看 care-
没钱看病 care-
没钱治 care-
没钱治病 care-
没钱拿药 care-
没钱买药 care-
没钱吃药 care-
没钱花 care-
没钱 care-
吃不消 care-
受不了 care-
全靠借 care-
靠借 care-
靠借钱 care-
借钱 care-
借的钱 care-
借钱看 care-
借钱看病 care-
都是借的 care-
借的 care-
借着 care-
借来的 care-
东借西借 care-
东挪西借 care-
四处借 care-
到处借 care-
到处借钱 care-
拿借的 care-
借了一屁股 care-
借了一圈 care-
借了好几万 care-
借了 care-
跟亲戚借 care-
借亲戚的 care-
欠账 care-
欠了账 care-
欠着账 care-
欠了一屁股 care-
欠一屁股债 care-
一屁股债 care-
一屁股账 care-
欠债 care-
欠了债 care-
欠了一堆 care-
拉账 care-
拉了账 care-
拉饥荒 care-
拉了饥荒 care-
拉了一屁股 care-
外债 care-
背债 care-
背了债 care-
负债 care-
债台高筑 care-
举债 care-
贷款 care-
贷款看病 care-
贷了款 care-
贷的款 care-
拖着 care-
拖着不看 care-
拖着没看 care-
拖着不治 care-
熬着 care-
硬熬 care-
硬扛 care-
硬扛着 care-
死扛 care-
扛着 care-
不敢看 care-
不敢看病 care-
不敢去看 care-
不敢去医院 care-
不敢住院 care-
不敢治 care-
没去看 care-
不看了 care-
不治了 care-
放弃治疗 care-
停药 care-
停了药 care-
断药 care-
断了药 care-
药都停了 care-
药吃不起 care- about=care
吃不起药 care- about=care
没这个能力 care-
没那个能力 care-
没这能力 care-
没有能力 care-
没能力 care-
没有这个能力 care-
无力承担 care- about=care
无力支付 care- about=care
无力负担 care- about=care
无力 care-
无能力 care-
无支付能力 care- about=care
无能力支付 care- about=care
不具备支付能力 care- about=care
压力很大 care-
压力山大 care-
负担重 care- about=care
负担大 care- about=care
负担很重 care- about=care
负担太重 care- about=care
困难 care-
有困难 care-
很困难 care-
特别困难 care-
太难了 care-
撑不住 care-
顶不住 care-
扛不住 care-
撑不下去 care-
顶不下去 care-
撑不了 care-
扛不下去 care-
不够 care-
钱不够 care-
不够花 care-
远远不够 care-
差得远 care-
还差得远 care-
窟窿大 care-
掏空 care- about=care
掏空了 care- about=care
掏光 care- about=care
掏光了 care- about=care
花光 care-
花光了 care-
花空 care-
花空了 care-
家底掏空 care- about=care
家底花光 care-
积蓄花光 care-
积蓄花完 care-
倾家荡产 care-
砸锅卖铁 care-
卖房 care-
卖了房 care-
卖房看病 care-
卖地 care-
卖牛 care-
卖粮看病 care-
卖粮食看病 care-
水滴筹 care-
轻松筹 care-
众筹 care-
筹款 care-
上哪弄钱 care-
上哪弄那么多钱 care-
上哪弄去 care-
没处弄钱 care-
没处借 care-
愁死 care-
愁得慌 care-
愁 care-
犯愁 care-
发愁 care-
为难 care-
作难 care-
难 care-
揭不开锅 care-
压力大 care?
有压力 care?
东拼西凑 care?
硬撑 care?
硬撑着 care?
毛毛雨 care?
报得多 care?
报销多 care?
不管 care?
大病 care?
够花 care?
积蓄 care?
凑的 care?
凑 care?
凑钱 care?
孩子们 care?
孩子们凑 care?
孩子凑 care?
儿女凑 care?
儿子出 care?
儿子掏 care?
儿子拿 care?
儿子给出 care?
闺女出 care?
闺女拿 care?
孩子出 care?
孩子拿 care?
儿女出 care?
儿女拿 care?
靠儿子 care?
靠孩子 care?
靠闺女 care?
子女出 care?
子女给 care?
子女承担 care?
吃力 care?
有点吃力 care?
紧 care?
紧张 care?
紧紧巴巴 care?
紧巴 care?
紧巴巴 care?
紧巴点 care?
手头紧 care?
临时救助 care?
救助 care?
民政救助 care?
申请救助 care?
省着 care?
省着花 care?
勒着裤腰带 care?
勒紧 care?
看情况 care?
大病不行 care?
小病行 care?
小病能 care?
住院不行 care?
大病难 care?
要看多少 care?
看多少 care?
掏得起 care+/- about=care
掏的起 care+/- about=care
掏得了 care+/- about=care
掏得动 care+/- about=care
掏得出 care+/- about=care
`;
