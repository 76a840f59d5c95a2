import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Answer } from '../../form/answer.ts';
import { answerValue } from '../../form/answer.ts';
import type { Question } from '../../form/question.ts';
import { nextQuestion, pruneAnswers, questionOf } from '../../form/questionnaire.ts';
import { fits } from '../../form/value.ts';
import { maskName } from '../../language/masking.ts';
import { defaultDraw, draw, signalLabels } from '../../supervision/draw.ts';
import type { SpotCheck } from '../../supervision/needs.ts';
import { differencesOf, spotQuestionnaire } from '../../supervision/spot-questions.ts';
import { hintOf } from '../../understanding/hints.ts';
import { understandAnswer } from '../../understanding/index.ts';
import { askText } from '../visit/question-text.ts';

const mostCandidates = 20_000;

/** 抽查 抽取 5%: draws anew among the visits not drawn before; the seed says when, for whom and which draw it is. */
export function* drawNow(c: Conversation, share: number): Asking<void> {
  const { candidates, drawsToday } = yield* ask('spotCandidates', { limit: mostCandidates });
  if (candidates.length === 0) return c.say('没有可抽的：提交了的都抽过了，或者还没有人提交。');
  const seed = `${c.speaker.unit}/${isoDate(c.at)}/${drawsToday + 1}`;
  const drawn = draw(candidates, { ...defaultDraw, share, seed });
  const checks = drawn.map((d) => ({ ...d, id: c.freshId() }));
  c.change({ do: 'drawSpotChecks', seed, checks });
  const signalled = drawn.filter((d) => !d.why.includes('random')).length;
  const why = signalled > 0 ? `，其中${signalled}户有疑点` : '';
  c.say(
    `从${candidates.length}户里抽了${drawn.length}户${why}（种子${seed}，可复核）。回“抽查”看名单，“抽查 张三”开始问。`,
  );
}

/** 抽查: who is drawn and not yet asked. */
export function* listChecks(c: Conversation): Asking<void> {
  const { checks, total } = yield* ask('spotChecks', { limit: 10 });
  if (total === 0) {
    const s = yield* ask('spotSummary', {});
    const done = s.drawn === 0 ? '' : `已抽查${s.done}户，有出入${s.differing}户。`;
    return c.say(`没有待抽查的户。${done}回“抽查 抽取 5%”抽一批。`);
  }
  const lines = checks.map(
    (k) =>
      `${nameOf(c, k)}${k.household.villageName}${c.inRoom ? '' : `（${k.why.map((w) => signalLabels[w] ?? w).join('、')}）`}`,
  );
  c.say(
    `待抽查${total}户${total > checks.length ? `（先列${checks.length}户）` : ''}：\n${lines.join('\n')}\n回“抽查 张三”开始问。`,
  );
}

/** 【张三·1组】; masked in a group. */
function nameOf(c: Conversation, { household }: Pick<SpotCheck, 'household'>): string {
  const name = c.inRoom ? maskName(household.headName) : household.headName;
  return `【${[name, household.group].filter((w) => w !== '').join('·')}】`;
}

/** 抽查 张三 */
export function* beginCheck(c: Conversation, headName: string): Asking<void> {
  const { checks } = yield* ask('spotChecks', { limit: 9, headName });
  const [only] = checks;
  if (only === undefined) return c.say(`待抽查的名单里没有${headName}。回“抽查”看名单。`);
  if (checks.length > 1) {
    const items = checks.map((k) => ({
      id: k.id,
      label: `${c.inRoom ? maskName(k.household.headName) : k.household.headName}（${k.household.villageName}${k.household.group}）`,
    }));
    c.open({ is: 'pick', goal: 'supervision/begin', items });
    return c.say(
      `有${checks.length}户，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`,
    );
  }
  askOrFinish(c, only, yield* visitAnswersOf(only.id), '');
}

function* visitAnswersOf(id: string): Asking<SpotCheck['answers']> {
  return (yield* ask('spotCheck', { id }))?.visitAnswers ?? {};
}

/** Goes on with a spot-check that was picked from a list. */
export function* beginById(c: Conversation, id: string): Asking<void> {
  const found = yield* ask('spotCheck', { id });
  if (found === null) return c.say('这户不在抽查名单里了。');
  askOrFinish(c, found.check, found.visitAnswers, '');
}

