import { reads } from './table.ts';

function yesNo(meaning: string): unknown {
  return meaning === 'yes';
}

function asks(q: string | undefined, table: string): void {
  reads('yesNo', table, yesNo, q);
}

// Words that mean the same whatever is asked.
asks(
  undefined,
  `
是 → yes
是的 → yes
是啊 → yes
是滴 → yes
是呢 → yes
对 → yes
对的 → yes
对啊 → yes
对对对 → yes
嗯 → yes
嗯嗯 → yes
嗯呢 → yes
恩 → yes
有 → yes
有的 → yes
有啊 → yes
有呢 → yes
有嘞 → yes
确实有 → yes
肯定有 → yes
当然有 → yes
yes → yes
Y → yes
YES → yes
1 → yes
① → yes
1. → yes
选1 → yes
1是 → yes
第一个 → yes
√ → yes
✅ → yes
是👍 → yes
有[微笑] → yes
嗯，有 → yes
是。 → yes
不 → no
不是 → no
不是的 → no
否 → no
没 → no
没有 → no
没有啊 → no
没有呢 → no
没有的 → no
没有没有没有 → no
没的 → no
没得 → no
没啊 → no
木有 → no
木得 → no
木有啊 → no
冇 → no
莫得 → no
么得 → no
无 → no
暂无 → no
从来没有 → no
没这回事 → no
没有的事 → no
不存在 → no
一个没有 → no
no → no
N → no
NO → no
2 → no
② → no
选2 → no
2否 → no
× → no
❌ → no
沒有 → no
没 有 → no
可能有 → ?
应该有吧 → ?
好像没有 → ?
有吧 → ?
没有吧 → ?
是吧 → ?
不一定 → ?
说不准 → ?
看情况 → ?
不知道 → ?
不清楚 → ?
有没有？ → ?
啥算有 → ?
算不算 → ?
同上 → ?
没问题 → ?
一般 → ?
还行 → ?
随便 → ?
`,
);

asks(
  'allInsured',
  `
都参了 → yes
全参了 → yes
都参加了 → yes
全部参加 → yes
全家都参了 → yes
一家人都参了 → yes
五口人都参了 → yes
四口都交了 → yes
都交了 → yes
全交了 → yes
都交过了 → yes
交齐了 → yes
都买了 → yes
都入了 → yes
都缴了 → yes
都缴费了 → yes
已经交了 → yes
都办了 → yes
都有 → yes
都有医保 → yes
人人都有 → yes
参了 → yes
交了 → yes
参保了 → yes
都参合了 → yes
全员参保 → yes
一个不落 → yes
一个不少 → yes
一个都没落 → yes
没有没参的 → yes
没有没交的 → yes
没有不参的 → yes
没有漏的 → yes
没漏 → yes
不差人 → yes
没一个不参的 → yes
老人小孩都参了 → yes
大人小孩都交了 → yes
没有一个没参 → yes
有 → yes
是 → yes
没问题 → yes
没参 → no
没有参 → no
没交 → no
还没交 → no
没参保 → no
没全参 → no
没参全 → no
不全 → no
没交全 → no
有一个没参 → no
有一个没交 → no
差一个 → no
差一个人 → no
缺一个 → no
少一个 → no
还差一个 → no
还差俩没交 → no
就一个没参 → no
老大没参 → no
老头没交 → no
儿子没参 → no
孩子没交 → no
除了老太太都参了 → no
除了儿子都交了 → no
就儿子没参 → no
只有老人参了 → no
就老两口参了 → no
一个没参 → no
都没参 → no
都没交 → no
断缴了 → no
忘了交 → no
没参加 → no
不想参 → no
没钱交 → no
交不起 → no
没有 → no
应该都参了 → ?
参了吧 → ?
都参了吧 → ?
好像都交了 → ?
可能都参了 → ?
基本都参了 → ?
大部分参了 → ?
差不多都参了 → ?
正在办 → ?
正在交 → ?
准备交 → ?
还没来得及交 → ?
马上交 → ?
在外地参的 → ?
在上海参的 → ?
儿子在外地参保 → ?
职工医保 → ?
儿子是职工医保 → ?
单位交的 → ?
厂里给交的 → ?
在学校交的 → ?
刚生的孩子还没上 → ?
新生儿没参 → ?
买的商业保险 → ?
不清楚 → ?
外地参的算不算 → ?
职工医保算吗 → ?
同上 → ?
好 → ?
行 → ?
`,
);

