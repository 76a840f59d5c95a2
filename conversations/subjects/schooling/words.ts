/** Children, school, and out of school. */
export const schoolingWords = `
辍学 drop+/-
失学 drop+/-
退学 drop+/-
弃学 drop+/-
没上学 drop+/-
停学 drop+/-
未入学 drop+/-
未上学 drop+/-
没再去上学 drop+
没念了 drop+
没上了 drop+
没读了 drop+
没念书 drop+
没读书 drop+
没上成 drop+
没考上没念 drop+
不去上学 drop+
不去学校 drop+
不去上 drop+
不去念 drop+
不去念书 drop+
死活不去 drop+
死活不上 drop+
死活不念 drop+
说啥不去 drop+
说啥都不去 drop+
说啥也不去 drop+
说啥不上 drop+
说啥也不上 drop+
说啥不念 drop+
说啥也不念 drop+
硬是不去 drop+
就是不去 drop+
就是不上 drop+
就是不念 drop+
打都打不去 drop+
打死不去 drop+
打死都不去 drop+
拉都拉不去 drop+
喊不去 drop+
叫不去 drop+
撵不去 drop+
撵都撵不去 drop+
劝不去 drop+
劝都劝不回 drop+
劝不回 drop+
劝不回来 drop+
下学 drop+
下学了 drop+
下学回来 drop+
辍学在家 drop+
退学了 drop+
辍学了 drop+
失学了 drop+
早就不上 drop+
早就不上了 drop+
早不上了 drop+
早就不念了 drop+
早不念了 drop+
早下学了 drop+
没上完 drop+
没念完 drop+
没读完 drop+
小学都没念完 drop+
小学没念完 drop+
小学没上完 drop+
初中没念完 drop+
初中没上完 drop+
初中没毕业 drop+
小学没毕业 drop+
没毕业就 drop+
没毕业就不上 drop+
没毕业就不念 drop+
没毕业就出去 drop+
念到 drop+
只念到 drop+
就念到 drop+
书包都没摸 drop+
书都不摸 drop+
书都不念 drop+
没进过学校 drop+
没进学校门 drop+
没进过学堂 drop+
没上过学 drop+
没上过一天学 drop+
从没上过学 drop+
在家待着 drop+
在家呆着 drop+
在家待着没上 drop+
在家玩 drop+
在家玩手机 drop+
在家玩游戏 drop+
在家打游戏 drop+
在家歇着 drop+
在家闲着 drop+
在家晃荡 drop+
搁家待着 drop+
搁家呆着 drop+
搁家玩 drop+
搁家玩手机 drop+
搁家歇着 drop+
搁家闲着 drop+
天天搁家 drop+
在社会上混 drop+
在外面混 drop+
在外头混 drop+
混社会 drop+
瞎晃荡 drop+
瞎混 drop+
跑出去打工 drop+
跑出去打工了 drop+
出去打工了 drop+
打工去了 drop+
打工去 drop+
跟人打工 drop+
跟人打工去了 drop+
跟人出去打工 drop+
跟人出去 drop+
跟人去 drop+
跟人跑了 drop+
跟人去打工 drop+
去打工了 drop+
去打工 drop+
外出打工了 drop+
跟他爸打工 drop+
跟他爸出去打工 drop+
跟他爸干活 drop+
进厂了 drop+
进厂打工 drop+
学手艺去了 drop+
去学手艺 drop+
学徒去了 drop+
当学徒 drop+
学理发 drop+
学理发去了 drop+
学修车 drop+
学厨师 drop+
被开除 drop+
被劝退 drop+
开除了 drop+
劝退了 drop+
学校不要 drop+
学校不收 drop+
结婚了不上 drop+
嫁人了 drop+
辍着学 drop+
中途不上 drop+
半路不上 drop+
上一半不上 drop+
上半截不上 drop+
撂下书包 drop+
扔了书包 drop+
不进学校 drop+
正上着 drop- age+
上着呢 drop- age+
上着来 drop- age+
上着哩 drop- age+
上着学 drop- age+
上着学呢 drop- age+
在上学 drop- age+
在上 drop- age+
在上着 drop- age+
在校 drop- age+
在校生 drop- age+
在学校 drop- age+
在学校上 drop- age+
在学 drop- age+
在读 drop- age+
在班 drop- age+
在班里 drop- age+
念着 drop- age+
念着来 drop- age+
念着呢 drop- age+
念着书 drop- age+
在念 drop- age+
在念书 drop- age+
读着 drop- age+
读着书 drop- age+
在读书 drop- age+
学着呢 drop- age+
复学 drop- age+
复学了 drop- age+
复课 drop- age+
返校 drop- age+
返校了 drop- age+
回学校 drop- age+
回学校了 drop- age+
回校 drop- age+
回校了 drop- age+
回去上 drop- age+
回去上了 drop- age+
回去念 drop- age+
回去念书 drop- age+
回去念了 drop- age+
回去上学 drop- age+
又回去了 drop- age+
又去了 drop- age+
又上了 drop- age+
又念了 drop- age+
又去上 drop- age+
又去上了 drop- age+
又去上学 drop- age+
又上学了 drop- age+
接着上 drop- age+
接着念 drop- age+
继续上 drop- age+
继续念 drop- age+
继续上学 drop- age+
就学 drop- age+
入学 drop- age+
入学了 drop- age+
都入学了 drop- age+
休学手续 drop- age+
上网课 drop- age+
网课 drop- age+
随班就读 drop- age+
没缺过 drop- age+
没缺课 drop- age+
没缺过课 drop- age+
一天没缺 drop- age+
一天没缺过 drop- age+
一天不缺 drop- age+
一天没落 drop- age+
没落过课 drop- age+
没旷过课 drop- age+
没耽误 drop- age+
没耽误上学 drop- age+
没耽误一天 drop- age+
按时上学 drop- age+
按时去 drop- age+
天天去 drop- age+
天天上学 drop- age+
天天去上学 drop- age+
天天去学校 drop- age+
天天背着书包 drop- age+
天天骑电车去 drop- age+
天天接送 drop- age+
天天送 drop- age+
都去了 drop- age+
都在学校 drop- age+
都在学校呢 drop- age+
都在学 drop- age+
都在校 drop- age+
都在上 drop- age+
都在念 drop- age+
都在读 drop- age+
都念着 drop- age+
都上着 drop- age+
都上学 drop- age+
都上学了 drop- age+
都上学去了 drop- age+
上学去了 drop- age+
有学上 drop- age+
住校 drop- age+
住宿 drop- age+
寄宿 drop- age+
在县城上 drop- age+
在县城念 drop- age+
在县里上 drop- age+
在镇上上 drop- age+
在镇上念 drop- age+
在镇中学上 drop- age+
在村小上 drop- age+
上学上得好 drop- age+
念得好好的 drop- age+
上得好好的 drop- age+
读得好好的 drop- age+
好好上着 drop- age+
好好念着 drop- age+
劝返 drop- age+
劝返了 drop- age+
劝回来 drop- age+
劝回来了 drop- age+
劝回去 drop- age+
劝回去了 drop- age+
领回去 drop- age+
领回去了 drop- age+
领回来 drop- age+
送回去 drop- age+
送回去了 drop- age+
送回学校 drop- age+
义务教育 drop-? age+
适龄儿童 drop-? age+
适龄孩子 drop-? age+
学龄儿童 drop-? age+
上小学 drop-? age+
念小学 drop-? age+
读小学 drop-? age+
上初中 drop-? age+
念初中 drop-? age+
读初中 drop-? age+
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
上一年级 drop-? age+
上二年级 drop-? age+
上三年级 drop-? age+
上四年级 drop-? age+
上五年级 drop-? age+
上六年级 drop-? age+
小学 drop-? age+
小学生 drop-? age+
初中生 drop-? age+
中心小学 drop-? age+
念初一 drop-? age+
念初二 drop-? age+
念初三 drop-? age+
上初一 drop-? age+
上初二 drop-? age+
上初三 drop-? age+
读初一 drop-? age+
读初二 drop-? age+
读初三 drop-? age+
小学一年级 drop-? age+
小学二年级 drop-? age+
小学三年级 drop-? age+
小升初 drop-? age+
中学 drop-? age+
上中学 drop-? age+
念中学 drop-? age+
镇中学 drop-? age+
学龄期 drop-? age+
义务教育阶段 drop-? age+
正上学的年龄 drop-? age+
正上学年龄 drop-? age+
该上学的年纪 drop-? age+
上学的年纪 drop-? age+
适龄 age+
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
孩子 age+?/-
小孩 age+?/-
小孩子 age+?/-
娃 age+?/-
娃娃 age+?/-
娃子 age+?/-
小娃 age+?/-
小娃娃 age+?/-
孙娃 age+?/-
小的 age+?/-
小家伙 age+?/-
伢子 age+?/-
毛孩子 age+?/-
孩娃 age+?/-
`;
