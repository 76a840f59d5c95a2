/** What goes wrong: denied, it says that this didn’t. */
export const troubleVerbs = `
拖 v
欠 v
借 v
贷 v
逾期 v
漏 v
裂 v
塌 v
危 v
停 v
断 v
冻 v
淹 v
涝 v
受灾 v
遭灾 v
病 v
得病 v
生病 v
住院 v
辍学 v
失学 v
纠纷 v
闹 v
打架 v
矛盾 v
污染 v
堵 v
缺 v
愁 v
亏 v
赔 v
`;
