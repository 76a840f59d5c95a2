/** Who belongs to a household: how many heads a word names; `bond` counts with a number behind it (弟兄仨). */
export const kinHeads = `
户主 heads=1
户主本人 heads=1
本人 heads=1
老头子 heads=1
老头 heads=1
老头儿 heads=1
老汉 heads=1
老婆子 heads=1
老婆婆 heads=1
老婆 heads=1
老伴 heads=1
老伴儿 heads=1
老太太 heads=1
老太 heads=1
老太婆 heads=1
老娘 heads=1
老妈 heads=1
老爹 heads=1
老爸 heads=1
老父亲 heads=1
老母亲 heads=1
父亲 heads=1
母亲 heads=1
爹 heads=1
娘 heads=1 bond=yes
妈 heads=1
爸 heads=1
爷 heads=1 bond=yes
奶 heads=1
爷爷 heads=1
奶奶 heads=1
爸爸 heads=1
妈妈 heads=1
姥姥 heads=1
姥爷 heads=1
外婆 heads=1
外公 heads=1
公公 heads=1
老公公 heads=1
婆婆 heads=1
岳父 heads=1
岳母 heads=1
丈母娘 heads=1
老丈人 heads=1
媳妇 heads=1
媳妇子 heads=1
儿媳 heads=1
儿媳妇 heads=1
孙媳 heads=1
孙媳妇 heads=1
妻子 heads=1
妻 heads=1
夫 heads=1
丈夫 heads=1
老公 heads=1
男人 heads=1
女人 heads=1
爱人 heads=1
对象 heads=1
配偶 heads=1
屋里人 heads=1
当家的 heads=1
掌柜的 heads=1
孩他爸 heads=1
孩他妈 heads=1
孩他爹 heads=1
孩他娘 heads=1
孩子他爸 heads=1
孩子他妈 heads=1
孩子他爹 heads=1
孩子他娘 heads=1
孩子爸 heads=1
孩子妈 heads=1
他爸 heads=1
他妈 heads=1
他爹 heads=1
他娘 heads=1
他奶 heads=1
他爷 heads=1
他老伴 heads=1
女婿 heads=1
哥 heads=1
哥哥 heads=1
大哥 heads=1
二哥 heads=1
弟 heads=1
弟弟 heads=1
姐 heads=1
姐姐 heads=1
大姐 heads=1
妹 heads=1
妹妹 heads=1
嫂子 heads=1
弟媳 heads=1
弟媳妇 heads=1
弟妹 heads=1
姑 heads=1
姑姑 heads=1
大姑 heads=1
姨 heads=1
舅 heads=1
舅舅 heads=1
叔 heads=1
叔叔 heads=1
二叔 heads=1
三叔 heads=1
伯 heads=1
伯伯 heads=1
大伯 heads=1
婶 heads=1
婶子 heads=1
大娘 heads=1
大爷 heads=1
二爷 heads=1
侄子 heads=1
侄女 heads=1
侄儿 heads=1
外甥 heads=1
外甥女 heads=1
表哥 heads=1
表弟 heads=1
表姐 heads=1
老祖 heads=1
太爷 heads=1
太奶 heads=1
老人 heads=1
老人家 heads=1
老的 heads=1
老婆儿 heads=1
大人 heads=1
大的 heads=1
成年人 heads=1
男的 heads=1
女的 heads=1
妇女 heads=1
寡妇 heads=1
老奶奶 heads=1
老爷爷 heads=1
老妈妈 heads=1
长辈 heads=1
亲家 heads=1
光棍汉 heads=1
孙媳妇子 heads=1
学生娃 heads=1 kin=child
小的 heads=1 kin=child
儿子 heads=1 kin=child
闺女 heads=1 kin=child
女儿 heads=1 kin=child
姑娘 heads=1 kin=child
孙子 heads=1 kin=child
孙女 heads=1 kin=child
孙娃 heads=1 kin=child
外孙 heads=1 kin=child
外孙子 heads=1 kin=child
外孙女 heads=1 kin=child
重孙子 heads=1 kin=child
重孙 heads=1 kin=child
重孙女 heads=1 kin=child
曾孙 heads=1 kin=child
儿 heads=1 kin=child
子 heads=1 kin=child
女 heads=1 kin=child
孙 heads=1 kin=child
丫头 heads=1 kin=child
小子 heads=1 kin=child
男孩 heads=1 kin=child
女孩 heads=1 kin=child
小闺女 heads=1 kin=child
大闺女 heads=1 kin=child
二闺女 heads=1 kin=child
三闺女 heads=1 kin=child
大儿子 heads=1 kin=child
二儿子 heads=1 kin=child
小儿子 heads=1 kin=child
三儿子 heads=1 kin=child
大儿 heads=1 kin=child
二儿 heads=1 kin=child
小儿 heads=1 kin=child
大孙子 heads=1 kin=child
小孙子 heads=1 kin=child
二孙子 heads=1 kin=child
大孙女 heads=1 kin=child
小孙女 heads=1 kin=child
大女儿 heads=1 kin=child
二女儿 heads=1 kin=child
小女儿 heads=1 kin=child
长子 heads=1 kin=child
次子 heads=1 kin=child
三子 heads=1 kin=child
长女 heads=1 kin=child
次女 heads=1 kin=child
三女 heads=1 kin=child or=3
养子 heads=1 kin=child
养女 heads=1 kin=child
继子 heads=1 kin=child
继女 heads=1 kin=child
独生子 heads=1 kin=child
独生女 heads=1 kin=child
婴儿 heads=1 kin=child
幼儿 heads=1 kin=child
毛孩 heads=1 kin=child
毛孩子 heads=1 kin=child
毛娃 heads=1 kin=child
未成年人 heads=1 kin=child
未成年 heads=1 kin=child
小学生 heads=1 kin=child
中学生 heads=1 kin=child
大学生 heads=1 kin=child
老大 heads=1 kin=child
老二 heads=1 kin=child
老三 heads=1 kin=child
老四 heads=1 kin=child
老五 heads=1 kin=child
老小 heads=1 kin=child
老幺 heads=1 kin=child
亲儿子 heads=1 kin=child
亲闺女 heads=1 kin=child
傻儿子 heads=1 kin=child
老大媳妇 heads=1
老二媳妇 heads=1
大儿媳 heads=1
二儿媳 heads=1
大儿媳妇 heads=1
二儿媳妇 heads=1
小儿媳妇 heads=1
双胞胎 heads=2 kin=child
双女 heads=2 kin=child
双子 heads=2 kin=child
儿女双全 heads=2 kin=child
父母 heads=2
爸妈 heads=2
爹娘 heads=2
爹妈 heads=2
爸爸妈妈 heads=2
爹和娘 heads=2
岳父母 heads=2
公婆 heads=2
公公婆婆 heads=2
爷奶 heads=2
爷爷奶奶 heads=2
老两口 heads=2
老两口子 heads=2
老俩口 heads=2
老俩口子 heads=2
老头老太 heads=2
老头老太太 heads=2
二老 heads=2
老俩 heads=2
小俩 heads=2
小两口 heads=2
小两口子 heads=2
小俩口 heads=2
小俩口子 heads=2
两口子 heads=2
俩口子 heads=2
小夫妻 heads=2 bond=yes
小夫妻俩 heads=2
老夫妻 heads=2 bond=yes
老夫老妻 heads=2
夫妻 heads=2 bond=yes
夫妇 heads=2 bond=yes
夫妻双方 heads=2
爷孙 heads=2 bond=yes
奶孙 heads=2 bond=yes
祖孙俩 heads=2
父子 heads=2 bond=yes
母子 heads=2 bond=yes
母女 heads=2 bond=yes
父女 heads=2 bond=yes
婆媳 heads=2 bond=yes
婆孙 heads=2 bond=yes
儿子儿媳 heads=2
儿子媳妇 heads=2
儿子儿媳妇 heads=2
孙男孙女 heads=2
闺女女婿 heads=2
孙子孙女 heads=2 kin=child
娘儿 bond=yes
爷儿 bond=yes
爷们 bond=yes
公孙 bond=yes
祖孙 bond=yes
爷奶孙 bond=yes
兄弟 bond=yes
弟兄 bond=yes
姐弟 bond=yes
姐妹 bond=yes
姊妹 bond=yes
兄妹 bond=yes
叔侄 bond=yes
舅甥 bond=yes
俺 self=one bond=yes
我 self=one bond=yes
咱 self=one bond=yes
他 self=one bond=yes
她 self=one bond=yes
俺们 self=many bond=yes
我们 self=many bond=yes
咱们 self=many bond=yes
他们 self=many bond=yes
她们 self=many bond=yes
俺几个 self=many bond=yes
我们家 self=many
俺们家 self=many
娘俩 heads=2
爷俩 heads=2
娘仨 heads=3
爷仨 heads=3
爷儿俩 heads=2
爷儿仨 heads=3
娘儿俩 heads=2
娘儿仨 heads=3
弟兄俩 heads=2
兄弟俩 heads=2
姐妹俩 heads=2
姐弟俩 heads=2
孩子 heads=1 kin=child many=yes
小孩 heads=1 kin=child many=yes
小孩子 heads=1 kin=child many=yes
娃 heads=1 kin=child many=yes
娃娃 heads=1 kin=child many=yes
娃子 heads=1 kin=child many=yes
小娃 heads=1 kin=child many=yes
子女 heads=1 kin=child many=yes
儿女 heads=1 kin=child many=yes
孙辈 heads=1 kin=child many=yes
晚辈 heads=1 kin=child many=yes
学生 heads=1 kin=child many=yes
儿童 heads=1 kin=child many=yes
俺两口 heads=2
我两口 heads=2
咱两口 heads=2
俺俩口 heads=2
老爷子 heads=1
老爷 heads=1
老奶 heads=1
`;
