/** What people say of medical insurance. */
export const insuranceWords2 = `
忘交了 ins-/+
忘了交 ins-/+
漏交 ins-/+
漏缴 ins-/+
少交 ins-/+
没上上 ins-/+
没赶上 ins-/+
差 ins-/+
落 ins-/+
少 ins-/+
缺 ins-/+
掉 ins-/+
差一口 ins-
还差一口 ins-
还差一口人 ins-
少一口 ins-
不齐 ins-
没齐 ins-
没交齐 ins-
没参齐 ins-
没交全 ins-
没全 ins-
不全 ins-
不够数 ins-
还差老小 ins-
还差 ins-
参齐 ins+/-
参齐了 ins+/-
参罢 ins+/-
参罢了 ins+/-
参着 ins+/-
参着呢 ins+/-
办妥 ins+/-
办妥了 ins+/-
结清 ins+/-
结清了 ins+/-
上了保险 ins+/-
上保险 ins+/-
上齐 ins+/-
上齐了 ins+/-
齐活 ins+/- all
齐活了 ins+/- all
弄妥 ins+/-
交妥 ins+/-
交妥了 ins+/-
交利索 ins+/-
到位 ins+/-
齐了 ins+ all
齐全 ins+ all
全乎 ins+ all
全乎着 ins+ all
都齐 ins+ all
都齐了 ins+ all
齐齐的 ins+ all
年年不落 ins+ all
一口不差 ins+ all
一口不少 ins+ all
一个不差 ins+ all
一个也不差 ins+ all
一个都不差 ins+ all
全家新农合 ins+ all
全家医保 ins+ all
全家都是新农合 ins+ all
都是新农合 ins+ all
都有医保 ins+ all
都有新农合 ins+ all
都有合作医疗 ins+ all
全是新农合 ins+ all
全是居民医保 ins+ all
都是居民医保 ins+ all
北京 ins?
上海 ins?
广东 ins?
苏州 ins?
南京 ins?
浙江 ins?
江苏 ins?
杭州 ins?
外地 ins?
外省 ins?
外面 ins?
外头 ins?
那边 ins?
大学 ins?
大学里 ins?
单位 ins?
厂里 ins?
公司 ins?
工地 ins?
娘家 ins?
婆家 ins?
部队 ins?
转到 ins?
免费 ins?
出嫁 ins?
嫁出去 ins?
户口没迁 ins?
户口迁走 ins?
说是 ins?
没办 ins-
没办上 ins-
没顾得办 ins-
去 ins~
领 ins~
拿 ins~
打 ins~
发 ins~
收 ins~
弄 ins~
扫码 ins~
上户口 ins~
生 ins~
出生 ins~
登记 ins~
忘 ins~
一个不少 ins+ all
一人不少 ins+ all
断缴了 ins-/+
没舍得交 ins-/+
不想参 ins-/+
不想参保 ins-/+
没上 ins-/+
没上户 ins-/+
没给交 ins-/+
没给办 ins-/+
没续费 ins-/+
新生儿 ins?
刚生 ins?
在学校 ins?
没来得及 ins-
没断过 ins+ all
没断过保 ins+ all
从没断过 ins+ all
都办了 ins+/- all
办理了 ins+/-
办理 ins+/-
办过 ins+/-
还没到缴费时间 ins?
没到缴费时间 ins?
没到时候 ins?
还没到时候 ins?
还没到交的时候 ins?
有职工保险 ins+? elsewhere=ins
有单位医保 ins+? elsewhere=ins
参加了职工医保 ins+? elsewhere=ins
交了职工医保 ins+? elsewhere=ins
交的职工医保 ins+? elsewhere=ins
参加职工医保 ins+? elsewhere=ins
参职工医保 ins+? elsewhere=ins
是职工医保 ins+? elsewhere=ins
走职工医保 ins+? elsewhere=ins
单位交了 ins+? elsewhere=ins
单位给交了 ins+? elsewhere=ins
厂里交了 ins+? elsewhere=ins
公司交了 ins+? elsewhere=ins
学校交了 ins+? elsewhere=ins
部队里有 ins+? elsewhere=ins
部队管 ins+? elsewhere=ins
外地交了 ins+? elsewhere=ins
在外地交了 ins+? elsewhere=ins
在那边交了 ins+? elsewhere=ins
在婆家交了 ins+? elsewhere=ins
婆家交了 ins+? elsewhere=ins
在婆家参保 ins+? elsewhere=ins
已在婆家参保 ins+? elsewhere=ins
在婆家参保了 ins+? elsewhere=ins
在娘家交了 ins+? elsewhere=ins
在城里交了 ins+? elsewhere=ins
大病保险 n about=none
大病医保 n about=none
大病救助 n about=none
木有参 ins-
没有参 ins-
冇参 ins-
木参 ins-
`;
