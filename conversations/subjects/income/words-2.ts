/** Whether an income is steady. */
export const stabilityWords2 = `
天天有活 stab+
天天有单 stab+
活多 stab+
旱涝保丰收 stab+ about=stab
有正经工作 stab+
正经工作 stab+
干了八年 stab+
干了十几年 stab+
干十几年了 stab+
老本行 stab+
没啥大变化 stab+
没大变化 stab+
没变化 stab+
靠老天 stab-
靠老天爷 stab-
靠老天吃饭 stab-
有一搭没一搭 stab-
说断就断 stab-
打一天算一天 stab-
有今儿没明儿 stab-
有今日没明日 stab-
有活就有钱 stab- about=stab
年年有变 stab-
一月一个样 stab-
月月不一样 stab-
年年不一样 stab-
黄了 stab-
快黄了 stab-
没保障 stab-
没有保障 stab-
一年比一年少 stab-
一年比一年差 stab-
不稳定 stab-/+ about=stab
不稳 stab-/+ about=stab
不固定 stab-/+ about=stab
没准 stab-/+
没个准 stab-/+
没准头 stab-/+
没固定 stab-/+ about=stab
干 stab~
打工 stab~
务工 stab~
上班 stab~
挣 stab~
拿 stab~
发 stab~
种 stab~
养 stab~
卖 stab~
做 stab~
跑 stab~
干活 stab~
做活 stab~
开车 stab~
拉货 stab~
出去 stab~
没有固定收入 stab- about=stab
稳不住 stab- about=stab
不太稳 stab- about=stab
没固定活 stab- about=stab
不稳当 stab-/+ about=stab
东一榔头西一棒子 stab-?
靠天 stab- about=stab
稳定啥 stab-? about=stab
稳啥 stab-? about=stab
稳定个啥 stab- about=stab
`;
