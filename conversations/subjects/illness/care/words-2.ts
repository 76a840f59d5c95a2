/** Whether care can be paid for. */
export const careWords2 = `
掏得出来 care+/- about=care
掏得来 care+/- about=care
掏得上 care+/- about=care
掏得住 care+/- about=care
付得起 care+/- about=care
付的起 care+/- about=care
付得了 care+/-
付得动 care+/-
付得出 care+/-
付得出来 care+/-
付得来 care+/-
付得上 care+/-
付得住 care+/-
出得起 care+/- about=care
出的起 care+/- about=care
出得了 care+/-
出得动 care+/-
出得出 care+/-
出得出来 care+/-
出得来 care+/-
出得上 care+/-
出得住 care+/-
拿得起 care+/- about=care
拿的起 care+/- about=care
拿得了 care+/- about=care
拿得动 care+/- about=care
拿得出 care+/- about=care
拿得出来 care+/- about=care
拿得来 care+/- about=care
拿得上 care+/- about=care
拿得住 care+/- about=care
交得起 care+/- about=care
交的起 care+/- about=care
看得起 care+/- about=care
看的起 care+/- about=care
治得起 care+/- about=care
治的起 care+/- about=care
花得起 care+/- about=care
花的起 care+/- about=care
吃得起 care+/- about=care
吃的起 care+/- about=care
缴得起 care+/- about=care
缴的起 care+/- about=care
担得起 care+/- about=care
担的起 care+/- about=care
担得了 care+/-
担得动 care+/-
担得出 care+/-
担得出来 care+/-
担得来 care+/-
担得上 care+/-
担得住 care+/-
负担得起 care+/- about=care
负担的起 care+/- about=care
负担得了 care+/- about=care
负担得动 care+/- about=care
负担得出 care+/- about=care
负担得出来 care+/- about=care
负担得来 care+/- about=care
负担得上 care+/- about=care
负担得住 care+/- about=care
承担得起 care+/- about=care
承担的起 care+/- about=care
承担得了 care+/- about=care
承担得动 care+/- about=care
承担得出 care+/- about=care
承担得出来 care+/- about=care
承担得来 care+/- about=care
承担得上 care+/- about=care
承担得住 care+/- about=care
支付得起 care+/- about=care
支付的起 care+/- about=care
支付得了 care+/- about=care
支付得动 care+/- about=care
支付得出 care+/- about=care
支付得出来 care+/- about=care
支付得来 care+/- about=care
支付得上 care+/- about=care
支付得住 care+/- about=care
承受得起 care+/- about=care
承受的起 care+/- about=care
承受得了 care+/- about=care
承受得动 care+/- about=care
承受得出 care+/- about=care
承受得出来 care+/- about=care
承受得来 care+/- about=care
承受得上 care+/- about=care
承受得住 care+/- about=care
自付得起 care+/- about=care
自付的起 care+/- about=care
自付得了 care+/- about=care
自付得动 care+/- about=care
自付得出 care+/- about=care
自付得出来 care+/- about=care
自付得来 care+/- about=care
自付得上 care+/- about=care
自付得住 care+/- about=care
报的起 care+/- about=care
能掏 care+/- about=care
能付 care+/-
能出 care+/-
能拿 care+/-
能交 care+/-
能看 care+/-
能治 care+/-
能花 care+/-
能吃 care+/-
能缴 care+/-
能担 care+/-
能负担 care+/- about=care
能承担 care+/- about=care
能支付 care+/- about=care
能承受 care+/- about=care
能自付 care+/- about=care
能掏得起 care+/- about=care
能付得起 care+/- about=care
能出得起 care+/- about=care
能拿得起 care+/- about=care
能交得起 care+/- about=care
能看得起 care+/- about=care
能治得起 care+/- about=care
能花得起 care+/- about=care
能吃得起 care+/- about=care
能缴得起 care+/- about=care
能担得起 care+/- about=care
能负担得起 care+/- about=care
能承担得起 care+/- about=care
能支付得起 care+/- about=care
能承受得起 care+/- about=care
能自付得起 care+/- about=care
能报得起 care+/- about=care
可以付 care+/-
可以掏 care+/- about=care
可以承担 care+/- about=care
可以负担 care+/- about=care
可以支付 care+/- about=care
可以承受 care+/- about=care
掏不起 care-/+ about=care
掏不了 care-/+ about=care
掏不动 care-/+ about=care
掏不出 care-/+ about=care
掏不出来 care-/+ about=care
掏不来 care-/+ about=care
掏不上 care-/+ about=care
掏不住 care-/+ about=care
掏不起来 care-/+ about=care
付不起 care-/+ about=care
付不了 care-/+
付不动 care-/+
付不出 care-/+
付不出来 care-/+
付不来 care-/+
付不上 care-/+
付不住 care-/+
付不起来 care-/+ about=care
出不起 care-/+ about=care
出不了 care-/+
出不动 care-/+
出不出 care-/+
出不出来 care-/+
出不来 care-/+
出不上 care-/+
出不住 care-/+
出不起来 care-/+ about=care
拿不起 care-/+ about=care
拿不了 care-/+ about=care
拿不动 care-/+ about=care
拿不出 care-/+ about=care
拿不出来 care-/+ about=care
拿不来 care-/+ about=care
拿不上 care-/+ about=care
拿不住 care-/+ about=care
拿不起来 care-/+ about=care
交不起 care-/+ about=care
看不起 care-/+ about=care
治不起 care-/+ about=care
花不起 care-/+ about=care
吃不起 care-/+ about=care
缴不起 care-/+ about=care
担不起 care-/+ about=care
担不了 care-/+
担不动 care-/+
担不出 care-/+
担不出来 care-/+
担不来 care-/+
担不上 care-/+
担不住 care-/+
担不起来 care-/+ about=care
负担不起 care-/+ about=care
负担不了 care-/+ about=care
负担不动 care-/+ about=care
负担不出 care-/+ about=care
负担不出来 care-/+ about=care
负担不来 care-/+ about=care
负担不上 care-/+ about=care
负担不住 care-/+ about=care
负担不起来 care-/+ about=care
承担不起 care-/+ about=care
承担不了 care-/+ about=care
承担不动 care-/+ about=care
承担不出 care-/+ about=care
承担不出来 care-/+ about=care
承担不来 care-/+ about=care
承担不上 care-/+ about=care
承担不住 care-/+ about=care
承担不起来 care-/+ about=care
支付不起 care-/+ about=care
支付不了 care-/+ about=care
支付不动 care-/+ about=care
支付不出 care-/+ about=care
支付不出来 care-/+ about=care
支付不来 care-/+ about=care
支付不上 care-/+ about=care
支付不住 care-/+ about=care
支付不起来 care-/+ about=care
承受不起 care-/+ about=care
承受不了 care-/+ about=care
承受不动 care-/+ about=care
承受不出 care-/+ about=care
承受不出来 care-/+ about=care
承受不来 care-/+ about=care
承受不上 care-/+ about=care
承受不住 care-/+ about=care
承受不起来 care-/+ about=care
自付不起 care-/+ about=care
自付不了 care-/+ about=care
自付不动 care-/+ about=care
自付不出 care-/+ about=care
自付不出来 care-/+ about=care
自付不来 care-/+ about=care
自付不上 care-/+ about=care
自付不住 care-/+ about=care
自付不起来 care-/+ about=care
没法掏 care-/+ about=care
没法付 care-/+
没法出 care-/+
没法拿 care-/+
没法交 care-/+
没法看 care-/+
没法治 care-/+
没法花 care-/+
没法吃 care-/+
没法缴 care-/+
没法担 care-/+
没法负担 care-/+ about=care
没法承担 care-/+ about=care
没法支付 care-/+ about=care
没法承受 care-/+ about=care
没法自付 care-/+ about=care
无法掏 care-/+ about=care
无法付 care-/+
无法出 care-/+
无法拿 care-/+
无法交 care-/+
无法看 care-/+
无法治 care-/+
无法花 care-/+
无法吃 care-/+
无法缴 care-/+
无法担 care-/+
无法负担 care-/+ about=care
无法承担 care-/+ about=care
无法支付 care-/+ about=care
无法承受 care-/+ about=care
无法自付 care-/+ about=care
无法报 care-/+
不能掏 care-/+ about=care
不能付 care-/+
不能出 care-/+
不能拿 care-/+
不能交 care-/+
不能看 care-/+
不能治 care-/+
不能花 care-/+
不能吃 care-/+
不能缴 care-/+
不能担 care-/+
不能负担 care-/+ about=care
不能承担 care-/+ about=care
不能支付 care-/+ about=care
不能承受 care-/+ about=care
不能自付 care-/+ about=care
不能报 care-/+
没能力掏 care-/+ about=care
没能力付 care-/+
没能力出 care-/+
没能力拿 care-/+
没能力交 care-/+
没能力看 care-/+
没能力治 care-/+
没能力花 care-/+
没能力吃 care-/+
没能力缴 care-/+
没能力担 care-/+
没能力负担 care-/+ about=care
没能力承担 care-/+ about=care
没能力支付 care-/+ about=care
没能力承受 care-/+ about=care
没能力自付 care-/+ about=care
没能力报 care-/+
无力掏 care-/+ about=care
无力付 care-/+
无力出 care-/+
无力拿 care-/+
无力交 care-/+
无力看 care-/+
无力治 care-/+
无力花 care-/+
无力吃 care-/+
无力缴 care-/+
无力担 care-/+
无力负担 care-/+ about=care
无力承担 care-/+ about=care
无力支付 care-/+ about=care
无力承受 care-/+ about=care
无力自付 care-/+ about=care
无力报 care-/+
没钱掏 care-/+ about=care
没钱付 care-/+
没钱出 care-/+
没钱拿 care-/+
没钱交 care-/+
没钱看 care-/+
没钱治 care-/+
没钱花 care-/+
没钱吃 care-/+
没钱缴 care-/+
没钱担 care-/+
没钱负担 care-/+ about=care
没钱承担 care-/+ about=care
没钱支付 care-/+ about=care
没钱承受 care-/+ about=care
没钱自付 care-/+ about=care
没钱报 care-/+
难以掏 care-/+ about=care
难以付 care-/+
难以出 care-/+
难以拿 care-/+
难以交 care-/+
难以看 care-/+
难以治 care-/+
难以花 care-/+
难以吃 care-/+
难以缴 care-/+
难以担 care-/+
难以负担 care-/+ about=care
难以承担 care-/+ about=care
难以支付 care-/+ about=care
难以承受 care-/+ about=care
难以自付 care-/+ about=care
难以报 care-/+
看不起病 care-/+ about=care
治不起病 care-/+ about=care
吃不起药 care-/+ about=care
付不起药钱 care-/+ about=care
掏不起钱 care-/+ about=care
出不起钱 care-/+ about=care
拿不出钱 care-/+ about=care
拿不出那么多 care-/+ about=care
拿不出那么多钱 care-/+ about=care
掏不出那么多 care-/+ about=care
掏不出那么多钱 care-/+ about=care
掏不出钱 care-/+ about=care
手头宽裕 care+
宽裕 care+
家里有钱 care+
自家有钱 care+
有退休金 care+
有这个钱 care+
有这钱 care+
`;
