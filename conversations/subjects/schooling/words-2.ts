/** Children, school, and out of school. */
export const schoolingWords2 = `
无适龄 age-
没适龄 age-
没有适龄 age-
没上学的 age-
没有上学的 age-
没学生 age-
没有学生 age-
没念书的 age-
没有念书的 age-
没读书的 age-
没有读书的 age-
没小的 age-
没有小的 age-
再没小的 age-
再没小的了 age-
没这么大的 age-
没这个年纪 age-
没有这个年龄 age-
没那么大的 age-
没这么小的 age-
没有这么大的 age-
没有这么小的 age-
孩子都大了 age-
都大了 age-
都长大了 age-
都成年了 age-
都成年 age-
都成人 age-
都成人了 age-
都成家 age-
都成家了 age-
都成了家 age-
都工作了 age-
都工作 age-
都参加工作 age-
都上班了 age-
都上班 age-
都打工去了 age-
都出去打工了 age-
都毕业 age-
都毕业了 age-
都结婚了 age-
都结婚 age-
都出嫁 age-
都出嫁了 age-
都出门子了 age-
早都成家了 age-
早成家了 age-
早都大了 age-
早大了 age-
就俺老两口 age- only
就剩俺老两口 age- only
就俺俩老的 age- only
就剩老两口 age- only
只有老两口 age- only
就老两口 age- only
老两口在家 age-
就我一个 age- only
就俺一个 age- only
就剩俺一个 age- only
就一个人 age- only
一个人过 age-
光棍 age- only
光棍一个 age- only
光棍一条 age- only
单身汉 age-
孤寡 age-
孤寡老人 age-
无子 age-
绝户 age-
户口都迁 age-
还小 age-
都还小 age-
太小 age-
还没到年龄 age-
没到年龄 age-
不够年龄 age-
没到上学年龄 age-
不到上学年龄 age-
不到年龄 age-
没到上学的年纪 age-
没到上学年纪 age-
没到六岁 age-
不到六岁 age-
不满六岁 age-
不满6岁 age-
不到6岁 age-
没满6岁 age-
没满六岁 age-
才满月 age-
刚满月 age-
刚出生 age-
才出生 age-
才会走 age-
刚会走 age-
吃奶 age-
还吃奶 age-
怀里抱 age-
怀抱 age-
没出生 age-
没生 age-
怀着 age-
肚子里 age-
大学 age-? drop-?
上大学 age-? drop-?
念大学 age-? drop-?
读大学 age-? drop-?
大学生 age-? drop-?
读研 age-? drop-?
研究生 age-? drop-?
考上大学 age-? drop-?
上大专 age-? drop-?
大专 age-? drop-?
高三 age-? drop-?
高二 age-? drop-?
高一 age-? drop-?
高中 age-? drop-?
上高中 age-? drop-?
念高中 age-? drop-?
读高中 age-? drop-?
职高 age-? drop-?
上职高 age-? drop-?
读职高 age-? drop-?
念职高 age-? drop-?
中专 age-? drop-?
上中专 age-? drop-?
技校 age-? drop-?
上技校 age-? drop-?
职业学校 age-? drop-?
职校 age-? drop-?
上职校 age-? drop-?
卫校 age-? drop-?
幼师 age-? drop-?
大学毕业 age-? drop-?
大学都毕业 age-? drop-?
毕业 age-? drop-?
毕业了 age-? drop-?
都二十多 age-? drop-?
二十多了 age-? drop-?
三十多了 age-? drop-?
工作了 age-? drop-?
参加工作 age-? drop-?
上班了 age-? drop-?
上班 age-? drop-?
在上班 age-? drop-?
早打工 age-? drop-?
打工 age-? drop-?
成家 age-? drop-?
成家了 age-? drop-?
结婚 age-? drop-?
结婚了 age-? drop-?
出嫁 age-? drop-?
出嫁了 age-? drop-?
出门子 age-? drop-?
嫁人 age-? drop-?
成年 age-? drop-?
成年了 age-? drop-?
成人了 age-? drop-?
大了 age-? drop-?
都不小了 age-? drop-?
超龄 age-? drop-?
满十六 age-? drop-?
满16 age-? drop-?
过了年龄 age-? drop-?
幼儿园 age-? drop-?
上幼儿园 age-? drop-?
小班 age-? drop-?
中班 age-? drop-?
大班 age-? drop-?
学前班 age-? drop-?
托班 age-? drop-?
上小班 age-? drop-?
上中班 age-? drop-?
上大班 age-? drop-?
早教 age-? drop-?
没上小学 age-? drop-?
当兵 age-? drop-?
参军 age-? drop-?
在部队 age-? drop-?
服役 age-? drop-?
辍学的 #drop
失学的 #drop
不上学的孩子 #drop
该上学没上 #drop
义务教育的事 #drop
送教上门 drop-? age+
送教 drop-? age+
送教到家 drop-? age+
老师上门 drop-? age+
老师上门教 drop-? age+
老师来家教 drop-? age+
上门教 drop-? age+
上门来教 drop-? age+
休学 drop-? age+
休学在家 drop-? age+
办休学 drop-? age+
办了休学 drop-? age+
转学 drop-? age+
转学了 drop-? age+
转走 drop-? age+
转到 drop-? age+
转去 drop-? age+
特校 drop-? age+
上特校 drop-? age+
特殊学校 drop-? age+
特教学校 drop-? age+
聋哑学校 drop-? age+
盲校 drop-? age+
培智学校 drop-? age+
请长假 drop-? age+
请假 drop-? age+ drop~
病假 drop-? age+
休学手续 drop- age+
办了休学手续 drop- age+
批了休学 drop- age+
休学批了 drop- age+
有休学手续 drop- age+
有休学证明 drop- age+
转学手续 drop- age+
转学证 drop- age+
学籍转了 drop- age+
学籍转走 drop- age+
逃学 drop+?/- age+? with=school
旷课 drop+?/- age+? with=school
厌学 drop+?/- age+? with=school
不爱念 drop+?/- age+? with=school
不爱上 drop+?/- age+? with=school
不上了 drop+/- age+? with=school
不念了 drop+/- age+? with=school
不读了 drop+/- age+? with=school
不学了 drop+/- age+? with=school
不去了 drop+/- age+? with=school
不上学 drop+/- age+? with=school
不上学了 drop+/- age+? with=school
不念书 drop+/- age+? with=school
不念书了 drop+/- age+? with=school
不读书 drop+/- age+? with=school
不读书了 drop+/- age+? with=school
没上 drop+/- age+? with=school
没念 drop+/- age+? with=school
没读 drop+/- age+? with=school
没去上 drop+/- age+? with=school
没去念 drop+/- age+? with=school
没去上学 drop+/- age+? with=school
没去学校 drop+/- age+? with=school
没上学了 drop+/- age+? with=school
没再上 drop+/- age+? with=school
没再念 drop+/- age+? with=school
没再去 drop+/- age+? with=school
没去 drop+/- age+? with=school
不上 drop+/- age+? with=school
不念 drop+/- age+? with=school
不读 drop+/- age+? with=school
不去 drop+/- age+? with=school
辍 drop+/- age+? with=school
在家晃荡 drop+/- age+? with=school
失学在家 drop+/- age+? with=school
没去报到 drop+ age+? with=school
没报到 drop+ age+? with=school
不来报到 drop+ age+? with=school
在家放羊 drop+ age+? with=school
在家放牛 drop+ age+? with=school
在家干活 drop+ age+? with=school
在家帮忙 drop+ age+? with=school
跑浙江打工 drop+ age+? with=school
跑外地打工 drop+ age+? with=school
跑出去 drop+ age+? with=school
跑去打工 drop+ age+? with=school
就下来了 drop+ age+? with=school only
下来了 drop+ age+? with=school
下来 drop+ age+? with=school
上不成学 drop+ age+? with=school
上不成 drop+ age+? with=school
念不了 drop+ age+? with=school
念不成 drop+ age+? with=school
没能上学 drop+ age+? with=school
按时到校 drop-
都按时到校 drop-
到校 drop-
天天到校 drop-
全都上 drop-
都上 drop-
都念 drop-
都读 drop-
都念呢 drop-
都上呢 drop-
没落 drop-
住读 drop-
在镇上住读 drop-
天天都去 drop-
天天都去学校 drop-
学龄前 age-
没后人 age-
没有后人 age-
没学龄的 age-
没有学龄的 age-
都是老人 age-
只有大人 age- only
光有老人 age- only
只有老人 age- only
全是大人 age-
都是大人 age-
全是老人 age-
都娶媳妇了 age-
娶媳妇了 age-
都超了 age-
超了 age-
都过了 age-
早过了 age-
都三十了 age-
都四十了 age-
都二十了 age-
奶娃娃 age-
奶娃 age-
吃奶的 age-
还在吃奶 age-
个把月 age-
几个月大 age-
十来岁 age+
十岁左右 age+
十多岁 age+
不愿上 drop+? age+? with=school
不愿上了 drop+? age+? with=school
不愿去 drop+? age+? with=school
不愿念 drop+? age+? with=school
不愿意上 drop+? age+? with=school
不愿意去 drop+? age+? with=school
不愿意念 drop+? age+? with=school
不想上 drop+? age+? with=school
不想上了 drop+? age+? with=school
不想去 drop+? age+? with=school
不想念 drop+? age+? with=school
不想念了 drop+? age+? with=school
不想读 drop+? age+? with=school
不肯去 drop+? age+? with=school
不肯上 drop+? age+? with=school
不肯念 drop+? age+? with=school
不肯上学 drop+? age+? with=school
没法上 drop+? age+? with=school
没法上学 drop+? age+? with=school
上不了学 drop+? age+? with=school
上不了 drop+? age+? with=school
不能上学 drop+? age+? with=school
经常不去 drop+? age+? with=school
常不去 drop+? age+? with=school
隔三差五不去 drop+? age+? with=school
娃不肯上学 drop+? age+? with=school
接 drop~
送 drop~
接送 drop~
去 drop~ age~
来 drop~
读 drop~
学 drop~
吃饭 drop~
骑 drop~
走 drop~
回家 drop~
考 drop~
考试 drop~
生 age~
上 age~
长 age~
出生 age~
有学生 age+
有上学的 age+
有念书的 age+
有读书的 age+
`;
