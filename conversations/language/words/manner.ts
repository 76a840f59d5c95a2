/** Ways of speaking, whatever is spoken of: as said before, not sure, under way. */
export const mannerWords = `
同上 same
同上家 same
同前 same
如上 same
照上 same
照旧 same
老样子 same
还是那样 same
还那样 same
跟上家一样 same
和上家一样 same
跟上一家一样 same
跟上一户一样 same
上家一样 same
上户一样 same
跟去年一样 same
和去年一样 same
跟往年一样 same
和往年一样 same
跟以前一样 same
和以前一样 same
跟去年差不多 same
跟往年差不多 same
跟前面那家一样 same
跟前头那家一样 same
跟邻居一样 same
跟他家一样 same
都一样 same
全一样 same
都一样的 same
一样 same
一样的 same
不变 same
都不变 same
没变 same
没变化 same
没啥变化 same
没有变化 same
无变化 same
其他不变 same
其他没变 same
其他都一样 same
其他一样 same
其他照旧 same
别的不变 same
别的没变 same
剩下的一样 same
按去年的 same
按上次的 same
照去年的 same
照上次的 same
按原来的 same
照原来的 same
大概 hedge
大概其 hedge
大约 hedge
估摸 hedge
估摸着 hedge
约摸 hedge
差不多 hedge
差不多齐了 hedge
基本 hedge
大部分 hedge
多半 hedge
说是 hedge
难讲 hedge
难说 hedge
不太好说 hedge
不好说 hedge
将将 hedge
将将够 hedge
一言难尽 hedge
说来话长 hedge
像是 hedge
像是有 hedge
看样子 hedge
看起来 hedge
不知道是谁 hedge
谁知道 hedge
还可以吧 hedge
应该 hedge
好像 hedge
可能 hedge
也许 hedge
恐怕 hedge
听说 hedge
据说 hedge
正在 fut way=under
正在办 fut way=under
正在交 fut way=under
在办 fut way=under
在办着 fut way=under
在办呢 fut way=under
在弄 fut way=under
在申请 fut way=under
在走手续 fut way=under
走手续 fut way=under
走程序 fut way=under
走流程 fut way=under
办手续 fut way=under
在等 fut way=under
等着 fut way=under
等通知 fut way=under
在盖 fut way=under
在修 fut way=under
在鉴定 fut way=under
在改造 fut way=under
在处理 fut way=under
还没来得及 fut way=under
准备去交 fut way=under
准备交 fut way=under
准备办 fut way=under
准备参 fut way=under
准备修 fut way=under
准备盖 fut way=under
准备鉴定 fut way=under
准备申请 fut way=under
正准备交 fut way=under
马上就交 fut way=under
马上交 fut way=under
马上办 fut way=under
打算 fut way=under
申请了 fut way=under
已经申请 fut way=under
报上去了 fut way=under
快办好 fut way=under
快修好 fut way=under
快盖好 fut way=under
一样没有 no
一样没落 all
一模一样 n
不可能 no
不可能的事 no
邻居说 hedge
隔壁说 hedge
人家说 hedge
别人说 hedge
旁人说 hedge
村里人说 hedge
听邻居说 hedge
听人说 hedge
邻居讲 hedge
要不就是 hedge
要不然 hedge
要不是 hedge
说病也不算病 hedge
谁说付不起 hedge
是吧 hedge
不是吧 hedge
都好 all good
全好 all good
都挺好 all good
都很好 all good
一切正常 all good
一切都好 all good
一切都正常 all good
样样都好 all good
啥都好 all good
都到位了 all good
都没啥 all good
都没毛病 all good
都没问题 all good
全没问题 all good
都没事 all good
都正常 all good
都没啥问题 all good
哪都好 all good
哪哪都好 all good
都还好 all good
都行 all good
都可以 all good
都妥 all good
`;
