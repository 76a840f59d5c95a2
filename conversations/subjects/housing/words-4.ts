/** What people say of their house. */
export const housingWords4 = `
租房住 oth? house?
现在租房 house?
有别的房住 oth+
有别处住 oth+
有其他房住 oth+
前年盖的 house+?
去年盖的 house+?
大前年盖的 house+?
住新房 house+? oth+
住楼房 house+? oth+
现住新房 house+ oth+
现住楼房 house+ oth+
报告在家 appr+
报告在村部 appr+
报告在 appr+
有报告 appr+
有证 appr+
达到 house~
够到 house~
没达到 neg house~
`;
