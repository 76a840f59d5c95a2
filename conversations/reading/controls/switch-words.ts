/** Ways to name another household that is wanted now, a phrase each. */
const lead = '换一户|换一家|先|帮我|我要|请|那|给我|给俺|再|现在|咱|俺先|我先*';
const goes =
  '查|查一下|查一查|查找|查看|查询|排查|换|换到|换成|换去|切换|切换到|切到|切成|去|到|找|找一下|找到|做|填|看|看看|看一下|改到|改做|转到|跳到|打开|进入|搜|搜索|搜一下|录';
const whose = '家|家的|这户|那户|那一户|户';

const where = '东头|西头|南头|北头|前头|后头|前排|后排|东边|西边*';

export const switchPhrases = [
  `先? 不 弄|做|填|查|排查 <other:place> 家|家的? 了? 换|换到|去|到|做|查 ${where} <place> ${whose}`,
  `${lead} ${goes} ${where} <place> ${whose} 吧|了|的|的情况|情况?`,
  `${lead} ${goes} <place> 吧|了|的|的情况|情况?`,
  '<place> 家|家的',
];

/** Such that name a household whatever question is open. */
export const switchToPhrases = [
  '那|先|我要? 换到|换去|切换到|切到|转到|跳到|先查|先查一下|先看|先做|先填|先排查|先去 <name:place> 家|家的|这户|那户|户 吧|了?',
];

/** What follows such words and is no household. */
export const notHouseholds = `
进度
问题
线索
台账
进展
情况
户主
人口
收入
下一
上一
各镇
各村
未排
整改
逾期
全县
全村
本村
全镇
房子
医保
一下
哪
地里
城里
医院
街上
县城
外地
集上
打工
别的
照片
数据
统计
日报
报告
看板
领导
镇里
人工
干活
完了
什么
表格
管理
客服
村部
开会
吃饭
`;
