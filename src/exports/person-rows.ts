import type { Campaign } from '../../conversations/campaign/campaign.ts';
import type { Household, Member } from '../../conversations/contract/household.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import type { PersonTold } from '../../conversations/form/person.ts';
import type { PersonAsk, Question } from '../../conversations/form/question.ts';
import type { LedgerEntry } from '../../db/visits/ledger.ts';
import type { HouseholdSheet } from '../documents/word-household.ts';

/**
 * A household person by person, for its sheet in the archive (12.5 of the requirements: 逐人): the members of the
 * register, then those the visit added, each with what was told of them. A household told of as a whole has none.
 */
export function personRows(
  { householdForm }: Campaign,
  { members, headName }: Pick<Household, 'members' | 'headName'>,
  visit: Pick<NonNullable<LedgerEntry['visit']>, 'answers'> | null,
): HouseholdSheet['persons'] {
  const told = visit === null ? [] : householdForm.questions.flatMap((q) => toldIn(q, visit.answers));
  const added = told.filter(({ person }) => !members.some((member) => isMember(member, person)));
  const others = [...new Set(added.map(({ person }) => person.name))];
  const wordsOf = (is: (person: PersonTold) => boolean) =>
    told
      .filter(({ person }) => is(person))
      .map(({ words }) => words)
      .join('；');
  return [
    ...members.map((member): HouseholdSheet['persons'][number] => [
      member.name,
      member.relation ?? (member.name === headName ? '户主' : ''),
      member.birthYear === undefined ? '' : String(member.birthYear),
      wordsOf((person) => isMember(member, person)),
    ]),
    ...others.map((name): HouseholdSheet['persons'][number] => [
      name,
      name === headName ? '户主' : '入户时说的',
      '',
      wordsOf((person) => person.name === name),
    ]),
  ];
}

function isMember(member: Member, { no, name }: PersonTold): boolean {
  return no === undefined ? member.name === name : member.no === no;
}

/** What one question's answer tells of each: 有人没参（原因：参军）. */
function toldIn(question: Question, answers: Answers): { person: PersonTold; words: string }[] {
  const answer = answers[question.key];
  if (answer?.is !== 'known') return [];
  const label =
    question.kind === 'yesNo'
      ? ((answer.v === true ? question.yes : question.no) ?? question.title)
      : question.title;
  return (answer.persons ?? []).map((person) => {
    const facts = (question.personAsks ?? []).flatMap((ask) => factOf(ask, person));
    return { person, words: facts.length === 0 ? label : `${label}（${facts.join('，')}）` };
  });
}

function factOf({ key, title, kind, measure = '' }: PersonAsk, { told }: PersonTold): string[] {
  const value = told?.[key];
  return value === undefined ? [] : [`${title}：${value}${kind === 'count' ? measure : ''}`];
}
