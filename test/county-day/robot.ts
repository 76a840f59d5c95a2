import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Question } from '../../conversations/form/question.ts';

/** How one household answers: words by question key; what isn't named is the good news. */
export type Persona = Readonly<Record<string, string>>;

type Say = (words: string) => Promise<string>;

const mostTurns = 90;

/** The good news for any question, as short as people say it. */
function goodNews(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return question.trueIsGood ? '1' : '2';
    case 'count':
      return `${Math.max(1, question.min)}`;
    case 'money':
      return '3万';
    case 'choice':
    case 'choices':
      return '1';
    case 'text':
      return question.none ?? '无';
    case 'photo':
      return '跳过';
  }
}

/** The question the bot asks now: the one whose words stand last in its reply. */
function asked(reply: string): Question | undefined {
  let found: { question: Question; at: number } | undefined;
  for (const question of xiaoxian2021.householdForm.questions) {
    for (const words of [question.ask, 'verify' in question ? question.verify : undefined]) {
      const at = words === undefined ? -1 : reply.lastIndexOf(words);
      if (at >= 0 && at >= (found?.at ?? 0)) found = { question, at };
    }
  }
  return found?.question;
}

/**
 * A robot helper: opens a household, says what it was told in one message, and then answers whatever is asked by
 * reading the bot's own words, until the household is submitted. It knows nothing of the program's state.
 */
export async function visit(say: Say, head: string, told: string, persona: Persona = {}): Promise<string> {
  let reply = await say(`排查 ${head}`);
  let isTold = false;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (/已提交/u.test(reply) && isTold) return reply;
    if (/回“提交”/u.test(reply) && !/还没答/u.test(reply)) reply = await say('提交');
    else if (!isTold && told !== '') reply = await say(told);
    else reply = await say(answerTo(reply, persona));
    isTold = true;
  }
  throw new Error(`the robot did not come to an end with ${head}: ${reply}`);
}

function answerTo(reply: string, persona: Persona): string {
  if (/哪一位/u.test(reply)) return persona['who'] ?? '跳过';
  // What was said names the person; why follows.
  if (/为啥/u.test(reply)) return persona['why'] ?? '不清楚';
  if (/属实/u.test(reply)) return '属实，核对过';
  const question = asked(reply);
  if (question !== undefined) return persona[question.key] ?? goodNews(question);
  if (/1\.都对，提交/u.test(reply)) return '1';
  if (/回“提交”|接着排查/u.test(reply)) return '提交';
  if (/回“对”/u.test(reply)) return '对';
  throw new Error(`the robot does not know what to say to: ${reply}`);
}
