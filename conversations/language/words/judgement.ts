/** Praise and complaint of whatever is asked. */
export const judgementWords = `
可好 good
不赖 good
不孬 good
很不错 good
挺不错 good
一点毛病没有 good denies=trouble
一点问题没有 good denies=trouble
啥毛病没有 good denies=trouble
啥问题没有 good denies=trouble
好好儿的 good
没的挑 good
好得很 good
好着呢 good
好着 good
好着哩 good
好着来 good
没事 good denies=trouble
没事儿 good denies=trouble
没问题 good denies=trouble
没啥问题 good denies=trouble
没啥说的 good
没的说 good
没得说 good
没说的 good
正常 good
良好 good
不错 good
可好了 good
怪好 good
怪好的 good
挺好 good
挺好的 good
很好 good
好好的 good
没事情 good denies=trouble
没意见 good
不碍事 good
一切正常 good
没有问题 good denies=trouble
无问题 good denies=trouble
没什么问题 good denies=trouble
无异常 good denies=trouble
木问题 good denies=trouble
达标 good
合格 good
稳当 good
没啥事 good
不成问题 good denies=trouble
不是问题 good denies=trouble
好多了 good
中得很 good
管得很 good
得劲 good
好的很 good
顶好 good
蛮好 good
好极了 good
没啥不好 good
没一点问题 good denies=trouble
没任何问题 good denies=trouble
没半点问题 good denies=trouble
没丁点问题 good denies=trouble
杠杠的 good
呱呱叫 good
没话说 good
没挑 good
好使 good
都好 good
都挺好 good
问题 trouble
毛病 trouble
异常 trouble
隐患 trouble
安全隐患 trouble
安全问题 trouble
饮水安全问题 trouble
饮水问题 trouble
住房安全问题 trouble
住房问题 trouble
大问题 trouble
小问题 trouble
啥问题 trouble
任何问题 trouble
不行 bad
不好 bad
不中 bad
不照 bad
不咋样 bad
不咋地 bad
不咋的 bad
不怎么样 bad
麻烦大 bad
不达标 bad
不合格 bad
不管用 bad
孬 bad
差劲 bad
糟 bad
差得很 bad
不得劲 bad
坏 bad
糟糕 bad
不理想 bad
不咋着 bad
不像样 bad
不成样 bad
出事 bad
不太好 bad
不大好 bad
不咋好 bad
不很好 bad
不怎么好 bad
不大行 bad
不太行 bad
不能再好 good
不能再好了 good
再好不过 good
好得不能再好 good
不能说不满意 luke
`;
