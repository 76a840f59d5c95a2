/** What people say of medical insurance. */
export const insuranceWords = `
医保 #ins
新农合 #ins
合作医疗 #ins
居民医保 #ins
城乡医保 #ins
城乡居民医保 #ins
基本医保 #ins
基本医疗保险 #ins
城乡居民基本医疗保险 #ins
医疗保险 #ins
保险 #ins
合疗 #ins
农合 #ins
新农和 #ins
医疗险 #ins
参保情况 #ins
参保的事 #ins
医保费 #ins
新农合的钱 #ins
医保钱 #ins
合作医疗费 #ins
参保 ins+/-
参了保 ins+/-
参合 ins+/-
参了合 ins+/-
参加 ins+/-
参加了 ins+/-
缴 ins+/-
缴了 ins+/-
缴费 ins+/-
缴费了 ins+/-
缴过 ins+/-
缴过费 ins+/-
缴纳 ins+/-
缴纳了 ins+/-
已缴 ins+/-
交 ins+/-
交了 ins+/-
交过 ins+/-
交过了 ins+/-
交钱了 ins+/-
交了钱 ins+/-
交过钱 ins+/-
交费 ins+/-
交费了 ins+/-
交齐 ins+/-
交清 ins+/-
交全 ins+/-
交完 ins+/-
交上 ins+/-
交上了 ins+/-
交够 ins+/-
交罢了 ins+/-
交罢 ins+/-
交毕 ins+/-
缴齐 ins+/-
缴清 ins+/-
缴全 ins+/-
缴完 ins+/-
缴上 ins+/-
缴毕 ins+/-
参了 ins+/-
参过 ins+/-
参的 ins+/-
参上 ins+/-
参上了 ins+/-
参加过 ins+/-
参加的 ins+/-
参加上 ins+/-
入 ins+/-
入了 ins+/-
入保 ins+/-
入的 ins+/-
入上 ins+/-
入上了 ins+/-
入过 ins+/-
买 ins+/-
买了 ins+/-
买的 ins+/-
买过 ins+/-
买上 ins+/-
买上了 ins+/-
买齐 ins+/-
买全 ins+/-
办了医保 ins+/-
办了 ins+/-
办上 ins+/-
办好 ins+/-
办好了 ins+/-
办完 ins+/-
办完了 ins+/-
办过 ins+/-
续 ins+/-
续了 ins+/-
续上 ins+/-
续保 ins+/-
续缴 ins+/-
续交 ins+/-
扣过 ins+/-
扣了 ins+/-
扣走了 ins+/-
代缴 ins+/-
代缴了 ins+/-
代交 ins+/-
代交了 ins+/-
全参 ins+/- all
全参了 ins+/- all
全交 ins+/- all
全交了 ins+/- all
全缴 ins+/- all
全缴了 ins+/- all
报上 ins+/-
弄好了 ins+/-
弄过了 ins+/-
弄完 ins+/-
弄上 ins+/-
搞好了 ins+/-
搞完了 ins+/-
纳入 ins+/-
纳入了 ins+/-
有医保 ins+?/-
有新农合 ins+?/-
有合作医疗 ins+?/-
有保险 ins+?/-
有医疗保险 ins+?/-
有职工医保 ins+?/- elsewhere=ins
有居民医保 ins+?/-
有社保 ins+?/-
有医疗保障 ins+?/-
应保尽保 ins+ all
应参尽参 ins+ all
应缴尽缴 ins+ all
全员参保 ins+ all
全家参保 ins+ all
全户参保 ins+ all
户户参保 ins+ all
参保率100% ins+ all
参保率百分之百 ins+ all
百分之百参保 ins+ all
百分百参保 ins+ all
100%参保 ins+ all
全覆盖 ins+ all
一个不落 ins+ all
一个没落 ins+ all
一个没落下 ins+ all
一个都没落 ins+ all
一个都没落下 ins+ all
一个也没落 ins+ all
一个也没落下 ins+ all
一个都不落 ins+ all
一个都没漏 ins+ all
一个没漏 ins+ all
一个不漏 ins+ all
一个都不少 ins+ all
一个没少 ins+ all
一个都没少 ins+ all
一个也不少 ins+ all
一人不落 ins+ all
一人不漏 ins+ all
一人没落 ins+ all
没漏下 ins+ all
没落下 ins+ all
没漏掉 ins+ all
没有落下的 ins+ all
没有漏的 ins+ all
没漏的 ins+ all
没落的 ins+ all
没掉一个 ins+ all
谁也没落 ins+ all
谁都没落 ins+ all
都没落 ins+ all
不落一个 ins+ all
不落一人 ins+ all
不漏一人 ins+ all
没差人 ins+ all
不差人 ins+ all
没缺人 ins+ all
漏 ins-/+
落下 ins-/+
漏掉 ins-/+
遗漏 ins-/+
漏保 ins-/+
断保 ins-/+
脱保 ins-/+
拉下 ins-/+
断缴 ins-/+
停缴 ins-/+
断交 ins-/+
停交 ins-/+
拒缴 ins-/+
拒保 ins-/+
拒交 ins-/+
拒绝缴费 ins-/+
欠费 ins-/+
欠缴 ins-/+
差人 ins-/+
少人 ins-/+
差一个 ins-
差一人 ins-
差俩 ins-
差两个 ins-
差1个 ins-
差1人 ins-
差2人 ins-
还差一个 ins-
还差俩 ins-
还差一人 ins-
还差两个 ins-
少一个 ins-
少一人 ins-
少俩 ins-
少两个 ins-
少1个 ins-
缺一个 ins-
缺一人 ins-
缺俩 ins-
漏一个 ins-
漏了一个 ins-
漏了俩 ins-
漏1人 ins-
漏了1人 ins-
落一个 ins-
落了一个 ins-
落下一个 ins-
落俩 ins-
落下俩 ins-
没交的有 ins-
没参的有 ins-
不愿交 ins-
不愿意交 ins-
不想交 ins-
不肯交 ins-
不愿缴 ins-
不愿参保 ins-
不愿意参保 ins-
不愿参加 ins-
死活不交 ins-
说啥不交 ins-
就是不交 ins- only
不舍得交 ins-
舍不得交 ins-
交不起 ins-
缴不起 ins-
买不起 ins-
没钱交 ins-
忘缴 ins-
忘了缴 ins-
忘记交 ins-
忘记缴 ins-
停保 ins-
断了 ins-
断保了 ins-
退保 ins-
退保了 ins-
退了 ins-
嫌贵 ins-
没医保 ins-
没有医保 ins-
无医保 ins-
没保险 ins-
没上医保 ins-
没新农合 ins-
没有新农合 ins-
还没交 ins-
还没缴 ins-
还没参 ins-
还没参保 ins-
还没办 ins-
还没顾上 ins-
没顾上办 ins-
没顾上交 ins-
还没顾上办 ins-
还没顾上交 ins-
还没来得及 ins-
没来得及交 ins-
没来得及办 ins-
还没轮到 ins-
还没上 ins-
空缺 ins-
职工医保 ins?
社保 ins?
城镇职工医保 ins?
单位交的 ins?
单位交 ins?
单位给交 ins?
单位给交的 ins?
厂里交 ins?
厂里交的 ins?
厂里给交 ins?
厂里给交的 ins?
公司交 ins?
公司给交 ins?
外地参保 ins?
异地参保 ins?
外地参的 ins?
外地交的 ins?
在外地交 ins?
在外地参 ins?
娘家参的 ins?
娘家交的 ins?
婆家交的 ins?
婆家参的 ins?
商业保险 ins?
大病保险 ins?
正交 ins?
正交着 ins?
正收 ins?
正收着 ins?
还在交 ins?
在交 ins?
正缴 ins?
正办 ins?
正在交 ins?
正在缴 ins?
准备交 ins?
打算交 ins?
明天交 ins?
过两天交 ins?
参军 ins?
当兵 ins?
服役 ins?
部队上 ins?
在部队 ins?
大学交 ins?
学校交 ins?
学校交的 ins?
学校里交 ins?
学校给交 ins?
没交 ins-/+
没缴 ins-/+
没参 ins-/+
没买 ins-/+
没入 ins-/+
没参保 ins-/+
没参加 ins-/+
没参合 ins-/+
没缴费 ins-/+
没交钱 ins-/+
没交上 ins-/+
没参上 ins-/+
没买上 ins-/+
没入上 ins-/+
没续 ins-/+
没续上 ins-/+
没续保 ins-/+
没续交 ins-/+
未交 ins-/+
未缴 ins-/+
未参 ins-/+
未参保 ins-/+
未参加 ins-/+
未缴费 ins-/+
未缴纳 ins-/+
未续保 ins-/+
未续缴 ins-/+
未办 ins-/+
没有交 ins-/+
没有参 ins-/+
没有参保 ins-/+
没有参加 ins-/+
没有缴 ins-/+
不交 ins-/+
不参 ins-/+
不参保 ins-/+
不参加 ins-/+
不缴 ins-/+
不缴费 ins-/+
不买 ins-/+
不入 ins-/+
忘交 ins-/+
`;