asks(
  'seriousIllness',
  `
有 → yes
有病人 → yes
有一个 → yes
有慢性病 → yes
有大病 → yes
高血压 → yes
有高血压 → yes
老伴高血压 → yes
我有高血压糖尿病 → yes
糖尿病 → yes
血糖高 → yes
血压高 → yes
三高 → yes
脑梗 → yes
得过脑梗还在吃药 → yes
老头脑血栓 → yes
中风 → yes
偏瘫 → yes
瘫痪在床 → yes
瘫床上好几年了 → yes
癌症 → yes
肺癌 → yes
胃癌晚期 → yes
乳腺癌 → yes
心脏病 → yes
冠心病 → yes
心脏支架 → yes
尿毒症 → yes
透析 → yes
做透析 → yes
肾衰 → yes
肝硬化 → yes
乙肝 → yes
哮喘 → yes
肺气肿 → yes
肺结核 → yes
类风湿 → yes
精神病 → yes
精神分裂 → yes
癫痫 → yes
羊癫疯 → yes
帕金森 → yes
老年痴呆 → yes
白血病 → yes
股骨头坏死 → yes
尘肺 → yes
常年吃药 → yes
长期吃药 → yes
天天吃药 → yes
离不开药 → yes
药罐子 → yes
常年卧床 → yes
没大病,就是高血压 → yes
没大病,有糖尿病 → yes
没啥大病就是血压高 → yes
没有大病,老伴有慢性病 → yes
大病没有,慢性病有 → yes
老头脑梗好几年了 → yes
奶奶瘫痪 → yes
没有 → no
没病 → no
没有病 → no
没病没灾 → no
都没病 → no
无 → no
没有大病也没有慢性病 → no
没大病没慢性病 → no
没有大病慢性病 → no
没有慢性病 → no
没有重病和慢性病 → no
没有高血压糖尿病这些 → no
都健康 → no
身体都好 → no
都好着呢 → no
身体好着呢 → no
身体棒 → no
都很健康 → no
全家健康 → no
硬朗着呢 → no
身体硬朗 → no
都挺好 → no
没毛病 → no
没病人 → no
没有病人 → no
没啥大病 → ?
没什么大病 → ?
没大病 → ?
没有大病 → ?
没得大病 → ?
没有高血压 → ?
老毛病 → ?
有点老毛病 → ?
小毛病 → ?
有点小毛病 → ?
腰疼 → ?
腰腿疼 → ?
腰疼腿疼 → ?
腿脚不好 → ?
感冒 → ?
身体不好 → ?
身体不太好 → ?
身体差 → ?
年纪大了 → ?
岁数大了身体不行 → ?
住过院 → ?
做过手术 → ?
以前有病好了 → ?
癌症治好了 → ?
残疾 → ?
有残疾 → ?
骨折 → ?
耳朵聋 → ?
白内障 → ?
吃着药 → ?
还行 → ?
还好 → ?
一般 → ?
行 → ?
好 → ?
中 → ?
好的 → ?
可以 → ?
OK → ?
应该没有 → ?
好像有点高血压 → ?
高血压算不算 → ?
高血压算吗？ → ?
糖尿病算慢性病吗 → ?
说不准 → ?
不清楚 → ?
同上 → ?
`,
);

asks(
  'canAffordCare',
  `
能 → yes
能自己付 → yes
自己能付 → yes
付得起 → yes
掏得起 → yes
看得起 → yes
看得起病 → yes
出得起 → yes
拿得出 → yes
负担得起 → yes
负担的起 → yes
能负担 → yes
能承担 → yes
能自己承担 → yes
自己掏 → yes
自己出 → yes
自己能掏 → yes
有能力 → yes
具备 → yes
有钱看 → yes
没问题 → yes
没压力 → yes
够 → yes
不愁 → yes
有存款 → yes
不能 → no
付不起 → no
掏不起 → no
看不起 → no
看不起病 → no
拿不出 → no
拿不出钱 → no
出不起 → no
负担不起 → no
负担不了 → no
承担不起 → no
没钱 → no
没钱看 → no
没钱治 → no
没能力 → no
没有能力 → no
不具备 → no
借钱看病 → no
靠借 → no
借的钱 → no
欠了债 → no
欠一屁股债 → no
付不起,都是借的 → no
没有 → no
吃力 → ?
有点吃力 → ?
勉强 → ?
勉强能 → ?
凑合 → ?
凑的 → ?
儿女凑的 → ?
孩子们出的 → ?
儿子给出 → ?
儿女给 → ?
闺女付的 → ?
亲戚帮忙 → ?
报销完还行 → ?
报销后能负担 → ?
报销了就还好 → ?
有点困难 → ?
有点紧 → ?
有点压力 → ?
压力大 → ?
还行 → ?
小病能,大病不行 → ?
小病还行 → ?
看啥病 → ?
看情况 → ?
应该能 → ?
能吧 → ?
说不准 → ?
行 → ?
`,
);

