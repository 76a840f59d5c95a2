/** Children, school, and out of school. */
export const schoolingWords3 = `
有学生娃 age+
上学的有 age+
读书的有 age+
念书的有 age+
还没到上学年龄 age-
没到年纪 age-
都上大学了 age-
都上大学 age-
都上高中了 age-
都读大学了 age-
没在上 drop+ age+? with=school
跑了没上 drop+ age+? with=school
没在学校 drop+ age+? with=school
上小学呢 drop-
上初中呢 drop-
都念书呢 drop-
都上学呢 drop-
都念书 drop-
都读书 drop-
都上学 drop-
一个没落 drop-
一个没辍 drop-
都去上学了 drop-
闹着不上 drop+? age+? with=school
闹着不念 drop+? age+? with=school
闹着不去 drop+? age+? with=school
有时候不去 drop+? age+? with=school
三天两头不去 drop+? age+? with=school
有时上有时不上 drop+? age+? with=school
上小学 drop- age+
上初中 drop- age+
上一年级 drop- age+
上二年级 drop- age+
上三年级 drop- age+
上四年级 drop- age+
上五年级 drop- age+
上六年级 drop- age+
上七年级 drop- age+
上八年级 drop- age+
上九年级 drop- age+
上初一 drop- age+
上初二 drop- age+
上初三 drop- age+
上中学 drop- age+
念小学 drop- age+
念初中 drop- age+
念一年级 drop- age+
念二年级 drop- age+
念三年级 drop- age+
念四年级 drop- age+
念五年级 drop- age+
念六年级 drop- age+
念七年级 drop- age+
念八年级 drop- age+
念九年级 drop- age+
念初一 drop- age+
念初二 drop- age+
念初三 drop- age+
念中学 drop- age+
读小学 drop- age+
读初中 drop- age+
读一年级 drop- age+
读二年级 drop- age+
读三年级 drop- age+
读四年级 drop- age+
读五年级 drop- age+
读六年级 drop- age+
读七年级 drop- age+
读八年级 drop- age+
读九年级 drop- age+
读初一 drop- age+
读初二 drop- age+
读初三 drop- age+
读中学 drop- age+
上学正常 drop- age+
正常上学 drop- age+
正常就读 drop- age+
初中毕业 age? drop?
小学毕业 age?
刚毕业 age?
才毕业 age?
刚初中毕业 age?
没上高中 drop?
说是 drop?
没考上高中 drop?
没中小学生 age-
没小学生 age-
没有中小学生 age-
没初中生 age-
中小学生没有 age-
户口不在 age? drop? ins?
户口不在这 age? drop? ins?
户口不在这儿 age? drop? ins?
户口不在这里 age? drop? ins?
户口不在俺家 age? drop? ins?
户口不在我家 age? drop? ins?
户口不在我们家 age? drop? ins?
户口不在咱家 age? drop? ins?
户口不在本村 age? drop? ins?
户口不在咱村 age? drop? ins?
户口不在村里 age? drop? ins?
户口不在一起 age? drop? ins?
户口不在一块 age? drop? ins?
户口不在我这 age? drop? ins?
户口不在俺这 age? drop? ins?
户口不在我们这 age? drop? ins?
户口不在一个本上 age? drop? ins?
户口不在本上 age? drop? ins?
户口在他 age? drop? ins?
户口在她 age? drop? ins?
户口在他爸那 age? drop? ins?
户口在她爸那 age? drop? ins?
户口在外地 age? drop? ins?
户口在外村 age? drop? ins?
户口在城里 age? drop? ins?
户口在县城 age? drop? ins?
户口在她家 age? drop? ins?
户口在他家 age? drop? ins?
户口随他爸 age? drop? ins?
户口随她爸 age? drop? ins?
户口跟他爸 age? drop? ins?
户口跟她爸 age? drop? ins?
不在俺户口本上 age? drop? ins?
不在户口本上 age? drop? ins?
不在户口上 age? drop? ins?
不在一个户口本 age? drop? ins?
不是俺家户口 age? drop? ins?
不是俺户上的 age? drop? ins?
不在俺户上 age? drop? ins?
不算俺家人 age? drop? ins?
不算我们家的 age? drop? ins?
不算俺家的 age? drop? ins?
算他爸家的 age? drop? ins?
算她爸家的 age? drop? ins?
寄住 age? drop? ins?
借住在这 age? drop? ins?
暂时跟着我们 age? drop? ins?
暂住 age? drop? ins?
今儿没去 drop+? age+
今天没去 drop+? age+
今个没去 drop+? age+
这两天没去 drop+? age+
昨天没去 drop+? age+
这几天没去 drop+? age+
请病假 drop-? age+
请事假 drop-? age+
感冒请假 drop- age+
病假 drop-? age+
没上学孩子 age-
没上学的孩子 age-
没有上学孩子 age-
没上学的娃 age-
没上学娃 age-
没有上学的孩子 age-
没有上学的 age-
没有上学的娃 age-
没有念书的孩子 age-
没念书的孩子 age-
没有适龄儿童 age-
学龄儿童 #age
跟他妈走了 hedge
跟他娘走了 hedge
跟他爸走了 hedge
跟着他妈走了 hedge
被他妈带走了 hedge
让他妈带走了 hedge
学籍我没见过 hedge
学籍没见过 hedge
没见过学籍 hedge
没见着学籍 hedge
学籍没见着 hedge
学籍没看到 hedge
没看到学籍 hedge
学籍没查到 hedge
没查到学籍 hedge
`;
