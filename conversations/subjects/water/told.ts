/** The question whether something is wrong with the water. */
export const waterTold = 'waterProblem';
