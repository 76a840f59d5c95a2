/** Hardships, and none. */
export const difficultyWords2 = `
打工 diff~
干活 diff~
住 diff~
吃 diff~
伺候 diff~
照顾 diff~
修 diff~
走 diff~
不缺 diff-?
没特殊困难 diff- about=diff
没有特殊困难 diff- about=diff
没啥特殊困难 diff- about=diff
没其他困难 diff- about=diff
没别的困难 diff- about=diff
没旁的困难 diff- about=diff
没说的 diff-
没有别的 diff-
没别的难处 diff- about=diff
没对象 diff+
有其他困难 diff+ about=diff
有别的困难 diff+ about=diff
有其他难处 diff+ about=diff
有点其他困难 diff+ about=diff
没成家 diff+
没欠债 diff-?
没欠账 diff-?
没啥大困难 diff-? about=diff
没大困难 diff-? about=diff
缺劳力 diff+/-
缺劳动力 diff+/-
缺钱 diff+/-
缺人 diff+/-
缺水 diff+/-
缺地 diff+/-
路不好走 diff+?
路难走 diff+?
没路 diff+?
买药 diff~
买 diff~
看病 diff~
吃药 diff~
上学 diff~
种地 diff~
花 diff~
用 diff~
修房 diff~ about=house
供 diff~
养 diff~
`;
