/** How many words away one word can still belong to another; keeps the reading linear. */
export const reachOfOperator = 12;
