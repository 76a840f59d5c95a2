/** What people say in answer to the questions here, beside yes and no. */
export const schoolingAnswerWords = `
// 县里鉴定过，或者有老师送教吗？
鉴定 cert+/-
评估 cert+/-
认定 cert+/-
上门来教 cert+/-
上门教 cert+/-
上门送 cert+/-
来家教 cert+/-
到家教 cert+/-
来家里教 cert+/-
送教 cert+/-
有证明 cert+/-
有报告 cert+/-
老师…来家 cert+
老师…上门 cert+
没办过 cert-
没人管 cert-
没上门 cert-
没人来 cert-
评估过 cert+
给评估过 cert+
有残联证明 cert+
残联证明 cert+
残联 n
特教老师 #cert
定期来家 cert+
每周上门 cert+
上门来教 cert+
`;
