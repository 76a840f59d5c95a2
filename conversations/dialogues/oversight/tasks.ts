import { rolesFor } from '../../access/policy.ts';
import { dayInWords, isoDate, readDay } from '../../calendar/days.ts';
import { type Command, command, onNumber, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';

const shown = 12;

/** 短板: the year's tasks of one's unit, what is open first; the county's office sees where the units stand. */
function* list(c: Conversation): Asking<void> {
  const today = isoDate(c.at);
  const own = yield* ask('yearTasks', {});
  if (own.length === 0 && c.speaker.unitKind === 'county') return yield* standing(c, today);
  if (own.length === 0)
    return c.say('任务清单还是空的。把今年的工作任务一条条记进来，如“任务 新增 教育资助发放到位 12月25日”。');
  const open = own.filter((t) => t.how === null);
  const lines = open.slice(0, shown).map((t) => {
    const late = t.due !== null && t.due < today ? '，已逾期' : '';
    return `${t.no}. ${t.title}${t.due === null ? '' : `（${dayInWords(t.due)}前${late}）`}`;
  });
  c.say(
    [
      `${c.speaker.unitName}年度任务${own.length}项，已完成${own.length - open.length}项，未完成${open.length}项${open.length === 0 ? '。' : '：'}`,
      ...lines,
      ...(open.length === 0 ? [] : [`办完一项回“任务 ${open[0]?.no} 完成 怎么完成的”。`]),
    ].join('\n'),
  );
}

function* standing(c: Conversation, today: string): Asking<void> {
  const units = yield* ask('taskStanding', { today });
  if (units.length === 0) return c.say('各单位还没有录入年度任务清单。单位回“任务 新增 任务名 日期”录入。');
  const left = units.filter((u) => u.open > 0);
  const named = left
    .slice(0, shown)
    .map((u) => `${u.unitName}未完成${u.open}项${u.late > 0 ? `（逾期${u.late}）` : ''}`);
  c.say(
    left.length === 0
      ? `${units.length}个单位录了年度任务清单，都完成了。`
      : `${units.length}个单位录了年度任务清单，没完成的${left.length}个：${named.join('、')}${left.length > shown ? '等' : ''}。`,
  );
}

interface TaskSaid {
  title: string;
}

function* add(c: Conversation, { title: said }: TaskSaid): Asking<void> {
  const words = said.split(/[\s，,。；;]+/u).filter((w) => w !== '');
  const today = isoDate(c.at);
  const due = words.map((w) => readDay(w.replace(/[之以]?前$/u, ''), today)).find((d) => d !== undefined);
  const title = words
    .filter((w) => readDay(w.replace(/[之以]?前$/u, ''), today) === undefined)
    .join('，')
    .slice(0, 60);
  if (title.length < 4) return c.say('是什么任务、哪天前完成？如“任务 新增 教育资助发放到位 12月25日”。');
  c.change({
    do: 'addYearTask',
    task: { id: c.freshId(), unit: c.speaker.unit, title, due: due ?? null },
  });
  c.say(`已列入任务清单：${title}${due === undefined ? '' : `，${dayInWords(due)}前完成`}。回“短板”看清单。`);
}

function* close(c: Conversation, { no, how }: { no: number; how: string }): Asking<void> {
  const task = (yield* ask('yearTasks', {})).find((t) => t.no === no);
  if (task === undefined) return c.say(`清单里没有${no}号任务。回“短板”看清单。`);
  if (task.how !== null) return c.say(`${no}号“${task.title}”已经记过完成：${task.how}`);
  if (how.length < 2)
    return c.say(`${no}号“${task.title}”是怎么完成的？如“任务 ${no} 完成 资助已发到386人”。`);
  c.change({ do: 'closeYearTask', unit: c.speaker.unit, no, how: how.slice(0, 200) });
  c.say(`${no}号“${task.title}”记为完成：${how.slice(0, 60)}`);
}

const roles = rolesFor('selfCheck');

/** The year's tasks of a unit: listed, closed one by one (六个一之三). */
export const taskCommands: readonly Command[] = [
  command<true>({
    name: 'yearTasks',
    inRoom: 'private',
    roles: [...roles, 'leader'],
    match: phrased(['短板 清单|梳理?', '任务清单|年度任务']),
    run: (c) => list(c),
  }),
  command<TaskSaid>({
    name: 'addYearTask',
    inRoom: 'private',
    roles,
    match: phrased(['任务|短板 新增|添加|增加 <rest>?'], ({ rest = '' }) => ({ title: rest.slice(0, 120) })),
    run: add,
  }),
  command<{ no: number; how: string }>({
    name: 'closeYearTask',
    inRoom: 'private',
    roles,
    match: phrased(['任务|短板 <no> 完成|办结|已完成 <rest>?'], (slots) => {
      const { no, rest } = onNumber(slots);
      return { no, how: rest.slice(0, 200) };
    }),
    run: close,
  }),
];
