import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import type { Question } from '../../form/question.ts';
import { maskName } from '../../language/masking.ts';

/** Names household and village group in front of every prompt, so that a late reply finds its way back. */
export function heading(c: Conversation, household: Household): string {
  const name = nameSaid(c, household);
  return household.group === '' ? `【${name}】` : `【${name}·${household.group}】`;
}

/** The head's name as it may be said here. */
export function nameSaid(c: Conversation, household: Household): string {
  return c.inRoom ? maskName(household.headName) : household.headName;
}

/** May this question be spoken about in this chat? Health, income and schooling stay out of groups. */
export function mayBeSaid(c: Conversation, question: Question): boolean {
  return !(c.inRoom && question.sensitive === true);
}

/** A phone shows about this many choices at a glance; the rarer ones are simply said. */
const mostShown = 8;

/** The numbered short answers of a question; a bare number always means the one shown. */
export function choiceLine(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return `1.${question.yes ?? '是'} 2.${question.no ?? '否'}`;
    case 'choice':
    case 'choices': {
      const shown = question.choices.slice(0, mostShown).map((choice, i) => `${i + 1}.${choice.label}`);
      const more = question.choices.length > mostShown ? '别的直接说' : '';
      const many = question.kind === 'choices' ? '可多选' : '';
      const hint = [many, more].filter((h) => h !== '').join('，');
      return `${shown.join(' ')}${hint === '' ? '' : `（${hint}）`}`;
    }
    case 'count':
      return `回数字，如 4${question.measure}`;
    case 'money':
      return question.period === 'year' ? '如 5万、3万2、36000' : '如 800、1.2万';
    case 'text':
      return question.none === undefined ? '直接说就行' : `没有就回“${question.none}”`;
    case 'photo':
      return '发张照片；不方便就回“跳过”';
  }
}

export function askText(question: Question): string {
  return `${question.ask}\n${choiceLine(question)}`;
}
