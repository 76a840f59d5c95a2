import type { Action } from '../../access/policy.ts';
import { allows, roleLabels, rolesFor } from '../../access/policy.ts';
import { addDays, isoDate } from '../../calendar/days.ts';
import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { categoryLabels, statusLabels } from '../../problems/states.ts';
import { give } from '../assignment/give.ts';
import { standInFor } from '../assignment/stand-in.ts';
import { findProblem, notFound } from '../problem/act.ts';
import { rectifyWith } from '../problem/rectify.ts';
import { closeProblems } from '../problem/review.ts';
import { headline } from '../problem/show.ts';
import { drawCount, mostCandidates } from '../supervision/spot-check.ts';
import { mayBeCalled } from './person.ts';
import { reminded, remindNow } from './reminding.ts';

/** Orders in free words: true when it was one, whatever came of it. */
export function* ordered(c: Conversation, said: InquirySaid): Asking<boolean> {
  const { ideas } = said;
  if (yield* reminded(c, said)) return true;
  const nos = ideas.has('strike') && !said.asks ? numbersSaid(c.text) : [];
  if (nos.length > 0) return yield* struckOff(c, nos);
  if (ideas.has('draw') && said.these !== undefined && !said.asks) return yield* drawn(c, said.these);
  if (ideas.has('fixed') || (ideas.has('strike') && said.unread.length === 1)) return yield* fixed(c, said);
  if ((ideas.has('takeOver') || ideas.has('away')) && !said.asks && (yield* standsIn(c, said))) return true;
  if (ideas.has('give') && said.group !== undefined && said.unread.length === 1) return yield* given(c, said);
  return false;
}

/** Says who can, where the speaker can't. */
function may(c: Conversation, action: Action, what: string): boolean {
  const roles = rolesFor(action);
  if (c.speaker.roles.some((role) => roles.includes(role))) return true;
  c.say(`${what}由${roles.map((role) => roleLabels[role]).join('、')}办理。`);
  return false;
}

/** 随机抽5户复核 */
function* drawn(c: Conversation, count: number): Asking<boolean> {
  if (!may(c, 'spotCheck', '抽查')) return true;
  if (count < 1 || count > 200) c.say('一次抽1到200户。如“随机抽5户复核”。');
  else {
    const { candidates } = yield* ask('spotCandidates', { limit: mostCandidates });
    if (candidates.length <= count) yield* drawCount(c, count);
    else {
      c.open({ is: 'confirm', what: 'inquiry/draw', payload: { count: String(count) } });
      c.say(
        `提交了、还没抽过的有${candidates.length}户，从中随机抽${count}户复核，抽了就定下。抽吗？\n1.抽 2.不抽`,
      );
    }
  }
  return true;
}

/** 12、15、18: numbers of problems, each once. */
const numbersSaid = (text: string): number[] => [
  ...new Set((text.match(/\d{1,5}/gu) ?? []).map(Number).filter((no) => no > 0)),
];

const mostStruck = 10;

/** 12、15、18都销了: each is shown before it is struck off, and stands by itself. */
function* struckOff(c: Conversation, nos: readonly number[]): Asking<boolean> {
  if (!may(c, 'closeProblem', '销号')) return true;
  if (nos.length > mostStruck) {
    c.say(`一次最多销${mostStruck}个，请分几次说。`);
    return true;
  }
  const lines: string[] = [];
  const found: number[] = [];
  for (const no of nos) {
    const problem = yield* ask('problem', { no });
    if (problem !== null) found.push(no);
    lines.push(
      problem === null ? notFound(c, no) : `${headline(c, problem)}，${statusLabels[problem.status]}`,
    );
  }
  if (found.length === 0) c.say(lines.join('\n'));
  else {
    c.open({ is: 'confirm', what: 'inquiry/strike', payload: { nos: found.join(' ') } });
    c.say(`要销${found.length}个：\n${lines.join('\n')}\n核过了，都销吗？\n1.销 2.先不销`);
  }
  return true;
}

const mostSaid = 60;

