/** Sums that are no income of the year: what was spent, owed, saved, or came once. */
export const moneySpent = `
吃喝 money=living
花销 money=living
开销 money=living
开支 money=living
日常 money=living
生活 money=living
人情 money=living
吃 money=living
成本 money=cost
投入 money=cost
本钱 money=cost
化肥 money=cost
农药 money=cost
种子钱 money=cost
投了 money=cost
费用 money=cost
花了 money=spent paid=yes
花费 money=spent paid=yes
花掉 money=spent paid=yes
花去 money=spent paid=yes
花 money=spent paid=yes
支出 money=spent
支了 money=spent
欠 money=spent owed=yes
欠了 money=spent owed=yes
欠债 money=spent owed=yes
借 money=spent owed=yes
借了 money=spent owed=yes
贷 money=spent owed=yes
贷款 money=spent owed=yes
外债 money=spent owed=yes
债务 money=spent owed=yes
债 money=spent owed=yes
负债 money=spent owed=yes
学费 money=spent
医药费 money=spent
医疗费 money=spent
药费 money=spent
药钱 money=spent
看病 money=spent
治病 money=spent
手术 money=spent
住院 money=spent
彩礼 money=spent
随礼 money=spent
礼金 money=spent
房贷 money=spent
车贷 money=spent
存款 money=spent
存 money=spent
存了 money=spent
存下 money=spent
存折 money=spent
存单 money=spent
攒 money=spent
攒了 money=spent
能攒 money=spent
攒下 money=spent
结余 money=spent
余额 money=spent
银行 money=spent
信用社 money=spent
积蓄 money=spent
家底 money=spent
还款 money=spent
还债 money=spent
还贷 money=spent
赔了 money=spent
赔钱 money=spent
亏 money=spent
亏了 money=spent
买 money=spent
买了 money=spent
交了 money=spent
交的 money=spent
罚 money=spent
罚款 money=spent
生活费 money=spent
盖房 money=spent
盖房子 money=spent
押金 money=spent
保证金 money=spent
输了 money=spent
该人 money=spent
该账 money=spent
还差 money=spent
赊 money=spent owed=yes
补交 money=spent
补缴 money=spent
筹 money=spent
贫困线 money=spent
低保线 money=spent
收入线 money=spent
标准线 money=spent
陪嫁 money=spent
嫁妆 money=spent
报销 money=spent paid=back
报了 money=spent paid=back
捐 money=spent
骗 money=spent
骗了 money=spent
值 money=spent
估价 money=spent
丢了 money=spent
负 money=spent
外欠 money=spent owed=yes
还欠 money=spent owed=yes
欠人 money=spent owed=yes
欠着 money=spent owed=yes
饥荒 money=spent owed=yes
拉饥荒 money=spent owed=yes
自付 money=spent paid=own
自费 money=spent paid=own
掏 money=spent paid=own
掏了 money=spent paid=own
看病花了 money=spent
自己掏 money=spent paid=own
利钱 money=spent
房价 money=spent
拉了账 money=spent owed=yes
该 money=spent
拆迁 money=oneoff
拆迁款 money=oneoff
征地 money=oneoff
征地款 money=oneoff
赔偿 money=oneoff
赔款 money=oneoff
赔偿款 money=oneoff
补偿 money=oneoff
补偿款 money=oneoff
卖房 money=oneoff
卖了房 money=oneoff
卖老屋 money=oneoff
卖老房 money=oneoff
卖宅子 money=oneoff
中奖 money=oneoff
中了奖 money=oneoff
抽奖 money=oneoff
彩票 money=oneoff
遗产 money=oneoff
抚恤金 money=oneoff
卖房子 money=oneoff
卖屋 money=oneoff
邻居 money=third
隔壁 money=third
别人家 money=third
上户 money=third
下户 money=third
上一户 money=third
他哥家 money=third
亲戚家 money=third
邻居家 money=third
人家 money=third
报掉 money=spent paid=back
报销了 money=spent paid=back
报 money=spent paid=back
个人自付 money=spent paid=own
自费部分 money=spent paid=own
自己拿 money=spent paid=own
自己付 money=spent paid=own
自己出 money=spent paid=own
自己花了 money=spent paid=own
自己花 money=spent paid=own
`;
