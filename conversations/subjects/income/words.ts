/** Whether an income is steady. */
export const stabilityWords = `
收入 #stab
进项 #stab
工资 #stab
钱 #stab
收成 #stab
来源 #stab
挣钱 #stab
一年收入 #stab
稳定 stab+/- about=stab
稳 stab+/- about=stab
稳当 stab+/- about=stab
固定 stab+/- about=stab
保险 stab+/-
有准头 stab+/-
有准 stab+/-
准 stab+/-
牢靠 stab+/-
靠得住 stab+/-
可靠 stab+/-
有保证 stab+/-
有保障 stab+/-
保障 stab+/-
月月有 stab+
月月都有 stab+
月月到账 stab+
月月发 stab+
月月来 stab+
每月都有 stab+
每个月都有 stab+
每个月都发 stab+
每月都发 stab+
按月发 stab+
按月打 stab+
按月给 stab+
按月领 stab+
按月拿 stab+
按月到账 stab+
按时发 stab+
准时发 stab+
到点发 stab+
到日子就发 stab+
打卡上 stab+
打到卡上 stab+
旱涝保收 stab+ about=stab
稳稳当当 stab+ about=stab
稳稳的 stab+ about=stab
稳得很 stab+ about=stab
稳妥 stab+ about=stab
铁饭碗 stab+
正式工 stab+
正式工作 stab+
长期工 stab+
长期合同 stab+
签了合同 stab+
有固定工资 stab+ about=stab
固定工资 stab+ about=stab
固定收入 stab+ about=stab
有固定收入 stab+ about=stab
工资固定 stab+ about=stab
拿固定工资 stab+ about=stab
吃财政 stab+
吃公家饭 stab+
公家的饭 stab+
财政发 stab+
国家发 stab+
政府发 stab+
退休金 stab+
有退休金 stab+
拿退休金 stab+
差不多年年这样 stab+
年年差不多 stab+
年年一样 stab+
年年都这样 stab+
年年都有 stab+
每年都有 stab+
每年差不多 stab+
没断过 stab+
活不断 stab+
没断过活 stab+
活多得干不完 stab+
干不完的活 stab+
干了好几年了 stab+
一直干着 stab+
一直在干 stab+
没变过 stab+
没啥变化 stab+
没变化 stab+
变化不大 stab+
波动不大 stab+
没啥波动 stab+
没波动 stab+
平稳 stab+ about=stab
旱涝都有 stab+ about=stab
托底 stab+
兜底 stab+
看天吃饭 stab- about=stab
靠天吃饭 stab- about=stab
靠天收 stab- about=stab
看老天 stab-
看老天爷 stab-
看老天爷脸 stab-
看天 stab- about=stab
行情一年一个样 stab-
一年一个样 stab-
断断续续 stab- about=stab
时断时续 stab-
有上顿没下顿 stab-
有一顿没一顿 stab-
有一天没一天 stab- about=stab
有一月没一月 stab-
有今天没明天 stab-
上半月有下半月没 stab-
下半月没 stab-
有活干没活歇 stab-
没活就歇 stab-
有活就干没活就歇 stab- about=stab
有活就干 stab- about=stab
有活才有钱 stab-
有人叫就干 stab-
有人喊才干 stab-
有人喊就去 stab-
没人喊就歇 stab-
没人叫就歇 stab-
干一天算一天 stab-
做一天算一天 stab-
干一天有一天 stab-
打一天有一天 stab-
做一天吃一天 stab-
挣一天吃一天 stab-
干天有天 stab-
混一天算一天 stab-
过一天算一天 stab-
时有时无 stab- about=stab
时好时坏 stab- about=stab
时多时少 stab-
时高时低 stab-
忽高忽低 stab-
忽多忽少 stab-
一阵一阵 stab-
一阵有一阵没 stab-
一会有一会没 stab-
一会有一会没有 stab-
有时有有时没 stab-
有时有有时没有 stab-
有时多有时少 stab-
有时候有有时候没 stab-
三天打鱼两天晒网 stab-
打一枪换一个地方 stab-
今天有明天没 stab-
今年有明年没 stab-
说没就没 stab-
说停就停 stab-
没有准 stab-
没有准头 stab-
没定数 stab-
没个定数 stab-
没谱 stab-
没个谱 stab-
说不准的 stab-
谁说得准 stab-
不好说准 stab-
不定 stab-
没一定 stab-
没有固定 stab- about=stab
没固定收入 stab- about=stab
没固定工作 stab- about=stab
无固定收入 stab- about=stab
无固定工作 stab- about=stab
无稳定收入 stab- about=stab
没稳定收入 stab- about=stab
没有稳定收入 stab- about=stab
没个固定 stab- about=stab
没正经工作 stab-
没个正经活 stab-
没工作 stab-
没活 stab-
没活干 stab-
没啥活 stab-
没啥活干 stab-
活少 stab-
活不多 stab-
找不到活 stab-
找不着活 stab-
没找着活 stab-
没找到活 stab-
找不到工作 stab-
没找到工作 stab-
接不到活 stab-
没货 stab-
没生意 stab-
生意不好 stab-
生意差 stab-
生意淡 stab-
不景气 stab-
效益不好 stab-
效益差 stab-
行情不好 stab-
行情差 stab-
行情孬 stab-
倒闭 stab-
倒闭了 stab-
关门了 stab-
关张了 stab-
停工 stab-
停工了 stab-
停产 stab-
歇业 stab-
失业 stab-
失业了 stab-
下岗 stab-
下岗了 stab-
被裁 stab-
被辞 stab-
被辞退 stab-
辞退了 stab-
裁员 stab-
没进项 stab-
没了进项 stab-
一分没进 stab-
一分钱没进 stab-
一分不进 stab-
没收入 stab-
没了收入 stab-
断了收入 stab-
收入断了 stab-
没挣着钱 stab-
没挣到钱 stab-
没挣钱 stab-
没咋挣钱 stab-
挣不着钱 stab-
挣不到钱 stab-
挣不到啥钱 stab-
骤减 stab-
锐减 stab-
大减 stab-
减半 stab-
减少了 stab-
减了 stab-
少了一半 stab-
少了一大半 stab-
少一半 stab-
大不如前 stab-
大不如以前 stab-
一年不如一年 stab-
差远了 stab-
降了 stab-
下降 stab-
下滑 stab-
跌了 stab-
赔光 stab-
赔了 stab-
赔钱 stab-
赔本 stab-
亏 stab-
亏了 stab-
亏本 stab-
亏钱 stab-
绝收 stab-
减产 stab-
欠收 stab-
歉收 stab-
淹了 stab-
受淹 stab-
遭灾 stab-
受灾 stab-
旱了 stab-
雹子打了 stab-
冰雹打了 stab-
虫害 stab-
瘟了 stab-
猪瘟 stab-
鸡瘟 stab-
死光了 stab-
欠薪 stab-
拖欠 stab-
拖工资 stab-
拖欠工资 stab-
不给工资 stab-
工资没给 stab-
没发工资 stab-
工资拖着 stab-
不发工资 stab-
拿不到工资 stab-
要不来工资 stab-
要不到钱 stab-
压着工资 stab-
不按时发 stab-
干不动了 stab-
干不了了 stab-
干不了活 stab-
干不动活 stab-
没干活 stab-
没法干活 stab-
不能干活 stab-
干不成 stab-
干不成活 stab-
摔了没干 stab-
病了没干 stab-
歇着 stab-
歇了 stab-
在家歇 stab-
在家歇着 stab-
闲着 stab-
在家闲着 stab-
闲了半年 stab-
没出去 stab-
没出门 stab-
出不去 stab-
没出去打工 stab-
疫情出不去 stab-
封控 stab-
封了 stab-
看收成 stab-?
看行情 stab-?
看市场 stab-?
看年成 stab-?
看年景 stab-?
看行市 stab-?
不如去年 stab-?
不如往年 stab-?
比去年少 stab-?
打零工 stab-?
零工 stab-?
临时工 stab-?
打短工 stab-?
打散工 stab-?
干零活 stab-?
说多就多说少就少 stab-?
换了 stab?
换厂 stab?
换了厂 stab?
换工作 stab?
不好说 stab?
说不好 stab?
一般 stab?
看情况 stab?
种地 stab?
种地的 stab?
庄稼 stab?
几亩地 stab?
跑车 stab?
拉货 stab?
收入不高 stab?
不高 stab?
钱少 stab?
挣得少 stab?
少 stab?
不多 stab?
还差不多 stab?
明年不知道 stab?
明年难说 stab?
难说 stab?
年年一个样 stab+
年年都这么多 stab+
年年这些 stab+
雷打不动 stab+
正式编制 stab+
有编制 stab+
编制 stab+
工资每月发 stab+
每月开工资 stab+
按月开工资 stab+
月月打 stab+
月月开 stab+
月月四千 stab+
常年有活 stab+
常年有活干 stab+
一年到头都有活 stab+
一直有活 stab+
`;
