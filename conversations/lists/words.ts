import type { RowResult } from './listed.ts';

/** How somebody says what he found of a row, at the beginning of his answer. */
const resultSaid = `
属实 true
情况属实 true
确实 true
是真的 true
是的 true
是 true
有 true
有这事 true
有这回事 true
对 true
不属实 false
情况不属实 false
没有 false
没有这事 false
没这事 false
没这回事 false
没有这回事 false
没有的事 false
不是 false
不对 false
不符 false
假的 false
错的 false
搞错了 false
弄错了 false
查无此事 false
已解决 settled
解决了 settled
已经解决 settled
已经解决了 settled
已办 settled
办好了 settled
已经办了 settled
办完了 settled
已整改 settled
整改了 settled
整改完了 settled
已缴费 settled
已经交了 settled
交了 settled
补交了 settled
已补缴 settled
`;

/** What is asked of a list. */
export type ListAsked = 'waiting' | 'done' | 'unmatched' | 'standing';

/** Said of nothing but lists. */
const askedOfLists = `
没核 waiting
没核实 waiting
没核查 waiting
未核 waiting
未核实 waiting
未核查 waiting
核实了多少 done
核实多少 done
核实了几 done
核了多少 done
核了几 done
核查了多少 done
核查多少 done
查实多少 done
查实了多少 done
属实多少 done
属实几 done
属实的 done
核完没 done
核完了没 done
核完没有 done
核完了吗 done
没对上 unmatched
对不上 unmatched
没匹配 unmatched
未匹配 unmatched
找不到户 unmatched
`;

/** Asked of other things too: of a list only where it is said whose. */
const askedOfAnything = `
待核 waiting
待核实 waiting
待核查 waiting
还剩 waiting
没查 waiting
核实情况 done
核查情况 done
没办 standing
没销号 standing
整改了多少 standing
多少户 standing
多少人 standing
几户 standing
几条 standing
多少条 standing
到哪了 standing
进展 standing
`;

/** Who sends lists, and what they are called by that. */
const senders = `
医保局
教体局
残联
民政局
住建局
公安局
市场监管局
不动产
财政供养
省平台
省里
预警
督查
暗访
巡察
考核
评估
信访
12345
部门
外来
`;

/** Words for a list as such. */
const listNouns = ['名单', '清单', '预警', '反馈', '信访件', '来件'];

function table<M extends string>(text: string): readonly (readonly [form: string, meaning: M])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as unknown as readonly [string, M])
    .sort(([a], [b]) => b.length - a.length);
}

const results = table<RowResult>(resultSaid);
const ofLists = table<ListAsked>(askedOfLists);
const ofAnything = table<ListAsked>(askedOfAnything);
const sendingOffices = senders.trim().split('\n');

/** 不属实，已经交过 → false and the rest in his words; by number as it was offered. */
export function resultIn(text: string): { result: RowResult; rest: string } | undefined {
  const said = text.normalize('NFKC').trim();
  const number = /^([123])(?:[.、,，\s]+|$)/u.exec(said);
  if (number !== null)
    return {
      result: (['true', 'false', 'settled'] as const)[Number(number[1]) - 1] ?? 'true',
      rest: said.slice(number[0].length).trim(),
    };
  for (const [form, result] of results) {
    if (!said.startsWith(form)) continue;
    const rest = said.slice(form.length);
    // A clause of its own: 是两万 says more than yes, 有 alone is one.
    if (rest !== '' && !/^[\s,，.。;；:：!！、了的]/u.test(rest)) continue;
    return { result, rest: rest.replace(/^[\s,，.。;；:：!！、了的]+/u, '').trim() };
  }
  return undefined;
}

/** What is asked of which lists; undefined for words that ask nothing of any. */
export function listQuestion(text: string): ListAsked | undefined {
  if (text.length > 30 || !listNouns.some((noun) => text.includes(noun))) return undefined;
  const own = ofLists.find(([form]) => text.includes(form))?.[1];
  if (own !== undefined || !sendingOffices.some((office) => text.includes(office))) return own;
  return ofAnything.find(([form]) => text.includes(form))?.[1];
}