asks(
  'incomeStable',
  `
稳定 → yes
稳 → yes
挺稳 → yes
很稳定 → yes
比较稳定 → yes
还算稳定 → yes
稳定着呢 → yes
收入稳定 → yes
稳当 → yes
固定 → yes
有固定工资 → yes
月月有 → yes
每月都有 → yes
按月发 → yes
旱涝保收 → yes
铁饭碗 → yes
没有不稳定 → yes
不稳 → no
不稳定 → no
不太稳定 → no
不咋稳 → no
不大稳定 → no
不固定 → no
没准 → no
没有准 → no
没个准 → no
看天吃饭 → no
靠天吃饭 → no
靠天收 → no
有一天没一天 → no
有活就干 → no
有活就干没活就歇 → no
时有时无 → no
时好时坏 → no
时多时少 → no
忽高忽低 → no
断断续续 → no
三天打鱼两天晒网 → no
没保障 → no
说不准 → ?
不好说 → ?
看情况 → ?
看年景 → ?
不一定 → ?
还行 → ?
一般 → ?
凑合 → ?
应该稳定 → ?
稳定吧 → ?
可能不稳 → ?
今年稳,明年不好说 → ?
比去年差点 → ?
不清楚 → ?
啥叫稳定 → ?
行 → ?
`,
);

asks(
  'schoolAgeChild',
  `
有 → yes
有一个 → yes
有两个 → yes
有俩 → yes
有一个上小学 → yes
俩孩子上小学 → yes
一个上初中 → yes
孙子上三年级 → yes
孙女上初二 → yes
有上学的 → yes
有学生 → yes
有个10岁的 → yes
孙子8岁 → yes
大的12岁,小的7岁 → yes
一个6岁 → yes
15岁,上初三 → yes
有一个15岁 → yes
有娃在读小学 → yes
都在上小学 → yes
没有 → no
没 → no
没孩子 → no
没有孩子 → no
没娃 → no
没小孩 → no
没有上学的 → no
没有上学的孩子 → no
没上学的孩子 → no
没有学生 → no
没有适龄儿童 → no
无适龄儿童 → no
孩子都大了 → no
都大了 → no
孩子都工作了 → no
都成家了 → no
孩子上大学 → no
都上大学了 → no
孩子还小 → no
上幼儿园 → no
还没到上学年龄 → no
就老两口,没孩子 → no
孩子3岁 → ?
孙子5岁 → ?
5岁半 → ?
有一个,3岁 → ?
快6岁了 → ?
刚满6岁 → ?
16岁 → ?
有一个16岁 → ?
上高中 → ?
上高一 → ?
上大班 → ?
刚初中毕业 → ?
休学 → ?
不清楚 → ?
5岁算吗 → ?
行 → ?
好 → ?
应该有吧 → ?
`,
);

asks(
  'droppedOut',
  `
有 → yes
有一个 → yes
有一个不上了 → yes
有一个辍学 → yes
有个辍学的 → yes
辍学了 → yes
不上了 → yes
不上学了 → yes
不念了 → yes
不去了 → yes
退学了 → yes
老二不上了 → yes
初二不上了 → yes
没上学 → yes
没在上 → yes
没去上 → yes
在家没上学 → yes
打工去了 → yes
去打工了 → yes
没有 → no
没有辍学的 → no
没辍学 → no
没有失学 → no
没有失学辍学 → no
没有不上学的 → no
没有不上的 → no
没不上的 → no
没有一个不上的 → no
都在上 → no
都在上学 → no
都上着 → no
都上着呢 → no
都在校 → no
在校 → no
都在学校 → no
都念着书 → no
正常上学 → no
在上小学 → no
上小学呢 → no
一个没落 → no
没这情况 → no
没问题 → no
休学 → ?
休学了 → ?
请假了 → ?
请病假 → ?
有时候不去 → ?
三天两头不去 → ?
不想上 → ?
不愿意上 → ?
快不上了 → ?
闹着不上 → ?
送教上门 → ?
上特校 → ?
转学了 → ?
毕业了 → ?
初中毕业没上高中 → ?
生病在家 → ?
应该没有 → ?
好像不上了 → ?
不清楚 → ?
行 → ?
`,
);

