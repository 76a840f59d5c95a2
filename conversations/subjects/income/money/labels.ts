/** What a part of the income is from, or whose it is: such parts add up. */
export const moneyLabels = `
小麦 money=label
玉米 money=label
大豆 money=label
花生 money=label
棉花 money=label
水稻 money=label
红薯 money=label
麦子 money=label
麦 money=label
豆子 money=label
棒子 money=label
菜 money=label
瓜 money=label
果 money=label
粮 money=label
粮食 money=label
猪 money=label
羊 money=label
牛 money=label
鸡 money=label
鱼 money=label
地 money=label
田 money=label
生意 money=label
补贴 money=label
补助 money=label
低保 money=label
养老 money=label
养老金 money=label
分红 money=label
打工的 money=label
打工的钱 money=label
租金 money=label
地租 money=label
流转 money=label
流转费 money=label
光伏 money=label
收益 money=label
卖 money=label
卖粮 money=label
卖了 money=label
寄回来 money=label
打回来 money=label
给 money=label
利息 money=label
奖金 money=label
收 money=label
干活 money=label
公岗 money=label
岗 money=label
年金 money=label
津贴 money=label
退休 money=label
麦季 money=label
秋季 money=label
夏季 money=label
午季 money=label
春季 money=label
秋天 money=label
夏天 money=label
经营 money=label
财产 money=label
转移 money=label
工资性收入 money=label
经营性收入 money=label
转移性收入 money=label
财产性收入 money=label
自己 money=label
自个 money=label
配偶 money=label
春上 money=label
春里 money=label
秋里 money=label
秋后 money=label
年前 money=label
地里 money=label
地里头 money=label
地里的 money=label
那头 money=label
粮补 money=label
直补 money=label
种地 money=label
种植 money=label
养羊 money=label
养猪 money=label
养牛 money=label
养鸡 money=label
养殖 money=label
做生意 money=label
看大门 money=label
种菜 money=label
大棚 money=label
那块 money=label
种田 money=label
个体 money=label
抚恤 money=label
低保金 money=label
高龄 money=label
保洁 money=label
岗位 money=label
车间 money=label
土地流转 money=label
打零工 money=label
零工 money=label
拿回来 money=label
带回来 money=label
收破烂 money=label
他自己 money=label
她自己 money=label
他老婆 money=label
工资性 money=label
经营性 money=label
财产性 money=label
转移性 money=label
别的 money=label rest=yes
零碎 money=label rest=yes
别的零碎 money=label rest=yes
杂七杂八 money=label rest=yes
其他 money=label rest=yes
其它 money=label rest=yes
剩下的 money=label rest=yes
零碎钱 money=label rest=yes
工资 money=label wage=yes
打工 money=label wage=yes
上班 money=label wage=yes
务工 money=label wage=yes
薪水 money=label wage=yes
薪 money=label wage=yes
工钱 money=label wage=yes
`;
