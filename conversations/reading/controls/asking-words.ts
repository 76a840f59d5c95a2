/** Ways to ask what a word means; the word may be any. */
export const askingPhrases = [
  '什么 是|叫 <word>',
  '啥 是|叫 <word>',
  '<term:place> 是? 啥意思|什么意思|是什么|是啥',
  '<term:place> 指 的? 是? 啥|什么',
  '<term:place> 是? 啥意思|什么意思|是什么|是啥 啊|呀|呢|哦|的',
];
