import { reads } from './table.ts';

/** `safe`, `unsafe`, with a grade (`safe B`) and other housing (`unsafe D other:null`). */
function home(meaning: string): unknown {
  const [state, ...more] = meaning.split(' ');
  const grade = more.find((m) => /^[A-D]$/.test(m)) ?? null;
  const other = more.find((m) => m.startsWith('other:'))?.slice(6);
  return {
    safe: state === 'safe',
    grade,
    ...(other === undefined ? {} : { otherHome: JSON.parse(other) }),
  };
}

reads(
  'housing',
  `
安全 → safe
安全的 → safe
住房有保障 → safe
危改房 → safe
没有危房 → safe
砖混结构，无裂缝不漏雨 → ?
房子前年危改的 → safe
C级，加固改造中 → ?
不是危房，有点旧 → safe
老房子但是结实 → ?
漏雨修好了，安全 → ?
没达到C级，是B级 → safe B
危房拆了，现住安置房 → ?
不安全，怕塌 → unsafe
住着不放心 → ?
新盖三间，还没住进去 → ?
算不上危房，就是旧 → ?
原来C级，修过以后B级 → ?
危房改造完了，验收过 → safe
老屋已经拆了，现住新房 → safe
老人一个人住危房，儿子住楼房 → ?
父母住D级老屋，孩子家新楼 → ?
很安全 → safe
房子安全 → safe
住房安全 → safe
安全着呢 → safe
没问题 → safe
房子没问题 → safe
没啥问题 → safe
没毛病 → safe
没事 → safe
结实 → safe
结实着呢 → safe
牢固 → safe
房子好着呢 → safe
挺好 → safe
怪好 → safe
房子挺好的 → safe
好得很 → safe
不漏不裂 → safe
不漏雨,结实 → safe
不是危房 → safe
没有安全隐患 → safe
鉴定安全 → safe
鉴定合格 → safe
新房 → safe
新盖的 → safe
新盖的楼房 → safe
刚盖的两层楼 → safe
去年新盖的房子 → safe
安置房 → safe
住安置房 → safe
搬迁房 → safe
住搬迁安置房 → safe
易地搬迁安置房 → safe
公租房 → safe
商品房 → ?
砖瓦房,安全 → safe
A级 → safe A
a级 → safe A
Ａ级 → safe A
鉴定为A级 → safe A
B级 → safe B
b级 → safe B
鉴定B级 → safe B
房子B级 → safe B
B级,安全 → safe B
B类 → safe B
评的B → safe B
A → safe A
C级 → unsafe C
c级危房 → unsafe C
Ｃ级危房 → unsafe C
鉴定为C级 → unsafe C
房子是C级 → unsafe C
D级 → unsafe D
D级危房 → unsafe D
d级 → unsafe D
鉴定结果D级 → unsafe D
鉴定是D → unsafe D
不安全 → unsafe
房子不安全 → unsafe
危房 → unsafe
是危房 → unsafe
住的危房 → unsafe
还住危房 → unsafe
老危房 → unsafe
有危险 → unsafe
不能住了 → unsafe
没法住 → unsafe
B级,不对,C级 → unsafe C
D级,现在住新房 → ?
老房是D级,现在租房住 → ?
# doubtful
老房子 → ?
旧房子 → ?
土坯房 → ?
土房子 → ?
泥巴房 → ?
草房 → ?
瓦房 → ?
平房 → ?
漏雨 → ?
有点漏雨 → ?
下雨漏 → ?
房顶漏水 → ?
墙裂了 → ?
有裂缝 → ?
墙上有缝 → ?
墙裂了个缝 → ?
有点裂 → ?
凑合 → ?
凑合住 → ?
还能住 → ?
能住 → ?
将就住 → ?
还行 → ?
还可以 → ?
一般 → ?
一般般 → ?
不太好 → ?
不太安全 → ?
不咋好 → ?
有点旧 → ?
有点老 → ?
年久失修 → ?
三十年了 → ?
八几年盖的 → ?
掉墙皮 → ?
潮湿 → ?
要倒了 → ?
快塌了 → ?
歪了 → ?
墙斜了 → ?
塌了 → ?
塌了半边 → ?
一级 → ?
二级 → ?
三级 → ?
四级危房 → ?
C还是D → ?
B或者C → ?
C级或D级 → ?
不知道几级 → ?
没鉴定 → ?
没鉴定过 → ?
不清楚 → ?
应该安全 → ?
安全吧 → ?
好像是B级 → ?
可能是C级 → ?
应该是危房 → ?
没问题就是有点漏雨 → ?
安全,就是漏雨 → ?
租房住 → ?
没房子 → ?
住亲戚家 → ?
住儿子家 → ?
房子拆了 → ?
正在盖 → ?
土坯算危房吗 → ?
啥算安全 → ?
同上 → ?
跟上家一样 → ?
逼级 → ?
低级危房 → ?
行 → ?
好 → ?
# heard later
不赖 → safe
没得问题 → safe
移民房 → safe
D级,有安置房 → ?
危房,住儿子家楼房 → unsafe
有安全隐患 → ?
一般安全 → ?
暂时安全 → ?
C级改造过了 → ?
C级危房正在改造 → ?
没有 → ?
房子一点毛病没有 → safe
老爷子还在老宅,D级,闺女家有房子 → ?
`,
  home,
);
