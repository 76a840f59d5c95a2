/** Hardships, and none. */
export const difficultyWords2 = `
没有劳动力 diff+
没有劳力 diff+
看病 diff~
上学 diff~
打工 diff~
干活 diff~
住 diff~
吃 diff~
伺候 diff~
照顾 diff~
修 diff~
走 diff~
不缺 diff-?
没特殊困难 diff-
没有特殊困难 diff-
没啥特殊困难 diff-
没其他困难 diff-
没别的困难 diff-
没旁的困难 diff-
没说的 diff-
没有别的 diff-
没别的难处 diff-
没对象 diff+
有其他困难 diff+
有别的困难 diff+
有其他难处 diff+
有点其他困难 diff+
没成家 diff+
没欠债 diff-?
没欠账 diff-?
没啥大困难 diff-?
没大困难 diff-?
`;
