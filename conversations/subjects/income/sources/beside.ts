/** What is told beside the sources of an income and says nothing of them. */
export const besideWords = `
稳定 note=yes
不稳定 note=yes
稳当 note=yes
不稳当 note=yes
收入稳定 note=yes
收入不稳定 note=yes
挣不多 note=yes
挣不着啥钱 note=yes
不挣钱 note=yes
刚够吃 note=yes
够吃 note=yes
够花 note=yes
够用 note=yes
不够花 note=yes
没出去 note=yes deny=yes
没出门 note=yes deny=yes
不出去 note=yes deny=yes
不出门 note=yes deny=yes
出不去 note=yes deny=yes
身体不好 note=yes
年纪大 note=yes
岁数大 note=yes
干不动 note=yes
弄不动 note=yes
上学 note=yes
念书 note=yes
读书 note=yes
在家闲着 note=yes
闲着 note=yes
带孩子 note=yes
带娃 note=yes
看孩子 note=yes
看娃 note=yes
看家 note=yes
做饭洗衣 note=yes
操持家务 note=yes
有病 note=yes
生病 note=yes
瘫痪 note=yes
不能干活 note=yes
干不了活 note=yes
没劳力 note=yes
没劳动力 note=yes
没技术 note=yes
没文化 note=yes
年收入 note=yes
收入 note=yes
家庭收入 note=yes
全年收入 note=yes
总收入 note=yes
纯收入 note=yes
毛收入 note=yes
人均 note=yes
人均收入 note=yes
进项 note=yes
挣 note=yes
能挣 note=yes
挣个 note=yes
落 note=yes
剩 note=yes
到手 note=yes
一年挣 note=yes
一月 note=yes
一天 note=yes
万 note=yes
元 note=yes
块 note=yes
元钱 note=yes
家庭 note=yes
家庭年收入 note=yes
没出去过 note=yes deny=yes
没再出去 note=yes deny=yes
不外出 note=yes deny=yes
没外出 note=yes deny=yes
出不去门 note=yes deny=yes
歇着 note=yes
在家歇着 note=yes
搁家歇着 note=yes
歇 note=yes
搁家 note=yes
在家 note=yes
吃老本 vague=source
算上 note=yes
也算上 note=yes
都算上 note=yes
够吃喝 note=yes
年轻时 past
腰不中 note=yes
腰不好 note=yes
腿不好 note=yes
腿脚不好 note=yes
身体不中 note=yes
老了 note=yes
干不动了 note=yes
弄也弄不动 note=yes
想弄也弄不动 note=yes
集 n
合作社 n
土地 n
棚 n
俩棚 n
喂 aux
养 aux
种 aux
种点 aux
种些 aux
种着 aux
养点 aux
养着 aux
养了 aux
喂点 aux
喂着 aux
喂了 aux
自己种的 note=yes
自家 n
为辅 note=yes
补充 note=yes
排 n
按多少排 note=yes
从多到少 note=yes
两样 n
一半儿 share=yes
政策性收入 vague=source
经营性收入 vague=source
转移性收入 vague=source
财产性收入 vague=source
工资性收入 vague=source
三六九 note=yes
`;
