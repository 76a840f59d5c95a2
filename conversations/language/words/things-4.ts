/** Things, places and times that tell nothing. */
export const thingsWords4 = `
九几年 n
一零年 n
一几年 n
那一年 n
前后 n
左右 n
往上 n
往下 n
上下 n
`;