/** 孙红家水管修好了，给他销了: reported rectified by who may, struck off by somebody else. */
function* fixed(c: Conversation, said: InquirySaid): Asking<boolean> {
  const [name] = said.unread.filter((word) => /^[\p{Script=Han}·]{2,4}$/u.test(word));
  if (name === undefined || said.ideas.has('how')) return false;
  if (c.inRoom) {
    c.say('哪户整改好了不在群里说，请私聊报给我，或回“整改 编号 做了什么”。');
    return true;
  }
  const problems = (yield* ask('problemsOf', { headName: name, limit: 5 })).filter(
    (p) => p.status !== 'closed' && p.status !== 'done',
  );
  const [only] = problems;
  if (only === undefined) {
    c.say(`没找到${name}家没销号的问题：可能不在您的范围、名字不对，或者已经报完成。回“查 ${name}”看看。`);
    return true;
  }
  const strikers = '销号要由乡镇或牵头部门复核后来销，报完成的人不能自己销';
  if (problems.length > 1) {
    const lines = problems.map((p) => `${p.no}号 ${categoryLabels[p.category]}：${p.description}`);
    c.say(
      `${name}家没销号的有${problems.length}个，是哪个好了？\n${lines.join('\n')}\n回“整改 编号 做了什么”，带张照片。${strikers}。`,
    );
    return true;
  }
  if (!may(c, 'rectify', '报整改完成')) return true;
  c.open({
    is: 'confirm',
    what: 'inquiry/rectify',
    payload: { no: String(only.no), words: c.text.slice(0, mostSaid) },
  });
  c.say(
    `${only.no}号 ${name}家${categoryLabels[only.category]}：${only.description}。先报“整改完成”吗？${strikers}。\n1.报完成 2.先不`,
  );
  return true;
}

/** Days a stand-in takes where none are said. */
const usualDays = 3;

/** 老李请假，他那片小王先顶着: who is away comes first, who stands in second. */
function* standsIn(c: Conversation, said: InquirySaid): Asking<boolean> {
  const [of, by, ...others] = said.unread.filter(mayBeCalled);
  if (of === undefined || by === undefined || others.length > 0 || said.unread.length > 2) return false;
  if (!may(c, 'assign', '换人顶替')) return true;
  const days = /(\d{1,2})天/u.exec(c.text.normalize('NFKC'))?.[1];
  const until = addDays(isoDate(c.at), Number(days ?? usualDays) - 1);
  yield* standInFor(c, { of, by, until, said: days !== undefined });
  return true;
}

/** 张庄2组那12户分刘敏 */
function* given(c: Conversation, said: InquirySaid): Asking<boolean> {
  const [to = ''] = said.unread;
  if (!/^[\p{Script=Han}·]{2,4}$/u.test(to)) return false;
  if (!may(c, 'assign', '分户')) return true;
  const [village] = said.place ?? [];
  if (
    village !== undefined &&
    !allows(c.speaker, 'assign', {
      unit: village.code,
      kind: village.kind,
      ...(village.township === undefined ? {} : { township: village.township }),
    })
  ) {
    c.say(`${village.name}的户要由那边的村干部或乡镇来分。`);
    return true;
  }
  const order = {
    is: 'group',
    place: village === undefined ? '' : `${village.townshipName ?? ''}${village.name}`,
    group: said.group ?? '',
    to,
  } as const;
  yield* give(c, order, said.these === undefined ? {} : { meant: said.these });
  return true;
}

/** What is done with 1, by what was proposed. */
const steps: Readonly<Record<string, (c: Conversation, data: Record<string, string>) => Asking<void>>> = {
  *rectify(c, data) {
    const problem = yield* findProblem(c, Number(data['no'] ?? 0));
    if (problem !== null) rectifyWith(c, problem, `完成 ${data['words'] ?? ''}`);
  },
  *remind(c, data) {
    yield* remindNow(c, data['words'] ?? '');
  },
  *draw(c, data) {
    yield* drawCount(c, Number(data['count'] ?? 1));
  },
  *strike(c, data) {
    const nos = (data['nos'] ?? '').split(' ').map(Number);
    yield* closeProblems(c, { nos, rest: '' });
  },
};

/** What is agreed to with 1. */
export const inquiryFlow: FlowHandler = {
  flow: 'inquiry',
  *resume(c, step, data) {
    const carryOut = steps[step];
    if (carryOut === undefined) return false;
    c.open(undefined);
    if (data['agreed'] === 'yes') yield* carryOut(c, data);
    else c.say('好，没有办。');
    return true;
  },
};