asks(
  'housingSafe',
  `
安全 → yes
安全的 → yes
安全着呢 → yes
没问题 → yes
没毛病 → yes
结实 → yes
牢固 → yes
房子好着呢 → yes
挺好 → yes
不是危房 → yes
新房 → yes
B级 → yes
A级 → yes
是 → yes
有 → yes
住安置房 → yes
不安全 → no
危房 → no
是危房 → no
C级 → no
D级 → no
不 → no
没有 → no
漏雨 → ?
土坯房 → ?
老房子 → ?
有裂缝 → ?
还能住 → ?
凑合 → ?
要倒了 → ?
应该安全 → ?
安全吧 → ?
算安全吗 → ?
行 → ?
`,
);

asks(
  'housingAppraised',
  `
鉴定过 → yes
鉴定过了 → yes
鉴定了 → yes
做过鉴定 → yes
有鉴定 → yes
有鉴定报告 → yes
去年鉴定的 → yes
鉴定是C级 → yes
住建局来鉴定过 → yes
住建局来看过 → yes
评过 → yes
有报告 → yes
定的D级 → yes
有 → yes
没有 → no
没鉴定 → no
没鉴定过 → no
没有鉴定 → no
没做过 → no
没做 → no
没人来鉴定 → no
没人来看过 → no
没人管 → no
还没 → no
还没鉴定 → no
没来过 → no
正在鉴定 → ?
申请了 → ?
报上去了 → ?
等着鉴定 → ?
说要来 → ?
准备鉴定 → ?
村里来看过 → ?
来看过 → ?
有人来看过 → ?
鉴定了没出结果 → ?
应该鉴定过 → ?
不清楚 → ?
`,
);

asks(
  'otherSafeHousing',
  `
有 → yes
有新房 → yes
有楼房 → yes
住儿子家楼房 → yes
住儿子家新房 → yes
在城里有房 → yes
县城买了房 → yes
搬到新房住了 → yes
住安置房 → yes
住新房 → yes
另有一处 → yes
有别的房子 → yes
没有 → no
没别的房 → no
没有其他房子 → no
没有别的 → no
就这一处 → no
就这一套 → no
只有这一处 → no
只有这个房子 → no
没地方住 → no
没处住 → no
哪有 → no
租房住 → ?
租的房子 → ?
借住亲戚家 → ?
住亲戚家 → ?
借邻居的房 → ?
儿子有楼,老人不愿去 → ?
儿子有房,老人自己住老屋 → ?
老人单独住老房子 → ?
老人不愿意搬 → ?
儿子有房 → ?
儿子有楼房 → ?
正在盖 → ?
准备盖 → ?
应该有 → ?
不清楚 → ?
`,
);

asks(
  'waterProblem',
  `
没问题 → no
没有问题 → no
没事 → no
没有 → no
没 → no
正常 → no
水好 → no
挺好 → no
够吃 → no
水干净 → no
不缺水 → no
有 → yes
有问题 → yes
水黄 → yes
水发黄 → yes
水有味 → yes
经常停水 → yes
水小 → yes
要挑水 → yes
没事就是有点咸 → yes
偶尔停水 → ?
水费贵 → ?
应该没问题 → ?
还行 → ?
有点黄算吗 → ?
行 → ?
好 → ?
`,
);

asks(
  'otherDifficulties',
  `
有 → yes
有困难 → yes
困难不少 → yes
缺钱 → yes
缺劳力 → yes
没劳动力 → yes
欠债 → yes
没有 → no
没 → no
无 → no
没困难 → no
没有困难 → no
没啥困难 → no
没什么困难 → no
没别的困难 → no
没有其他困难 → no
没有别的 → no
没别的了 → no
没了 → no
没啥了 → no
没啥 → no
没问题 → no
都解决了 → no
不缺 → ?
还行 → ?
还能过 → ?
凑合 → ?
一般 → ?
没啥大困难 → ?
应该没有 → ?
不清楚 → ?
行 → ?
`,
);

asks(
  'confirm',
  `
对 → yes
对的 → yes
是 → yes
嗯 → yes
行 → yes
中 → yes
中嘞 → yes
好 → yes
好的 → yes
可以 → yes
成 → yes
管 → yes
OK → yes
ok的 → yes
没错 → yes
没问题 → yes
确认 → yes
同意 → yes
妥了 → yes
不行 → no
不对 → no
不中 → no
不是 → no
不 → no
不要 → no
别 → no
错了 → no
有错 → no
不管 → ?
随便 → ?
都行 → ?
再看看 → ?
等等 → ?
应该对吧 → ?
`,
);
