import { rolesFor } from '../../access/policy.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { notRecorded } from '../../inquiry/words/not-recorded.ts';
import { spotStanding } from '../supervision/spot-check.ts';
import { countyOffice } from './contact.ts';
import type { SpokenMatter } from './matter.ts';
import { satisfiedUnits } from './satisfied-units.ts';

const ofSpotChecks = (said: InquirySaid): boolean =>
  said.asks &&
  (said.of !== 'problems' || said.ideas.has('mismatch')) &&
  said.these === undefined &&
  !said.ideas.has('how') &&
  !said.ideas.has('when');

/** How the households compare with the national system, for whom it is to see. */
function* conflictsSaid(c: Conversation): Asking<string> {
  if (c.speaker.roles.some((role) => rolesFor('visit').concat('countyOffice').includes(role))) {
    const found = yield* ask('comparison', {});
    if (found.households === 0) return '还没有导入国家系统的数据，没有可比对的。导入后回“比对”看。';
    return `与国家系统比对${found.households}户，对不上的${found.conflicting}户（${found.conflicts}处）。回“比对”看是哪些。`;
  }
  return `与国家系统的比对由村里、乡镇和${countyOffice(c)}看。`;
}

const asks = (said: InquirySaid): boolean =>
  said.asks || said.describes === true || said.of !== undefined || said.here === true;

/** The entry that a sentence asks for, where nothing else of it is meant by the word. */
function unrecorded(said: InquirySaid): (typeof notRecorded)[number] | undefined {
  const age = said.stranded.some((words) => words.endsWith('岁'));
  return notRecorded.find(
    ({ what, forms }) =>
      (age && what === '年龄') ||
      said.loose.some(({ text, idea }) => idea === 'notRecorded' && forms.split(' ').includes(text)),
  );
}

/** What is asked of the work and not of households: looked up before anything is counted. */
export const otherWork: readonly SpokenMatter[] = [
  {
    name: 'notRecorded',
    all: [],
    when: (said) => asks(said) && unrecorded(said) !== undefined,
    say: (_, said) => {
      const entry = unrecorded(said);
      return `${entry?.what ?? ''}不在名册和问卷里，数不出来。相近的可以问：${entry?.instead ?? ''}。`;
    },
  },
  { name: 'satisfaction', all: [['satisfaction']], not: ['how', 'meaning'], say: satisfiedUnits },
  {
    name: 'spotChecks',
    all: [['draw', 'recheck', 'checkRate']],
    when: ofSpotChecks,
    *say(c) {
      if (!c.speaker.roles.some((role) => rolesFor('spotCheck').includes(role)))
        return `抽查的情况由乡镇和${countyOffice(c)}看，请问乡镇包村干部。`;
      return `${yield* spotStanding()}回“抽查”看名单。`;
    },
  },
  {
    name: 'otherRegisters',
    all: [['others']],
    say: '别的部门的名单（民政、医保、残联、学籍）我这里没有，比不了。县{活动}办公室导入国家系统的数据后，回“比对”看哪些户对不上；这边的数可以问“低保户几户”“特困户几户”。',
  },
  { name: 'conflicts', all: [['systems']], when: (said) => !said.ideas.has('how'), say: conflictsSaid },
];
