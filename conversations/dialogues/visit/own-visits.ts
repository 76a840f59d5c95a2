import { dayInWords } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask, type OwnVisit } from '../../contract/needs.ts';
import { openAgain } from '../help.ts';
import { briefLabel } from './brief-label.ts';

const shown = 8;

/** 我的记录: what one has visited, what isn't finished first. */
export function* showOwnVisits(c: Conversation): Asking<void> {
  const visits = yield* ask('ownVisits', { limit: shown });
  if (visits.length === 0) return c.say(`您还没查过户。回“排查”开始第一户。${openAgain(c)}`);
  noteLook(c, visits);
  const lines = visits.map((v) => {
    const day = v.submittedOn === null ? '' : `，${dayInWords(v.submittedOn)}交的`;
    return briefLabel(c, v).replace(/）$/u, `${day}）`);
  });
  c.say(
    `您最近查的：\n${lines.join('\n')}\n要改哪一户，回“修改 户主姓名”；今天的回“我今天查了哪几户”。${openAgain(c)}`,
  );
}

/** 上一户: the household handed in last, and how it is opened again. */
export function* showLastVisit(c: Conversation): Asking<void> {
  const last = (yield* ask('ownVisits', { limit: shown })).find((v) => v.submittedOn !== null);
  if (last === undefined) return c.say(`您还没交过户。${openAgain(c)}`);
  noteLook(c, [last]);
  c.say(
    `您上一户交的是${briefLabel(c, last)}。要改它，回“修改 ${last.headName}”；接着查回“下一户”。${openAgain(c)}`,
  );
}

function noteLook(c: Conversation, visits: readonly OwnVisit[]): void {
  c.change({ do: 'logAccess', households: visits.map((v) => v.id), what: '查找' });
}
