import { opensWithSurname } from '../language/surnames.ts';
import { clean, dropNumbering, fold, trimFillers } from '../language/text.ts';
import type { Control, ControlAction } from '../reading/understood.ts';
import { commands } from './control-commands.ts';
import { looseCommand } from './control-loose.ts';
import { readEdit } from './edit.ts';
import { isNoise, isSensitive, readPlaceholder } from './noise.ts';
import { plainly } from './rhetoric.ts';

/**
 * While a question is open, some commands are told from answers by narrower words: 对 and 没人 answer, 提交 and
 * 锁着门 do not.
 */
const whileAnswering: Partial<Record<ControlAction, RegExp>> = {
  confirm: /提交|上报|确认无误|核对无误|保存/,
  notHome:
    /锁|门|不在家|没在家|(?:没|无)人在家|家里没人|打不通|没接|不接|联系不上|联系不到|敲|全家|一家人|人不在|空号|关机|无人应|没回来|扑了个空|空户/,
  moved: /搬走|迁走|搬家|全家搬|整户|搬迁走|不在(?:本村|这)住/,
};

/** Questions about living elsewhere, which 搬走了 and 住城里 answer. */
const aboutHomes = new Set(['otherSafeHousing', 'livesInNewHome', 'housingSafe']);

const switching =
  /^(?:先|帮我|我要|请|那|给我|再|现在)?(?:查(?:一下|一查|找|看|询)?|排查|换(?:到|成|去|做)?|切(?:换)?(?:到|成)|去|到|找(?:一下|到)?|做|填|看(?:看|一下)?|先(?:做|填|查|看)|改(?:到|做|填)|转到|跳到|打开|进入|搜(?:索|一下)?|录)[ :]*(?<name>[\u4e00-\u9fff·*]{2,6}?|[a-z]{2,12})(?:家(?:的)?|这户|那户|户)?(?:吧|了|的|(?:的)?情况)?$/;
const notNames =
  /^(?:进度|问题|线索|台账|进展|情况|户主|人口|收入|下一|上一|各镇|各村|未排|整改|逾期|全县|全村|本村|全镇|房子|医保|一下|哪|地里|城里|医院|街上|县城|外地|集上|打工|别的|照片|数据|统计|日报|报告|看板|领导|镇里|人工|干活|完了|什么|表格|管理|客服|村部|开会|吃饭|[\u4e00-\u9fff]{1,4}[镇乡村])/;

export interface ControlContext {
  /** A question is open: short words then answer it rather than command. */
  open?: { key: string } | undefined;
}

/**
 * A command in a whole message, or undefined. With an open question, words that may answer it (对, 没人,
 * 外出打工) are left to the answer readers.
 */
export function understandControl(raw: string, context: ControlContext = {}): Control | undefined {
  return readControl(clean(raw), context.open?.key);
}

/** {@link understandControl} on cleaned text; `open` is the key of the open question. */
export function readControl(text: string, open: string | undefined): Control | undefined {
  const placeholder = readPlaceholder(text);
  if (placeholder) return placeholder;
  if (isSensitive(text)) return { action: 'sensitive' };
  const folded = fold(text);
  const trimmed = trimFillers(folded);
  const edit = readEdit(text, open !== undefined);
  if (edit) return edit;
  const action =
    commandOf(trimmed, open) ?? repeatedCommand(trimmed, open) ?? commandOf(plainly(trimmed), open);
  if (action) return { action };
  if (isNoise(folded, trimmed, open !== undefined)) return { action: 'noise' };
  return open === undefined ? readSwitch(trimFillers(dropNumbering(folded))) : undefined;
}

/** A command by one telling word, for a text nothing else was understood of. */
export function looseControl(text: string): Control | undefined {
  const action = looseCommand(trimFillers(fold(text)));
  return action ? { action } : undefined;
}

/** Longer texts are no commands. */
const longestCommand = 24;

function commandOf(said: string, open: string | undefined): ControlAction | undefined {
  // 不搞了不搞了: said twice.
  const text = said.replace(/^(.{2,6}?)[,。 ]?\1$/, '$1');
  if (text.length > longestCommand) return undefined;
  for (const [action, re] of commands) {
    if (!re.test(text)) continue;
    if (open === undefined) return action;
    const narrow = whileAnswering[action];
    if (narrow && !narrow.test(text)) continue;
    if (action === 'moved' && aboutHomes.has(open)) continue;
    return action;
  }
  return undefined;
}

/** 房子空着 explains 搬走了 and says nothing by itself. */
const beside = /^(?:房子?|屋子?|老房子?|老屋|家里?|院子)(?:都|也|就)?(?:空|闲|荒)着?(?:了|呢)?$/;

/** 锁着门,没人在家: every part says the same. */
function repeatedCommand(text: string, open: string | undefined): ControlAction | undefined {
  if (text.length > 40 || !/[,。; ]/.test(text)) return undefined;
  const parts = text.split(/[,。; ]+/).filter((p) => p !== '' && !beside.test(p));
  if (parts.length < 1 || parts.length > 4) return undefined;
  const actions = new Set(parts.map((p) => commandOf(trimFillers(p), undefined)));
  const [action] = actions;
  if (actions.size !== 1 || action === undefined) return undefined;
  const narrow = open === undefined ? undefined : whileAnswering[action];
  return !narrow || narrow.test(text) ? action : undefined;
}

/** 查 李四, 换到老王家: another household by name. */
export function readSwitch(text: string): Control | undefined {
  const name =
    switching.exec(text)?.groups?.['name'] ??
    /^(?<name>[\u4e00-\u9fff]{2,4})家(?:的)?$/.exec(text)?.groups?.['name'];
  if (name === undefined || notNames.test(name)) return undefined;
  if (!/^[a-z]/.test(name) && !opensWithSurname(name)) return undefined;
  return { action: 'switchHousehold', household: name };
}
