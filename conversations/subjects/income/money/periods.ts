/** For how long a sum is: a year, a month, a day, a season. */
export const moneyPeriods = `
月薪 period=month
月入 period=month
月工资 period=month
月收入 period=month
月均 period=month
每月 period=month
每个月 period=month
一个月 period=month
一月 period=month
月月 period=month
按月 period=month
上个月 period=month
这个月 period=month
本月 period=month
当月 period=month
/月 period=month
一月工资 period=month
/个月 period=month
每月工资 period=month
个月工资 period=month
上月 period=month
一天 period=day
1天 period=day
每天 period=day
日薪 period=day
日工资 period=day
日结 period=day
日均 period=day
日入 period=day
天天 period=day
一日 period=day
每日 period=day
一个工 period=day
/天 period=day
/日 period=day
每个工 period=day
一工 period=day
1个月 period=month
一季 period=season
每季 period=season
一个季 period=season
季度 period=season
一季度 period=season
一茬 period=season
每周 period=season
一周 period=season
一个周 period=season
个周 period=season
每星期 period=season
一星期 period=season
一个星期 period=season
个星期 period=season
每礼拜 period=season
一礼拜 period=season
一个礼拜 period=season
个礼拜 period=season
一季子 period=season
年收入 period=year
年入 period=year
年薪 period=year
一年 period=year
全年 period=year
每年 period=year
年纯 period=year
年均 period=year
年总 period=year
常年 period=year
整年 period=year
到年底 period=year
一年到头 period=year
年底 period=year
这年 period=year
本年 period=year
年总收入 period=year
年纯收入 period=year
一年收入 period=year
年收 period=year
/年 period=year
年收成 period=year
一年总 period=year
一年下来 period=year
一年算下来 period=year
全年下来 period=year
年毛收入 period=year
年度 period=year
上半年 period=season half=first
头半年 period=season half=first
前半年 period=season half=first
下半年 period=season half=second
后半年 period=season half=second
半年 period=season half=some
半拉年 period=season half=some
`;
