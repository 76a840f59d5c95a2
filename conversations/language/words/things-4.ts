/** Things, places and times that tell nothing. */
export const thingsWords4 = `
记下 n
就这么写 n
就这么填 n
这么写 n
这么填 n
按这个写 n
照这样写 n
就写 n
就填 n
哪一年 n
八几年 n
七几年 n
零几年 n
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
