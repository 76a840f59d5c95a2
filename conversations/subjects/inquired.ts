import type { QuestionKey } from '../form/keys.ts';

/**
 * How leaders and cadres call an answer when they ask who gave it, beside the form's own labels: question, value, and
 * the forms parted by spaces. Households say it in words of their own, which stand in the subjects' tables.
 */
export const inquiredWords: readonly (readonly [key: QuestionKey, value: string | boolean, forms: string])[] =
  [
    [
      'allInsured',
      false,
      '没买医保 没缴医保 漏保 脱保 断保 未参保 没参合 未参合 未缴费 没交新农合 没交合作医疗',
    ],
    ['allInsured', true, '全员参保 都交了医保 全参保 医保都交 应保尽保'],
    [
      'seriousIllness',
      true,
      '有病人 有病人的 家里有病人 得大病 得慢病 患大病 大病户 慢病户 有大病的 有慢病的 因病 重病户 有重病',
    ],
    ['canAffordCare', false, '看不起病 没钱看病 看病难 掏不起 看病没钱 药费掏不起 负担不起'],
    ['medicalBurdenHeavy', true, '看病负担重 医药费高 医药费重'],
    [
      'droppedOut',
      true,
      '辍学的 失学的 失学辍学 辍学失学 没念书 不念书 不上学的 没上学的 没去上学 退学 辍学娃 不读书 没书读 控辍',
    ],
    [
      'housingSafe',
      false,
      '危房户 住危房 住的危房 住危房的 房子漏雨 漏雨 房屋漏雨 房子裂 墙裂 墙开裂 房子要塌 破房子 房子破 房子有裂缝 房子危险',
    ],
    [
      'waterProblem',
      true,
      '吃不上水 吃水难 没水吃 饮水不达标 饮水不安全 吃水不安全 喝不上水 吃水困难 饮水困难 饮水没保障 饮水有隐患 水有问题',
    ],
    [
      'waterTypes',
      '水质',
      '水质不合格 水质有问题 水质不达标 水质差 水发浑 水发黄 水浑 水黄 水有味 水有怪味 有怪味 怪味 井水有怪味 水苦 水咸 水质不行 水质不好的',
    ],
    ['waterTypes', '水量', '水量不足 水量小 水压小 水不够吃 水量不够的'],
    [
      'waterTypes',
      '保证率',
      '三天两头停 老停水 经常停水 常停水 时常停水 吊水 吊水线 停水的 断水的 隔三差五停',
    ],
    ['waterTypes', '方便程度', '取水难 打水远 挑水吃 没通自来水 没接自来水 未通水'],
    [
      'incomeSource',
      '外出务工',
      '外出打工的 在外打工 在外打工的 出去打工 出去打工的 外出务工的 在外务工 出门打工',
    ],
    ['incomeSource', '务工', '打工的 务工的'],
    ['incomeStable', false, '收入不稳 收入没保障 没有稳定收入 没稳定收入'],
    ['employedStable', false, '没活干 没工作 找不到活 没有活干 失业 没就业 待业 闲在家 没班上 在家闲着'],
    [
      'helperAssigned',
      false,
      '没有帮扶人 没帮扶责任人 没有帮扶责任人 帮扶人没到位 缺帮扶人 没人帮扶 没帮扶干部 帮扶人空着 帮扶人缺位',
    ],
    ['satisfiedTeam', false, '对工作队不满意 对驻村工作队不满意 工作队不满 对驻村干部不满意'],
    ['satisfiedHelp', false, '对帮扶不满意 帮扶不满 对帮扶工作不满意'],
    ['otherDifficulties', true, '有困难 有困难的 有难处 有难处的 家里困难 生活困难 有别的困难'],
    ['builtOnDebt', true, '借钱盖房 盖房欠债 建房欠债 盖房借债'],
    ['labourForce', false, '没劳力 无劳动力 无劳力 没有劳动力 缺劳力 没壮劳力 缺劳动力 缺少劳动力 没有劳力'],
    ['labourLost', true, '失能 重度残疾 重残 失能的 丧失劳动能力的 瘫痪在床'],
    ['inSafetyNet', false, '该吃低保没吃 应保未保 漏保低保 该纳入没纳入低保'],
    ['wealthyStillSubsidised', true, '富了还领 条件好了还领补贴 该退没退 补贴该退出'],
    ['foodClothing', false, '吃不饱 穿不暖 吃穿发愁 吃饭困难'],
  ];