const year = (c: Conversation): { year: number } => ({ year: c.session.settings.year });

/** Asks the next fact, without a word of what the visit said; at the end tells what differs. */
function askOrFinish(
  c: Conversation,
  check: SpotCheck,
  visitAnswers: SpotCheck['answers'],
  told: string,
): void {
  if (check.helper.id === c.speaker.id) {
    c.open(undefined);
    return c.say(`${nameOf(c, check)}是您自己排查的，抽查要换个人。`);
  }
  const next = nextQuestion(
    spotQuestionnaire,
    check.answers,
    year(c),
    (q) => c.inRoom && q.sensitive === true,
  );
  if (next !== undefined) {
    c.open({ is: 'flow', flow: 'supervision', step: 'answer', data: { id: check.id, key: next.key } });
    return c.say(`${told}${nameOf(c, check)}抽查：${askText(next)}`);
  }
  if (c.inRoom) {
    c.open(undefined);
    return c.say('剩下的涉及收入、健康，请私聊我接着抽查。');
  }
  const differences = differencesOf(visitAnswers, check.answers);
  c.open(undefined);
  c.change({
    do: 'saveSpotCheck',
    check: { id: check.id, version: check.version },
    answers: check.answers,
    differences,
  });
  const name = check.household.headName;
  const found =
    differences.length === 0
      ? '和排查的一致'
      : `有${differences.length}处出入：${differences.map((d) => `${d.title}（排查${d.visit}，抽查${d.check}）`).join('；')}`;
  c.say(
    `${told}${nameOf(c, check)}抽查完，${found}。${differences.length === 0 ? `没问题回“核实 ${name}”。` : `要改回“退回 ${name} 原因”，没大碍回“核实 ${name}”。`}`,
  );
}

/** A reply to a question of a check. */
export function* answerCheck(c: Conversation, id: string, key: string): Asking<boolean> {
  const found = yield* ask('spotCheck', { id });
  const question = questionOf(spotQuestionnaire, key);
  if (found === null || question === undefined || found.check.status === 'done') return false;
  const answer = readAnswer(c.text, question);
  if (answer === undefined) {
    if (/^(?:暂停|先停|不查了)$/u.test(c.text)) {
      c.open(undefined);
      c.say('好，先停这儿，问过的都在。');
      return true;
    }
    const misses = c.missed();
    c.say(
      misses < 2
        ? `没看懂。${askText(question)}`
        : `${askText(question)}\n问不到就回“不清楚”，先停回“暂停”。`,
    );
    return true;
  }
  const answers = pruneAnswers(spotQuestionnaire, { ...found.check.answers, [key]: answer }, year(c));
  const check = { ...found.check, answers };
  const isLast = nextQuestion(spotQuestionnaire, answers, year(c)) === undefined;
  // The last answer is stored together with the result.
  if (!isLast || c.inRoom)
    c.change({ do: 'saveSpotCheck', check: { id, version: check.version }, answers, differences: null });
  askOrFinish(c, check, found.visitAnswers, '');
  return true;
}

function readAnswer(text: string, question: Question): Answer | undefined {
  const understood = understandAnswer(text, hintOf(question));
  if (
    understood.status === 'control' &&
    (understood.control.action === 'unsure' || understood.control.action === 'skip')
  )
    return { is: 'unsure' };
  if (understood.status !== 'value') return undefined;
  const value = answerValue.safeParse(understood.value);
  return value.success && fits(question, value.data) ? { is: 'known', v: value.data } : undefined;
}

/** 抽查情况: how the checks went; no helper is named. */
export function* summary(c: Conversation): Asking<void> {
  const s = yield* ask('spotSummary', {});
  if (s.drawn === 0) return c.say('还没有抽查过。回“抽查 抽取 5%”抽一批。');
  const where =
    s.differences.length === 0
      ? ''
      : `，出入最多的：${s.differences
          .slice(0, 4)
          .map((d) => `${d.title}${d.count}处`)
          .join('、')}`;
  c.say(`抽了${s.drawn}户，问了${s.done}户，有出入${s.differing}户${where}。`);
}
