import type { ControlAction } from './understood.ts';

/** Longer texts are talk, not commands. */
const longest = 16;

/**
 * Commands by a telling word in a short message that nothing else was understood of. Looser than the list of
 * whole wordings, so it is asked last.
 */
const telling: readonly (readonly [ControlAction, RegExp])[] = [
  ['skip', /跳过|先空着|先不(?:填|答)|以后再(?:填|答)/],
  [
    'back',
    /上一?道|上一?个?(?:题|问题|步)|前(?:面|一)那?(?:个|道)?题|回到前面|退一题|往(?:回|前)(?:退|倒|走)/,
  ],
  ['nextHousehold', /下一?(?:个)?(?:农户|户|家)|换(?:一)?(?:户|家)/],
  ['restart', /重来|重(?:新)?(?:填|录|做|弄|开始)|重头|从(?:头|第一题)/],
  ['delete', /(?:删|撤)(?:了|掉)?(?:这|该|那)(?:户|家|条)|不要这(?:户|家)|(?:这|该)(?:户|家)(?:作废|不要)/],
  [
    'progress',
    /(?:还有|还剩|剩|差)(?:下)?(?:几|多少|哪些|谁|哪)|第几题|几(?:题|户|家)|没(?:做|查|排查)的?$|名单|任务/,
  ],
  ['resume', /^(?:.{0,3})?继续/],
  [
    'unsure',
    /问问|核实|打听|不敢(?:确定|肯定|说)|说不(?:准|清|好)|不(?:清楚|知道|晓得)|(?:人家|他|户主|老人)?没说$|拿不准/,
  ],
  [
    'help',
    /(?:啥|什么)(?:叫|算|意思)|哪些算|包括哪些|举例|例子|教(?:我|一下)|指导|(?:没法|不会|不知(?:道)?怎么|填不了)填?|(?:怎么|咋|如何)(?:填|答|写|弄|办|选)|选(?:啥|哪)|不明白|不懂|没懂|啥(?:玩意|东西)/,
  ],
  ['human', /管理员|人工|客服|联系(?:谁|人)/],
  [
    'pause',
    /(?:明天|明儿|回头|下午|晚上|改天)(?:再)?(?:弄|搞|填|做|接着|说)|吃(?:完)?饭|先(?:回|忙|走|去忙|歇|停)|中断|来客|来人|有人(?:来|找)|有(?:个)?电话|下班|天黑|没网|没信号|没电|(?:晚点|明天|下午|晚上|改天|回头|一会)(?:再|接着)|不弄了?$/,
  ],
  ['notHome', /没人(?:在家|应|开门)|不在家|锁(?:着)?门|门锁|打不通/],
  ['export', /导出|台账.{0,4}(?:发|给)|(?:发|给).{0,4}台账/],
];

export function looseCommand(text: string): ControlAction | undefined {
  if (text.length > longest) return undefined;
  if (/吗|大家/.test(text)) return telling.find(([action, re]) => action === 'help' && re.test(text))?.[0];
  return telling.find(([, re]) => re.test(text))?.[0];
}
