/** Of two kinds of income that stand together without 和 the first is meant: 车间上班, 摘辣椒打零工. */
export const narrowerSources = `
就业帮扶车间 务工
公益岗位 务工
外出务工 务工
经商 种植
经商 养殖
零工 种植
务工 种植
务工 养殖
`;

/** Work for a wage: 靠儿子在苏州打工 is the work that the household lives of, not what a son gives. */
export const wageSources = `
务工
外出务工
零工
`;
