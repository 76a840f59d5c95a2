import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type DemoRole, demoChat } from './demo-chat.ts';

const { database } = await testDatabase();
const say = await demoChat(database, 900);

/** What somebody asked who had seen the roles alone, and was answered with something else without a word about it. */
const asked: readonly [who: DemoRole, text: string, heard: RegExp][] = [
  ['villageCadre', '一个人过的有几户', /^人口等于1·/],
  ['villageCadre', '独居的几户', /^人口等于1·/],
  ['townshipCadre', '三口人的有几户', /^人口等于3·/],
  ['townshipCadre', '60岁以上的有几户', /^年龄不在名册和问卷里/],
  ['leader', '自查报告交了几家', /^自查报告.*已交\d+\/\d+。|单位的自查报告都交了/],
  ['leader', '哪些单位报告还没交', /^自查报告.*已交\d+\/\d+。/],
  ['department', '单位自查做完了没', /自查\d+项，已提交\d+项/],
  ['leader', '总体进度百分之多少', /^已排查·.+：\d+户，应排查的\d+户里占[\d.]+%/],
  ['townshipCadre', '脱贫户走访率多少', /^脱贫户·已排查·.+占[\d.]+%|脱贫户·已排查·.+：0户/],
  ['townshipCadre', '危房还剩几户', /^房子不安全·(?!还没查)/],
  ['townshipCadre', '还剩几户', /还没查的\d+户|还没查|都查完了/],
  ['leader', '住房问题还剩几个没销', /^住房安全·没销号·问题·/],
  ['townshipCadre', '哪个问题快到期了', /^7天内到期·问题·/],
  ['department', '下周要到期的问题', /^\d+至\d+天后到期·问题·/],
  ['leader', '人均收入最低的是哪几户', /^从低到高·人均收入·/],
  ['townshipCadre', '平均一户多少人', /^平均人口·.+：[\d.]+人。/],
  ['townshipCadre', '抽查发现不一致的有几户', /还没有抽查过|有出入\d+户/],
  ['leader', '今天全县查了多少户', /^已排查·.+·今天：\d+户/],
  ['helper', '下一家去谁家', /^下一户：.+，回“下一户”开始|您名单上的户都查完了/],
  ['helper', '全县进度咋样', /^全县的情况您这里看不到.*全县的请问县/],
  ['villageCadre', '全镇没参保的几户', /^全镇的情况您这里看不到.*全镇的请问乡镇/],
  ['leader', '三保障问题一共多少', /^义务教育、基本医疗、住房安全、饮水安全·问题·/],
  ['townshipCadre', '饮水问题主要在哪些村', /^饮水安全·问题·.+各村/],
  ['townshipCadre', '线索走到哪一步了', /^监测线索·.+各环节/],
  ['townshipCadre', '公示期到了没', /^待公示、公示中·监测线索·/],
  ['leader', '把所有问题都销了', /^不能一次全销.*乡镇或牵头部门复核/],
  ['department', '我该交什么', /^自查报告：.*“报送报告”/],
  ['helper', '户主死了怎么弄', /^户主去世/],
  ['helper', '新来的一户咋加进去', /回“新增 户主姓名”/],
  ['helper', '填错了能改吗', /^错了随时能改/],
  ['townshipCadre', '脱贫户里吃水有问题的', /^(脱贫户·饮水有问题|饮水有问题·脱贫户)·/],
  ['townshipCadre', '谁走得最慢', /^个人不比快慢/],
  ['townshipCadre', '监测户里还有没查的吗', /还没查/],
  ['leader', '搬迁户里没就业的', /^易地搬迁户·.*就业/],
  ['helper', '退回来的是哪户', /退回/],
  ['leader', '落后的原因是什么', /慢于计划的乡镇/],
  ['leader', '各镇问题数画个图', /^问题·演示县·各乡镇：共\d+个\n[\s\S]*(?:\[image\])?$/],
  ['helper', '还差多少弄完', /^还没查·您名下/],
  ['helper', '一天得跑几户才完', /每个工作日得\d+户|都查完/],
  ['townshipCadre', '哪些户收入说不清', /^年收入不清楚·/],
  ['townshipCadre', '还有多少户没人管', /没分到人/],
  ['leader', '龙城镇的问题谁牵头', /^问题·龙城镇·各牵头单位/],
  ['department', '整改完成率', /^已销号·问题·/],
  ['villageCadre', '各组还剩几户', /^还没查·.+·各组：/],
  ['leader', '医保没交的全县有多少户', /有人没参/],
  ['leader', '医保交了的有几户', /都参保|参保/],
  ['villageCadre', '独居老人有几户', /^年龄不在名册和问卷里，数不出来/],
  ['villageCadre', '还没绑定几个人', /^没绑定·人员·.+：\d+人/],
  ['leader', '各镇绑定率', /^已绑定·人员·.+·各乡镇：/],
  ['townshipCadre', '本镇有几个排查员', /^人员·龙城镇：\d+人/],
  ['helper', '还没绑定几个人', /^人员和绑定的情况由村干部、乡镇和县里看/],
  [
    'townshipCadre',
    '龙城镇和黄口镇哪个快',
    /^进度·龙城镇、黄口镇（不排名）：\n龙城镇 \d+\/\d+户.*\n黄口镇不在您能看的范围里/,
  ],
  ['leader', '龙城镇和黄口镇没参保几户', /^有人没参|^参保（有人没参）·龙城镇[\s\S]*参保（有人没参）·黄口镇/],
  ['villageCadre', '把隔壁村的名单给我', /^别处的您这里看不到.*别的村请问/],
  ['townshipCadre', '把报送时间改到28号', /^时限是县里定的，您这里改不了.*延期请找县/],
  ['department', '住房问题有几个', /^这一项由县住建局牵头/],
  ['leader', '人均收入最高的5户', /^从高到低·人均收入·演示县·前5户：5户\n(?:[^\n]+\n){4}[^\n]+$/],
  ['leader', '问题最多的3个镇', /^问题·演示县·各乡镇·前3个：共\d+个\n(?:[^\n]+\n){2}[^\n]+$/],
  ['townshipCadre', '抽查了几户', /还没有抽查过|^抽了\d+户/],
  ['helper', '抽查合格率多少', /^抽查的情况由乡镇和县/],
  ['leader', '全县几个镇', /：24个乡镇。/],
  ['leader', '哪些镇还没报', /^自查报告.*已交\d+\/24。/],
  ['villageCadre', '几个村报了自查报告', /^自查报告由乡镇和牵头部门交/],
  ['leader', '三类监测对象各多少', /^监测对象·.+各户属性/],
  ['leader', '哪个局牵头的问题最多', /^问题·.+·各牵头单位：/],
  ['townshipCadre', '平均每人手上几户', /^在册户·龙城镇·各排查员：/],
  ['townshipCadre', '张三是谁负责的', /^没找到“张三”这户|负责/],
  ['leader', '全县到今晚跑了多少户', /^已排查·演示县：\d+户，应排查的/],
  ['leader', '情况怎么样', /^演示县：已查\d+\/\d+户/],
  ['leader', '各部门自查表交了几家', /^单位自查12月27日截止，\d+个部门，已交\d+\/\d+/],
  ['townshipCadre', '谁今天一户没查', /^一户没查·人员·龙城镇·今天：|人。共\d+人里没有/],
  ['leader', '退回率多少', /^退回·演示县：\d+户/],
  ['leader', '今天比昨天多跑几户', /今天\d+户，昨天\d+户，今天[和比]昨天/],
  ['leader', '进度低于30%的镇', /各乡镇·占比低于30%：/],
  ['leader', '销号率最低的镇', /^已销号·问题·.+各乡镇/],
  ['leader', '不满意的有几户', /^哪户满意、哪户不满意谁也查不到.*回“满意率”/],
  ['leader', '对驻村工作队不满意的有哪些户', /^哪户满意、哪户不满意谁也查不到/],
  ['helper', '不满意的有几户', /^满意率由乡镇、县里和领导看/],
  ['helper', '哪几户对驻村工作队满意', /^满意率由乡镇、县里和领导看/],
  ['helper', '户里说不满意记在哪一项', /^满意不满意由抽查的同志问/],
  ['leader', '老百姓反映最多的是什么问题', /^问题·演示县·各类别：共\d+个/],
  ['townshipCadre', '入户时间5分钟不到的有几户', /^走访用时低于5分钟·龙城镇：/],
  ['leader', '平均一户待多久', /^平均走访用时·演示县：平均一户[\d.]+分钟/],
  ['leader', '各镇住房问题和饮水问题各多少', /^住房安全、饮水安全·问题·演示县·各/],
  ['villageCadre', '脱贫户几户监测户几户', /^脱贫户·.+\n监测对象·/],
  ['leader', '没参保的几户，这个月必须清零', /^参保（有人没参）·演示县：\d+户[\s\S]+“这个月必须清零”没看懂/],
  ['townshipCadre', '大姬村查完没', /“大姬村”我没看懂/],
  ['helper', '孩子不上学这条记在哪', /^记在“辍学”这一题/],
  ['villageCadre', '系统卡死了照片传不上', /^耽误您工夫了/],
  ['leader', '晚上九点给我报一次', /^我不能单独定时/],
  ['townshipCadre', '明早八点前给我名单', /^(?!您好)/],
  ['townshipCadre', '二组三组都给小李管', /^(?!名册里没有)/],
  ['helper', '还剩哪几户没走，列个名单', /^还没查·您名下：/],
];

describe('a question is answered in all its words, or said not to be understood', () => {
  it.each(asked)('%s: %s', async (who, text, heard) => {
    const replies = (await say(who, text)).join('\n');
    expect(replies).toMatch(heard);
  });
});

describe('lists in the order of an amount', () => {
  it('人均收入最低的 begins with the lowest and tells each', async () => {
    const [said = ''] = await say('leader', '人均收入最低的是哪几户');
    const told = [...said.matchAll(/人均收入(\d+)元/gu)].map(([, n]) => Number(n));
    expect(told).toHaveLength(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

describe('households by who looks after them', () => {
  it('those nobody has been to count for whom they are given to', async () => {
    const [said = ''] = await say('townshipCadre', '各排查员还剩几户');
    const [, n = ''] = /：共(\d+)户/u.exec(said) ?? [];
    const parts = [...said.matchAll(/ (\d+)户$/gmu)].map(([, k]) => Number(k));
    expect(parts.reduce((sum, k) => sum + k, 0)).toBe(Number(n));
    expect(Number(n)).toBeGreaterThan(3);
  });
});
