import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaigns } from '../../conversations/campaigns/all.ts';
import { labelsOffered, numberOffered } from '../../conversations/contract/offered.ts';
import { readerFor } from '../../conversations/dialogues/form-reader.ts';
import { type Form, freshMemory } from '../../conversations/form/form.ts';
import type { Question } from '../../conversations/form/question.ts';
import { stepForm } from '../../conversations/form/step.ts';
import { askLine, choiceLine, doubtText, mostShown } from '../../conversations/form/wording.ts';
import type { HouseholdSubject } from '../../conversations/subjects/subject.ts';
import { householdOf } from '../household/people.ts';

const dialogues = join(import.meta.dirname, '../../conversations/dialogues');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Every numbered choice written in a dialogue; what is filled in is put as a plain word. */
const offers = filesBelow(dialogues).flatMap((path) => {
  const text = readFileSync(path, 'utf8').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, '某');
  return [...text.matchAll(/(?:\\n|[：？吗])1[.）](?!\d)[^'`\n]*?2[.）][^'`\n\\]*/gu)].map(
    ([said]) => [said.replace(/^\\n/u, ''), path.slice(dialogues.length + 1)] as const,
  );
});

/** The labels a question offers. */
function shownBy(question: Question): string[] {
  if (question.kind === 'yesNo') return [question.yes ?? '是', question.no ?? '否'];
  return 'choices' in question ? question.choices.slice(0, mostShown).map(({ label }) => label) : [];
}

describe('every label that is offered is read back as its number', () => {
  it('of the choices written in any dialogue', () => {
    expect(offers.length).toBeGreaterThan(12);
    for (const [text, file] of offers) {
      const labels = labelsOffered(`某事？\n${text}`);
      expect(labels.length, `${file}: ${text}`).toBeGreaterThan(1);
      labels.forEach((label, i) => {
        expect(numberOffered(label, labels), `${file}: ${label}`).toBe(i + 1);
        expect(numberOffered(`${label}。`, labels), `${file}: ${label}`).toBe(i + 1);
      });
    }
  });

  it('of every question of the household form', () => {
    const questions = campaigns.flatMap(({ householdForm }) => householdForm.questions);
    for (const question of questions) {
      const labels = shownBy(question);
      const put = `【张三·3组】${askLine(question, '第1题，共13题')}\n${choiceLine(question)}`;
      if (labels.length === 0) continue;
      expect(labelsOffered(put), question.key).toEqual(labels);
      labels.forEach((label, i) => {
        expect(numberOffered(label, labels), `${question.key}: ${label}`).toBe(i + 1);
      });
    }
  });

  it('没有 is the one choice that says that there is none', () => {
    const [first] = campaigns;
    if (first === undefined) throw new Error('no campaign');
    const list = first.householdForm;
    const form: Form<HouseholdSubject> = {
      list,
      subject: { year: 2021, household: householdOf({ type: 'povertyAlleviated' }) },
      reader: readerFor(list),
      manner: {
        heading: () => '',
        ask: askLine,
        choices: choiceLine,
        doubt: doubtText,
        contact: '',
      },
      inGroup: false,
      people: [],
      known: [],
    };
    for (const said of ['没有', '没有。', '没']) {
      const open = { is: 'question', key: 'reliefTimely' } as const;
      const heard = stepForm(form, { ...freshMemory, answers: {}, open }, said);
      expect(heard.is === 'said' ? heard.reply : '', said).toContain('没碰上难处');
    }
  });
});
