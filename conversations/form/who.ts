import type { Answer } from './answer.ts';
import type { FormPerson, FormPrompt } from './form.ts';
import type { Question } from './question.ts';
import type { Sitting } from './sitting.ts';

/** The answered question that still wants to know whom it is about. */
export function whoIsOpen<S>(s: Sitting<S>): Question<S> | undefined {
  return s.form.list.questions.find((q) => {
    const answer = s.answers[q.key];
    return (
      q.whoWhen !== undefined && answer?.is === 'known' && answer.v === q.whoWhen && answer.who === undefined
    );
  });
}

/** The people an answer may be about: those of the age it is about, where their age is known. */
function peopleFor<S>(s: Sitting<S>, { whoAged }: Question): readonly FormPerson[] {
  const { people } = s.form;
  if (whoAged === undefined) return people;
  return people.filter(({ age }) => age !== undefined && age >= whoAged.from && age <= whoAged.to);
}

export function askWho<S>(s: Sitting<S>, question: Question<S>): string {
  s.open({ is: 'who', key: question.key });
  return `${s.form.manner.heading(question)}${whatFor(question)}，是家里哪一位？\n${peopleLine(peopleFor(s, question), question)}`;
}

/** The answer the who belongs to: 有人没参, 有辍学. */
export function whatFor(question: Question): string {
  const said =
    question.kind === 'yesNo' ? (question.whoWhen === true ? question.yes : question.no) : undefined;
  return said ?? question.title;
}

function peopleLine(people: readonly FormPerson[], { whoAged }: Question): string {
  if (people.length === 0 && whoAged !== undefined) return '说孩子的名字或称呼，如“老二”；不便说回“跳过”';
  if (people.length === 0) return '说名字或称呼都行，如“老伴”；不便说回“跳过”';
  return `${people.map((one) => `${one.no}.${one.name}`).join(' ')}（回号数或称呼）`;
}

/** What was said to 是哪一位: people, a number nobody has, that there is nobody, or something else. */
type WhoSaid = { is: 'person'; who: string } | { is: 'noSuchNumber' } | { is: 'nobody' } | { is: 'unclear' };

/** The people meant: by their numbers, else a name or a word of kinship as it was said. */
export function whoSaid<S>(s: Sitting<S>, text: string): WhoSaid {
  const { people, known, reader } = s.form;
  const numbers = text.normalize('NFKC').match(/\d{1,2}/g) ?? [];
  const named = numbers.flatMap((n) => people.filter((m) => m.no === Number(n)).map((m) => m.name));
  if (named.length > 0) return { is: 'person', who: named.join('、') };
  if (onlyNumbers(text)) return { is: 'noSuchNumber' };
  if (saysNobody.test(text)) return { is: 'nobody' };
  return reader.namesPeople(text, known) ? { is: 'person', who: text.slice(0, 40) } : { is: 'unclear' };
}

const saysNobody =
  /^(?:家里)?(?:都|全|也|谁|一个|一个人|没有|真)*(?:也|都)?(?:没有?|无|冇|木有|没得|没人|没谁|没有人)(?:了|的|啊|呢)*[。.！!]*$/u;

/** Only numbers: 2, 2和3, 1、2号. */
export function onlyNumbers(text: string): boolean {
  return /^[\d\s、,，和跟号.]+$/u.test(text.normalize('NFKC'));
}

/** 没有 to 是哪一位: the answer before may have been wrong. Asked, never changed by itself. */
export function askWhetherAny<S>(s: Sitting<S>, question: Question<S>, stood: boolean): string {
  const [now, other] = [whatFor(question), otherThan(question)];
  s.open({
    is: 'options',
    key: question.key,
    options: [
      { label: `改成${other}`, value: !stood },
      { label: `还是${now}`, value: stood },
    ],
    note: s.text.slice(0, 60),
  });
  return `${s.form.manner.heading(question)}刚才记的是“${now}”，要改吗？\n1）改成${other} 2）还是${now}`;
}

function otherThan(question: Question): string {
  if (question.kind !== 'yesNo') return question.title;
  return (question.whoWhen === true ? question.no : question.yes) ?? question.title;
}

/** The question of an open `who` and its answer, if it still is what it was. */
export function whoAsked<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'who' }>,
): { question: Question<S>; answer: Extract<Answer, { is: 'known' }> } | undefined {
  const question = s.question(open.key);
  const answer = s.answers[open.key];
  return question !== undefined && answer?.is === 'known' && answer.v === question.whoWhen
    ? { question, answer }
    : undefined;
}
