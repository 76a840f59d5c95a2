/** Children, school, and out of school. */
export const schoolingWords3 = `
常不去 drop+?
隔三差五不去 drop+?
娃不肯上学 drop+?
接 drop~
送 drop~
接送 drop~
去 drop~ age~
来 drop~
读 drop~
学 drop~
吃饭 drop~
骑 drop~
走 drop~
回家 drop~
考 drop~
考试 drop~
请假 drop~
生 age~
上 age~
长 age~
出生 age~
`;
