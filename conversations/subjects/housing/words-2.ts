/** What people say of their house. */
export const housingWords2 = `
没住那 empty
没人住 empty
不住人了 empty
不住那 empty
没住 empty
放点粮食 empty
放粮食 empty
放杂物 empty
堆杂物 empty
放农具 empty
闲置 empty
空着 empty
空关 empty
不住了 empty
早不住了 empty
早就不住 empty
已拆 empty
拆了 empty
扒了 empty
拆除 empty
已拆除 empty
推了 empty
拆掉 empty
扒掉 empty
不住那了 empty
有房 oth+/-
有别的房 oth+/-
有其他房 oth+/-
有其它房 oth+/-
有安全住房 oth+/-
另有住房 oth+/-
另有房 oth+/-
另有安全住房 oth+/-
另有安全房 oth+/-
有第二套房 oth+/-
有两处房 oth+/-
有两套房 oth+/-
有两处住房 oth+/-
别处有房 oth+/-
镇上有房 oth+/-
县里有房 oth+/-
县城有房 oth+/-
城里有房 oth+/-
街上有房 oth+/-
有楼房住 oth+/-
有新房住 oth+/-
有地方住 oth+/-
有处住 oth+/-
有一套 oth+
有套 oth+
有套房 oth+
有套楼房 oth+
有套楼 oth+
有套商品房 oth+
有一处 oth+
还有一处 oth+
还有一套 oth+
另有一套 oth+
另有一处 oth+
随时能去住 oth+
都搬过去 oth+
搬过去住 oth+
都搬过去了 oth+
人都搬过去了 oth+
早搬过去 oth+
早搬走 oth+
平时就住那 oth+
平时住那 oth+
现在住那 oth+
住那 oth+
住那边 oth+
住那儿 oth+
住在那 oth+
住在那边 oth+
住儿子楼房 oth+
住新房 oth+
住新屋 oth+
住楼房 oth+
住楼上 oth+
县城买了房 oth+
县城买的房 oth+
城里买了房 oth+
镇上买了房 oth+
镇里买了房 oth+
街上买了房 oth+
买了套房 oth+
买了房 oth+
买的房 oth+
买的楼 oth+
买了楼房 oth+
买了套楼房 oth+
买了商品房 oth+
前院新盖 oth+
新盖了三间 oth+
新盖了房 oth+
盖了新房 oth+
另盖了 oth+
另建了 oth+
另起了 oth+
平时住新屋 oth+
前头新盖的 oth+
没别的房 oth-
没别的房子 oth-
没有别的房 oth-
没有别的房子 oth-
没别处房 oth-
没别处住 oth-
没有别处住 oth-
没别的地方住 oth-
没旁的房 oth-
没旁的地方 oth-
没其他房 oth-
没其它房 oth-
没其他房子 oth-
没其他住房 oth-
无其他住房 oth-
无其它住房 oth-
无其他房 oth-
无其他安全住房 oth-
无别的房 oth-
无别房 oth-
就这一处 oth- only
就这一间 oth- only
就这一套 oth- only
就这两间 oth- only
就这几间 oth- only
就这三间 oth- only
就这房 oth- only
就这个房 oth- only
就这一个房 oth- only
就这屋 oth- only
就这老屋 oth- only
就这破屋 oth- only
只有这一处 oth- only
只有这一套 oth- only
只有这一间 oth- only
只有这一个 oth- only
只有这房 oth- only
只此一处 oth- only
仅此一处 oth- only
仅此一套 oth- only
唯一住房 oth-
唯一一处 oth-
就一处 oth- only
就一套 oth- only
就一处房 oth- only
就这一座 oth- only
就一个窝 oth- only
没地方住 oth-
没地方去 oth-
没处住 oth-
没处搬 oth-
没处去 oth-
无处可住 oth-
无处可去 oth-
无处可搬 oth-
没地儿住 oth-
没地儿去 oth-
没地儿搬 oth-
没房 oth-
没房住 oth-
没房子住 oth-
没有房子住 oth-
没有房住 oth-
没处挪 oth-
没有第二套 oth-
没第二套 oth-
没第二处 oth-
过去睡哪 oth-
旁的啥也没有 oth-
旁的没有 oth-
除了这没有 oth-
住不开 oth-
没有地方住 oth-
没有地方去 oth-
没有地方搬 oth-
没落脚的地方 oth-
租房 oth?
租的 oth?
租的房 oth?
租住 oth?
借住 oth?
借的 oth?
借的房 oth?
借人家的 oth?
借亲戚的 oth?
没去 oth?
不让住 oth?
不叫住 oth?
寄住 oth?
自己住老屋 oth?
老的住 oth?
老人独居 oth?
住不惯 oth?
不想去 oth?
不愿去 oth?
不愿意去 oth?
房产 oth+?
住宅楼 oth+?
别处房 #oth
第二套 #oth
另一套 #oth
别的房子 #oth
别的房 #oth
别处 #oth
其他房子 #oth
其他住房 #oth
另外的房 #oth
旁的房 #oth
鉴过 appr+/-
鉴过了 appr+/-
鉴 appr+/-
定过 appr+/-
做过 appr+/-
做了 appr+/-
弄过 appr+/-
测过 appr+/-
测过了 appr+/-
检测了 appr+/-
看过级 appr+/-
来测过 appr+/-
鉴定 appr+/-
评定 appr+/-
检测 appr+/-
鉴定过 appr+/-
鉴定了 appr+/-
做过鉴定 appr+/-
做鉴定 appr+/-
做了鉴定 appr+/-
来鉴定 appr+/-
来鉴定过 appr+/-
鉴定报告 appr+/-
鉴定书 appr+/-
鉴定结果 appr+/-
鉴定证明 appr+/-
评定过 appr+/-
检测过 appr+/-
评估 appr+/-
评估过 appr+/-
评估了 appr+/-
定级 appr+/-
定过级 appr+/-
定了级 appr+/-
定的级 appr+/-
评级 appr+/-
评过级 appr+/-
认定 appr+/-
认定过 appr+/-
认定了 appr+/-
鉴定完 appr+/-
鉴定完了 appr+/-
鉴定好 appr+/-
鉴定好了 appr+/-
鉴定结论 appr+/-
房屋鉴定 appr+/-
安全鉴定 appr+/-
危房鉴定 appr+/-
专业鉴定 appr+/-
评了级 appr+/-
测评 appr+/-
测评过 appr+/-
鉴定表 appr+/-
检测报告 appr+/-
评估报告 appr+/-
口头说 appr-
口头说了一句 appr-
没见过人 appr-
不见人 appr-
没来过 appr-
没来看过 appr-
没来人 appr-
没看过 appr-
没下文 appr-
再没下文 appr-
未定级 appr-
没人管 appr-
没报过 appr-
没申请过 appr-
没听说要鉴定 appr-
没那个程序 appr-
没走过程序 appr-
没见报告 appr-
没见过报告 appr-
没出报告 appr-
鉴定成 appr+
定成d appr+
定了d级 appr+
定了c级 appr+
定了b级 appr+
定了a级 appr+
定的d级 appr+
定的c级 appr+
定的b级 appr+
定的a级 appr+
定了级的 appr+
评了d级 appr+
评了c级 appr+
评了b级 appr+
评了a级 appr+
给张纸 appr+
给了张纸 appr+
给的报告 appr+
报告送来 appr+
送来报告 appr+
报告都给 appr+
报告都送来 appr+
报告都拿来了 appr+
报告拿到 appr+
拿到报告 appr+
出了报告 appr+
出具报告 appr+
出具了报告 appr+
报告下来 appr+
报告都下来了 appr+
有鉴定 appr+
有报告 appr+
写的是 appr+
写的d级 appr+
写的c级 appr+
报告上写 appr+
贴了牌 appr+
贴了牌子 appr+
挂了牌 appr+
发了牌 appr+
给贴了牌 appr+
定的是 appr+
定为 appr+
评的 appr+
评的是 appr+
评为 appr+
鉴定为 appr+
鉴定是 appr+
鉴定说是 appr+
评成 appr+
定成 appr+
拍过照 appr?
拍照 appr?
拍了照 appr?
拍了照片 appr?
来看看 appr?
来看过 appr?
看过 appr?
看了看 appr?
看了一眼 appr?
来看了 appr?
照了相 appr?
照过相 appr?
量了量 appr?
来转了转 appr?
来转过 appr?
瞅了瞅 appr?
来瞅过 appr?
自己看的 appr?
自己估的 appr?
自己估 appr?
村里看过 appr?
村里来看 appr?
队长看过 appr?
村干部看过 appr?
要倒 house-? with=*
要塌 house-? with=*
快倒 house-? with=*
快塌 house-? with=*
快倒了 house-? with=*
快塌了 house-? with=*
要倒了 house-? with=*
要塌了 house-? with=*
眼看就要倒 house-? with=*
眼看要倒 house-? with=*
`;
