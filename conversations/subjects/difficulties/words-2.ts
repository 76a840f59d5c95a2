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
`;
