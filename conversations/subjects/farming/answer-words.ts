/** What people say in answer to the questions here, beside yes and no. */
export const farmingAnswerWords = `
// 家里的地都种上了吗？
种上 sown+/-
种下 sown+/-
种完 sown+/-
种好 sown+/-
播完 sown+/-
播下 sown+/-
下种 sown+/-
插上秧 sown+/-
都种 sown+/-
全种 sown+/-
流转出去 sown+/-
包出去 sown+/-
没种 sown-
没播 sown-
撂荒 sown-/+
荒着 sown-/+
空着 sown-/+
种不了 sown-/+
种不动 sown-/+
没人种 sown-
剩了 sown-/+
还没下种 sown-/+
`;
