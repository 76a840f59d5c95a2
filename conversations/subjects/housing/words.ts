/** What people say of their house. */
export const housingWords = `
房 #house
房子 #house
房屋 #house
住房 #house
屋子 #house
老家 #house
正房 #house
房顶上 #house
主房 #house
三间屋 #house
宅子 #house
住的房子 #house
住的地方 #house
住处 #house
住宅 #house
这房 #house
那房 #house
这房子 #house
那房子 #house
这屋子 #house
现住房 #house
自住房 #house
自建房 #house
农房 #house
住房条件 #house
危房 house-/+
险房 house-/+
危旧房 house-/+
危险房 house-/+
危险 house-/+
危险房屋 house-/+
危 house-/+
d级危房 house-/+
c级危房 house-/+
危房户 house-/+
局部危险 house-/+
整体危险 house-/+
安全隐患房 house-/+
住不得 house-
住不得人 house-
住不了人 house-
住不了 house-
住不成 house-
不能住 house-
不能住人 house-
没法住 house-
没法住人 house-
无法居住 house-
不宜居住 house-
不适合居住 house-
不让住 house-
不叫住 house-
不许住 house-
不敢住 house-
不敢睡 house-
不敢进 house-
不敢在里头住 house-
不敢待 house-
破损严重 house-
严重破损 house-
损坏严重 house-
严重损坏 house-
随时有危险 house-
有倒塌危险 house-
有倒塌风险 house-
塌 house-?/+?
倒塌 house-?/+?
倒 house-?/+?
歪 house-?/+?
斜 house-?/+?
不住人 house-?/+?
裂缝 house-?/+?
裂 house-?/+?
开裂 house-?/+?
裂纹 house-?/+?
漏雨 house-?/+?
漏 house-?/+?
漏水 house-?/+?
渗水 house-?/+?
渗 house-?/+?
进水 house-?/+?
变形 house-?/+?
下沉 house-?/+?
漏雨了 house-?
漏了 house-?
裂了 house-?
裂了缝 house-?
墙裂 house-?
墙裂了 house-?
墙裂缝 house-?
墙缝 house-?
有道缝 house-?
道缝 house-?
缝 house-?
墙有裂缝 house-?
有裂缝 house-?
有裂纹 house-?
老房子 house-?
老房 house-?
老屋 house-?
老宅 house-?
旧房 house-?
旧房子 house-?
破屋 house-?
破房 house-?
破房子 house-?
土坯房 house-?
土坯 house-?
土坯墙 house-?
土墙 house-?
泥墙 house-?
泥坯房 house-?
土房 house-?
草房 house-?
茅草房 house-?
趴趴屋 house-?
偏房 house-?
棚子 house-?
棚 house-?
板房 house-?
彩钢房 house-?
彩钢瓦 house-?
老化 house-?
年久失修 house-?
失修 house-?
潮湿 house-?
阴潮 house-?
鼓了 house-?
酥了 house-?
酥 house-?
窟窿 house-?
洞 house-?
歪了 house-?
斜了 house-?
沉了 house-?
掉墙皮 house-?
墙皮掉 house-?
掉灰 house-?
破 house-?
破旧 house-?
不牢 house-?
住着害怕 house-?
住着不踏实 house-?
心里没底 house-?
提心吊胆 house-?
不踏实 house-?
害怕它倒 house-?
一下雨就害怕 house-?
下雨不敢睡 house-?
怕塌 house-?
怕倒 house-?
拿盆接 house-?
摆盆接 house-?
用盆接 house-?
接雨 house-?
盆接着 house-?
外面大下里面小下 house-?
外头大下屋里小下 house-?
牢实 house+/-
住得放心 house+/-
放心 house+/-
住得安全 house+/-
敢住 house+/-
安全 house+/-
住房安全 house+/-
保险的 house+/-
安稳 house+/-
牢靠 house+/-
牢固 house+/-
坚固 house+/-
结实 house+/-
稳固 house+/-
扎实 house+/-
住得踏实 house+/-
踏实 house+/-
能住人 house+/-
可以住人 house+/-
能放心住 house+/-
放心住 house+/-
安全住房 house+/-
安全房 house+/-
完好 house+/-
有保障 house+/-
住房有保障 house+/-
住房安全有保障 house+
安全有保障 house+
很安全 house+
安全得很 house+
结实得很 house+
结实着 house+
结实着呢 house+
结实着哩 house+
结实着来 house+
牢固得很 house+
牢靠得很 house+
牢靠着 house+
牢靠着呢 house+
硬实 house+
硬实得很 house+
安置房 house+
搬迁房 house+
易地搬迁房 house+
易地扶贫搬迁房 house+
易地搬迁 house+
搬迁安置房 house+
集中安置房 house+
安置点的房 house+
集中安置点 house+
安置点 house+
安置小区 house+
新盖 house+
新盖的 house+
新盖的房 house+
才盖 house+
刚盖 house+
刚盖好 house+
才盖好 house+
才盖几年 house+
刚盖几年 house+
盖了没几年 house+
新建 house+
新建的 house+
新建房 house+
新房 house+
新房子 house+
新起 house+
新起的 house+
起的 house+
才起 house+
刚起 house+
新楼 house+
新楼房 house+
新屋 house+
新瓦房 house+
新平房 house+
冬暖夏凉 house+
不漏不裂 house+
不漏雨不裂缝 house+
不透风不漏雨 house+
遮风挡雨 house+
经得住 house+
风刮不倒 house+
雨淋不着 house+
住着安心 house+
住着踏实 house+
住得安心 house+
安心 house+
亮堂 house+
亮堂得很 house+
宽敞 house+
宽敞明亮 house+
拎包入住 house+
抗震 house+
钢筋水泥 house+
钢筋混凝土 house+
浇顶 house+
现浇 house+
现浇的 house+
现浇顶 house+
能住 house+?
还能住 house+?
管住 house+?
照住 house+?
能凑合住 house+?
可以住 house+?
平房 house+? oth+?
砖瓦房 house+? oth+?
瓦房 house+? oth+?
楼房 house+? oth+?
商品房 house+? oth+?
楼 house+? oth+?
两层楼 house+? oth+?
三层楼 house+? oth+?
二层楼 house+? oth+?
二层小楼 house+? oth+?
两层小楼 house+? oth+?
小楼 house+? oth+?
小洋楼 house+? oth+?
楼板房 house+? oth+?
砖混 house+? oth+?
砖混结构 house+? oth+?
框架 house+? oth+?
框架结构 house+? oth+?
混凝土结构 house+? oth+?
别墅 house+? oth+?
小区房 house+? oth+?
套房 house+? oth+?
安全住处 house+? oth+?
瓦房大院 house+? oth+?
三层带院子 house+? oth+?
单元房 house+? oth+?
公寓 house+? oth+?
楼上 house+? oth+?
改造 house+@/-?
危改 house+@/-?
危房改造 house+@/-?
危房改建 house+@/-?
重建 house+@/-?
新建了 house+@/-?
翻盖 house+@/-?
新翻盖 house+@/-?
翻新 house+@/-?
翻建 house+@/-?
加固 house+@/-?
修缮 house+@/-?
重盖 house+@/-?
拆了重建 house+@/-?
拆旧建新 house+@/-?
拆了重盖 house+@/-?
扒了重盖 house+@/-?
修好 house+@/-?
维修 house+@/-?
整修 house+@/-?
大修 house+@/-?
翻修 house+@/-?
验收 house+@/-?
验收合格 house+@/-?
修了 house+@/-?
修过 house+@/-?
盖了新房 house+@/-?
盖新房 house+@/-?
建新房 house+@/-?
起新房 house+@/-?
鉴定成d house- grade=d
定成d house- grade=d
鉴定为d house- grade=d
鉴定是d house- grade=d
鉴定出d house- grade=d
d级 house- grade=d
d类 house- grade=d
鉴定d house- grade=d
等级d house- grade=d
评d house- grade=d
定d house- grade=d
d级房 house- grade=d
鉴定成c house- grade=c
定成c house- grade=c
鉴定为c house- grade=c
鉴定是c house- grade=c
c级 house- grade=c
c类 house- grade=c
鉴定c house- grade=c
等级c house- grade=c
评c house- grade=c
定c house- grade=c
c级房 house- grade=c
鉴定成b house+ grade=b
定成b house+ grade=b
鉴定为b house+ grade=b
鉴定是b house+ grade=b
b级 house+ grade=b
b类 house+ grade=b
鉴定b house+ grade=b
等级b house+ grade=b
评b house+ grade=b
定b house+ grade=b
b级房 house+ grade=b
鉴定成a house+ grade=a
定成a house+ grade=a
鉴定为a house+ grade=a
鉴定是a house+ grade=a
a级 house+ grade=a
a类 house+ grade=a
鉴定a house+ grade=a
等级a house+ grade=a
评a house+ grade=a
定a house+ grade=a
a级房 house+ grade=a
独居 house-? oth-?
单独住 house-? oth-?
`;
