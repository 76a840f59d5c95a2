/** What people say of their house. */
export const housingWords3 = `
随时会塌 house-? with=*
随时可能倒 house-? with=*
随时会倒 house-? with=*
随时能倒 house-? with=*
说塌就塌 house-? with=*
说倒就倒 house-? with=*
往下塌 house-? with=*
往一边倒 house-? with=*
往外倒 house-? with=*
往外鼓 house-? with=*
往外闪 house-? with=*
往外倾 house-? with=*
外倾 house-? with=*
外闪 house-? with=*
倾斜 house-? with=*
严重倾斜 house-? with=*
墙体倾斜 house-? with=*
歪得厉害 house-? with=*
墙歪了 house-? with=*
墙都歪了 house-? with=*
墙倒了 house-? with=*
后墙倒了 house-? with=*
山墙倒了 house-? with=*
墙塌了 house-? with=*
屋顶塌了 house-? with=*
房顶塌了 house-? with=*
顶塌了 house-? with=*
塌了半边 house-? with=*
塌了一半 house-? with=*
塌了一角 house-? with=*
塌了个角 house-? with=*
倒了半边 house-? with=*
倒了半截 house-? with=*
倒了一面墙 house-? with=*
大梁断 house-? with=*
大梁断了 house-? with=*
梁断 house-? with=*
梁断了 house-? with=*
梁都断了 house-? with=*
梁弯了 house-? with=*
梁都弯 house-? with=*
梁都弯了 house-? with=*
梁朽了 house-? with=*
梁都朽了 house-? with=*
檩条断了 house-? with=*
檩子断了 house-? with=*
檩条都朽了 house-? with=*
梁头朽了 house-? with=*
断了一根 house-? with=*
露筋 house-? with=*
露钢筋 house-? with=*
钢筋都露了 house-? with=*
楼板断了 house-? with=*
楼板裂了 house-? with=*
往下掉砖 house-? with=*
砖头都往下掉 house-? with=*
掉砖 house-? with=*
往下掉瓦 house-? with=*
掉瓦 house-? with=*
掉下来一块砖 house-? with=*
往下掉土 house-? with=*
掉渣 house-? with=*
往下掉渣 house-? with=*
往下淌泥 house-? with=*
露着天 house-? with=*
露天 house-? with=*
能看见天 house-? with=*
看见天 house-? with=*
见天 house-? with=*
能看见外头 house-? with=*
看见外头 house-? with=*
透亮 house-? with=*
砸着 house-? with=*
险些砸着 house-? with=*
差点砸着 house-? with=*
裂了老大 house-? with=*
裂了老大一道缝 house-? with=*
裂了大缝 house-? with=*
裂了个大口子 house-? with=*
裂了大口子 house-? with=*
裂大口子 house-? with=*
裂得厉害 house-? with=*
裂得能塞手 house-? with=*
能塞进手 house-? with=*
能塞手 house-? with=*
能伸进手 house-? with=*
能伸进拳头 house-? with=*
手都能伸进去 house-? with=*
手能伸进去 house-? with=*
巴掌宽的缝 house-? with=*
一指宽的缝 house-? with=*
拳头宽的缝 house-? with=*
通天缝 house-? with=*
从上裂到下 house-? with=*
裂缝很大 house-? with=*
裂缝很宽 house-? with=*
裂缝大 house-? with=*
大裂缝 house-? with=*
大缝 house-? with=*
大口子 house-? with=*
大窟窿 house-? with=*
大洞 house-? with=*
基础下沉 house-? with=*
地基下沉 house-? with=*
地基沉了 house-? with=*
地基塌了 house-? with=*
墙根空了 house-? with=*
墙基下沉 house-? with=*
沉降 house-? with=*
摇摇欲坠 house-? with=*
朽了 house-? with=*
淋倒 house-? with=*
漏得厉害 house-? with=*
漏得睡不成 house-? with=*
漏得一塌糊涂 house-? with=*
到处漏 house-? with=*
到处都漏 house-? with=*
漏成筛子 house-? with=*
拿棍顶着 house-? with=*
拿棍子顶着 house-? with=*
用棍顶着 house-? with=*
木头顶着 house-? with=*
拿木头顶着 house-? with=*
撑着 house-? with=*
铁丝绑着 house-? with=*
坍塌 house-? with=*
眼看就倒 house-? with=*
裂了个大缝 house-? with=*
裂了一道大缝 house-? with=*
墙裂开了 house-? with=*
裂开了 house-? with=*
后墙歪 house-? with=*
墙斜了 house-? with=*
倒了一角 house-? with=*
塌了半拉 house-? with=*
倒了半拉 house-? with=*
墙倒 house-? with=*
顶子塌 house-? with=*
砖都松了 house-? with=*
砖松了 house-? with=*
鼓肚子 house-? with=*
鼓了个肚子 house-? with=*
往外凸 house-? with=*
二级 house?
三级 house?
一级 house?
四级 house?
2级 house?
3级 house?
二级危房 house?
三级危房 house?
专家来看过 house?
住儿子家 oth+?/-?
住在儿子家 oth+?/-?
住儿子那 oth+?/-?
跟儿子住 oth+?/-?
跟着儿子住 oth+?/-?
跟儿子一起住 oth+?/-?
和儿子一起住 oth+?/-?
与儿子同住 oth+?/-?
与子女同住 oth+?/-?
和儿子同住 oth+?/-?
跟儿子过 oth+?/-?
跟着儿子过 oth+?/-?
跟儿子一块过 oth+?/-?
住儿子 oth+?/-?
住闺女家 oth+?/-?
住女儿家 oth+?/-?
住在闺女家 oth+?/-?
跟闺女住 oth+?/-?
跟女儿住 oth+?/-?
跟着闺女住 oth+?/-?
跟闺女过 oth+?/-?
搬过去 oth+?/-?
搬过去了 oth+?/-?
住闺女家里 oth+?/-?
住儿子家里 oth+?/-?
跟着闺女过 oth+?/-?
住孩子家 oth+?/-?
住儿子家楼房 oth+
住儿子楼房 oth+
住儿子家楼 oth+
住闺女家楼房 oth+
分了安置房 oth+
分了一套 oth+
有新房 oth+
有新楼 oth+
有新盖的房 oth+
有新盖的 oth+
有楼房 oth+
有平房 oth+
有商品房 oth+
还有三间新房 oth+
还有三间新的 oth+
还有新房 oth+
还有楼房 oth+
又盖了三间 oth+
又盖了 oth+
别无住处 oth-
没别的住处 oth-
没有别的住处 oth-
没住处 oth-
没有住处 oth-
没别的窝 oth-
没有别的窝 oth-
没窝 oth-
没地方 oth-
没有第二处 oth-
就住这 oth- only
就这住处 oth- only
就这破房 oth- only
就这破屋子 oth- only
就这个家 oth- only
就这房子 oth- only
只有这房子 oth- only
只有这屋 oth- only
只有这破屋 oth- only
就这么一座房 oth- only
就这么一处 oth- only
就这么一间 oth- only
就这么一套 oth- only
独一处 oth-
独一份 oth-
无房 oth-
没有房子 oth-
没有房 oth-
没房产 oth-
没别的了 oth-
没别的 oth-
没有别的 oth-
没有其他的 oth-
没有其它的 oth-
没旁的 oth-
没有旁的 oth-
不能住 oth?
没装修 oth?
老房子 oth?
老屋 oth?
破房 oth?
破屋 oth?
漏雨 oth?
危房 oth?
没交房 oth?
没盖好 oth?
没盖完 oth?
没收拾 oth?
没水没电 oth?
不通水电 oth?
毛坯 oth?
远 oth?
盖 house~ oth~
住 house~ appr~ oth~
来鉴定 house~
建 house~
住的 house~
睡 house~ oth~
住着 house~
装修 house~
刷 house~
粉刷 house~
量 house~ appr~
测 house~ appr~
看 appr~
来 appr~
拿 appr~
盖章 appr~
写 appr~
申请 appr~
送 appr~
修 appr~
买 oth~
搬 oth~
分 oth~
空 oth~
放 oth~
住安置房 house+ oth+
住在安置房 house+ oth+
公租房 house+ oth+
住公租房 house+ oth+
廉租房 house+ oth+
住廉租房 house+ oth+
住着安置房 house+ oth+
住进新房 house+ oth+
住进了新房 house+ oth+
已住进新房 house+ oth+
搬进新房 house+ oth+
搬进新房了 house+ oth+
搬进新房住 house+ oth+
搬进楼房 house+ oth+
搬进新楼 house+ oth+
搬新楼住 house+ oth+
搬儿子新楼住 house+ oth+
有安置房 house+ oth+
住着新房 house+ oth+
住着楼房 house+ oth+
住商品房 house+ oth+
住小区 house+ oth+
移民房 house+ oth+
危改房 house+ oth+
住搬迁房 house+ oth+
住危改房 house+ oth+
住移民房 house+ oth+
搬到新房住 house+ oth+
搬到新房 house+ oth+
搬到安置点住 house+ oth+
搬到安置点 house+ oth+
住安置点 house+ oth+
住在安置点 house+ oth+
搬进安置房 house+ oth+
搬到楼房住 house+ oth+
搬到楼上住 house+ oth+
住儿子家新房 oth+
住儿子新房 oth+
住闺女家新房 oth+
住女儿家楼房 oth+
住女儿家新房 oth+
儿子家有楼房能住 oth+
新房在县城 oth+
新房在镇上 oth+
评过 appr+/-
评了 appr+/-
搞过 appr+/-
搞了 appr+/-
办过 appr+/-
没出结果 appr?
没给结果 appr?
没结果 appr?
结果没出 appr?
结果没下来 appr?
报告没下来 appr?
报告没出 appr?
等结果 appr?
还没住进去 house?
没住进去 house?
还没搬进去 house?
没搬进去 house?
只有这个房子 oth- only
就这个房子 oth- only
加固改造中 house?
改造中 house?
正在改造 house?
正在加固 house?
正改造 house?
在改造 house?
在加固 house?
鉴定成b appr+
鉴定成a appr+
鉴定成c appr+
鉴定成d appr+
住建局来看过 appr+
住建来过 appr+
住建局来过 appr+
评的b house+ grade=b
漏得不能住 house-
漏得没法住 house-
漏得住不成 house-
不放心 house?
住城里 oth+
住县城 oth+
住镇上 oth+
住街上 oth+
住县里 oth+
住城里楼房 oth+
`;
