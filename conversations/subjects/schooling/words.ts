/** Children, school, and out of school. */
export const schoolingWords = `
辍学 drop+/- age+? with=school
失学 drop+/- age+? with=school
退学 drop+/- age+? with=school
弃学 drop+/- age+? with=school
没上学 drop+/- age+? with=school
停学 drop+/- age+? with=school
未入学 drop+/- age+? with=school
未上学 drop+/- age+? with=school
没再去上学 drop+ age+? with=school
没念了 drop+ age+? with=school
没上了 drop+ age+? with=school
没读了 drop+ age+? with=school
没念书 drop+ age+? with=school
没读书 drop+ age+? with=school
没上成 drop+ age+? with=school
没考上没念 drop+ age+? with=school
不去上学 drop+ age+? with=school
不去学校 drop+ age+? with=school
不去上 drop+ age+? with=school
不去念 drop+ age+? with=school
不去念书 drop+ age+? with=school
死活不去 drop+ age+? with=school
死活不上 drop+ age+? with=school
死活不念 drop+ age+? with=school
说啥不去 drop+ age+? with=school
说啥都不去 drop+ age+? with=school
说啥也不去 drop+ age+? with=school
说啥不上 drop+ age+? with=school
说啥也不上 drop+ age+? with=school
说啥不念 drop+ age+? with=school
说啥也不念 drop+ age+? with=school
硬是不去 drop+ age+? with=school
就是不去 drop+ age+? with=school only
就是不上 drop+ age+? with=school only
就是不念 drop+ age+? with=school only
打都打不去 drop+ age+? with=school
打死不去 drop+ age+? with=school
打死都不去 drop+ age+? with=school
拉都拉不去 drop+ age+? with=school
喊不去 drop+ age+? with=school
叫不去 drop+ age+? with=school
撵不去 drop+ age+? with=school
撵都撵不去 drop+ age+? with=school
劝不去 drop+ age+? with=school
劝都劝不回 drop+ age+? with=school
劝不回 drop+ age+? with=school
劝不回来 drop+ age+? with=school
下学 drop+ age+? with=school
下学了 drop+ age+? with=school
下学回来 drop+ age+? with=school
辍学在家 drop+ age+? with=school
退学了 drop+ age+? with=school
辍学了 drop+ age+? with=school
失学了 drop+ age+? with=school
早就不上 drop+ age+? with=school
早就不上了 drop+ age+? with=school
早不上了 drop+ age+? with=school
早就不念了 drop+ age+? with=school
早不念了 drop+ age+? with=school
早下学了 drop+ age+? with=school
没上完 drop+ age+? with=school
没念完 drop+ age+? with=school
没读完 drop+ age+? with=school
小学都没念完 drop+ age+? with=school
小学没念完 drop+ age+? with=school
小学没上完 drop+ age+? with=school
初中没念完 drop+ age+? with=school
初中没上完 drop+ age+? with=school
初中没毕业 drop+ age+? with=school
小学没毕业 drop+ age+? with=school
没毕业就 drop+ age+? with=school
没毕业就不上 drop+ age+? with=school
没毕业就不念 drop+ age+? with=school
没毕业就出去 drop+ age+? with=school
念到 drop+ age+? with=school
只念到 drop+ age+? with=school only
就念到 drop+ age+? with=school only
书包都没摸 drop+ age+? with=school
书都不摸 drop+ age+? with=school
书都不念 drop+ age+? with=school
没进过学校 drop+ age+? with=school
没进学校门 drop+ age+? with=school
没进过学堂 drop+ age+? with=school
没上过学 drop+ age+? with=school
没上过一天学 drop+ age+? with=school
从没上过学 drop+ age+? with=school
在家待着 drop+ age+? with=school
在家呆着 drop+ age+? with=school
在家待着没上 drop+ age+? with=school
在家玩 drop+ age+? with=school
在家玩手机 drop+ age+? with=school
在家玩游戏 drop+ age+? with=school
在家打游戏 drop+ age+? with=school
在家歇着 drop+ age+? with=school
在家闲着 drop+ age+? with=school
在家晃荡 drop+ age+? with=school
搁家待着 drop+ age+? with=school
搁家呆着 drop+ age+? with=school
搁家玩 drop+ age+? with=school
搁家玩手机 drop+ age+? with=school
搁家歇着 drop+ age+? with=school
搁家闲着 drop+ age+? with=school
天天搁家 drop+ age+? with=school
在社会上混 drop+ age+? with=school
在外面混 drop+ age+? with=school
在外头混 drop+ age+? with=school
混社会 drop+ age+? with=school
瞎晃荡 drop+ age+? with=school
瞎混 drop+ age+? with=school
跑出去打工 drop+ age+? with=school
跑出去打工了 drop+ age+? with=school
出去打工了 drop+ age+? with=school
打工去了 drop+ age+? with=school
打工去 drop+ age+? with=school
跟人打工 drop+ age+? with=school
跟人打工去了 drop+ age+? with=school
跟人出去打工 drop+ age+? with=school
跟人出去 drop+ age+? with=school
跟人去 drop+ age+? with=school
跟人跑了 drop+ age+? with=school
跟人去打工 drop+ age+? with=school
去打工了 drop+ age+? with=school
去打工 drop+ age+? with=school
外出打工了 drop+ age+? with=school
跟他爸打工 drop+ age+? with=school
跟他爸出去打工 drop+ age+? with=school
跟他爸干活 drop+ age+? with=school
进厂了 drop+ age+? with=school
进厂打工 drop+ age+? with=school
学手艺去了 drop+ age+? with=school
去学手艺 drop+ age+? with=school
学徒去了 drop+ age+? with=school
当学徒 drop+ age+? with=school
学理发 drop+ age+? with=school
学理发去了 drop+ age+? with=school
学修车 drop+ age+? with=school
学厨师 drop+ age+? with=school
被开除 drop+ age+? with=school
被劝退 drop+ age+? with=school
开除了 drop+ age+? with=school
劝退了 drop+ age+? with=school
学校不要 drop+ age+? with=school
学校不收 drop+ age+? with=school
结婚了不上 drop+ age+? with=school
嫁人了 drop+ age+? with=school
辍着学 drop+ age+? with=school
中途不上 drop+ age+? with=school
半路不上 drop+ age+? with=school
上一半不上 drop+ age+? with=school
上半截不上 drop+ age+? with=school
撂下书包 drop+ age+? with=school
扔了书包 drop+ age+? with=school
不进学校 drop+ age+? with=school
正上着 drop- age+?
上着呢 drop- age+?
上着来 drop- age+?
上着哩 drop- age+?
上着学 drop- age+?
上着学呢 drop- age+?
在上学 drop- age+?
在上 drop- age+?
在上着 drop- age+?
在校 drop- age+?
在校生 drop- age+?
在学校 drop- age+?
在学校上 drop- age+?
在学 drop- age+?
在读 drop- age+?
在班 drop- age+?
在班里 drop- age+?
念着 drop- age+?
念着来 drop- age+?
念着呢 drop- age+?
念着书 drop- age+?
在念 drop- age+?
在念书 drop- age+?
读着 drop- age+?
读着书 drop- age+?
在读书 drop- age+?
学着呢 drop- age+?
复学 drop- age+?
复学了 drop- age+?
复课 drop- age+?
返校 drop- age+?
返校了 drop- age+?
回学校 drop- age+?
回学校了 drop- age+?
回校 drop- age+?
回校了 drop- age+?
回去上 drop- age+?
回去上了 drop- age+?
回去念 drop- age+?
回去念书 drop- age+?
回去念了 drop- age+?
回去上学 drop- age+?
又回去了 drop- age+?
又去了 drop- age+?
又上了 drop- age+?
又念了 drop- age+?
又去上 drop- age+?
又去上了 drop- age+?
又去上学 drop- age+?
又上学了 drop- age+?
接着上 drop- age+?
接着念 drop- age+?
继续上 drop- age+?
继续念 drop- age+?
继续上学 drop- age+?
就学 drop- age+? only
入学 drop- age+?
入学了 drop- age+?
都入学了 drop- age+?
休学手续 drop- age+?
上网课 drop- age+?
网课 drop- age+?
随班就读 drop- age+?
没缺过 drop- age+?
没缺课 drop- age+?
没缺过课 drop- age+?
一天没缺 drop- age+?
一天没缺过 drop- age+?
一天不缺 drop- age+?
一天没落 drop- age+?
没落过课 drop- age+?
没旷过课 drop- age+?
没耽误 drop- age+?
没耽误上学 drop- age+?
没耽误一天 drop- age+?
按时上学 drop- age+?
按时去 drop- age+?
天天去 drop- age+?
天天上学 drop- age+?
天天去上学 drop- age+?
天天去学校 drop- age+?
天天背着书包 drop- age+?
天天骑电车去 drop- age+?
天天接送 drop- age+?
天天送 drop- age+?
都去了 drop- age+?
都在学校 drop- age+?
都在学校呢 drop- age+?
都在学 drop- age+?
都在校 drop- age+?
都在上 drop- age+?
都在念 drop- age+?
都在读 drop- age+?
都念着 drop- age+?
都上着 drop- age+?
都上学 drop- age+?
都上学了 drop- age+?
都上学去了 drop- age+?
上学去了 drop- age+?
有学上 drop- age+?
住校 drop- age+?
住宿 drop- age+?
寄宿 drop- age+?
在县城上 drop- age+?
在县城念 drop- age+?
在县里上 drop- age+?
在镇上上 drop- age+?
在镇上念 drop- age+?
在镇中学上 drop- age+?
在村小上 drop- age+?
上学上得好 drop- age+?
念得好好的 drop- age+?
上得好好的 drop- age+?
读得好好的 drop- age+?
好好上着 drop- age+?
好好念着 drop- age+?
劝返 drop- age+?
劝返了 drop- age+?
劝回来 drop- age+?
劝回来了 drop- age+?
劝回去 drop- age+?
劝回去了 drop- age+?
领回去 drop- age+?
领回去了 drop- age+?
领回来 drop- age+?
送回去 drop- age+?
送回去了 drop- age+?
送回学校 drop- age+?
义务教育 drop-? age+
适龄儿童 drop-? age+/-
适龄孩子 drop-? age+/-
学龄儿童 drop-? age+
初中 drop-? age+
初一 drop-? age+
初二 drop-? age+
初三 drop-? age+
一年级 drop-? age+
二年级 drop-? age+
三年级 drop-? age+
四年级 drop-? age+
五年级 drop-? age+
六年级 drop-? age+
七年级 drop-? age+
八年级 drop-? age+
九年级 drop-? age+
小学 drop-? age+
小学生 drop-? age+
初中生 drop-? age+
中心小学 drop-? age+
小学一年级 drop-? age+
小学二年级 drop-? age+
小学三年级 drop-? age+
小升初 drop-? age+
中学 drop-? age+
镇中学 drop-? age+
学龄期 drop-? age+
义务教育阶段 drop-? age+
正上学的年龄 drop-? age+
正上学年龄 drop-? age+
该上学的年纪 drop-? age+
上学的年纪 drop-? age+
适龄 age+/-
学龄 age+
有适龄 age+
正该上学 age+
够上学年龄 age+
到上学年龄 age+
到年龄了 age+
上学 age+?/- drop-?/+?
念书 age+?/- drop-?/+?
读书 age+?/- drop-?/+?
学生 age+?/- drop-?/+?
学生娃 age+?/- drop-?/+?
上学的 age+?/- drop-?/+?
念书的 age+?/- drop-?/+?
读书的 age+?/- drop-?/+?
上课 age+?/- drop-?/+?
小学上学 age+?/- drop-?/+?
上着学的 age+?/- drop-?/+?
上学娃 age+?/- drop-?/+?
孩子 age+?/- with=child
小孩 age+?/- with=child
小孩子 age+?/- with=child
娃 age+?/- with=child
娃娃 age+?/- with=child
娃子 age+?/- with=child
小娃 age+?/- with=child
小娃娃 age+?/- with=child
孙娃 age+?/- with=child
小的 age+?/- with=child
小家伙 age+?/- with=child
伢子 age+?/- with=child
毛孩子 age+?/- with=child
孩娃 age+?/- with=child
未成年人 age+?/- with=child
未成年 age+?/- with=child
儿童 age+?/- with=child
少年 age+?/- with=child
学龄娃 age+?/- with=child
没孩子 age-
没娃 age-
没小孩 age-
没有小孩 age-
没有孩子 age-
没有娃 age-
无子女 age-
无儿女 age-
无孩子 age-
无小孩 age-
没儿没女 age-
没儿女 age-
没后代 age-
无后 age-
没生养 age-
没生过 age-
膝下无子 age-
无适龄儿童 age-
`;
