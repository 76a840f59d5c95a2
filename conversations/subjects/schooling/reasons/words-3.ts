/** Why a child is not at school. */
export const reasonWords3 = `
要照应家里 reason=照顾家人
`;
