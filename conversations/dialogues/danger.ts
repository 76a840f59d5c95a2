import { isoDate } from '../calendar/days.ts';
import type { Conversation } from '../contract/conversation.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { tellsOfDanger } from '../reading/controls/danger.ts';
import { openAgain } from './help.ts';
import { handOf } from './visit/hand.ts';

/**
 * Somebody may take his life: what to do at once, before anything else is read of the message, and nothing of it is
 * stored as an answer. Where a household is open, those who head its village and township are told, each once a day.
 * False where the words say nothing of it.
 */
export function* inDanger(c: Conversation): Asking<boolean> {
  if (!tellsOfDanger(c.text)) return false;
  const told = yield* tellHeads(c);
  c.say(`${whatToDo(c, told)}${openAgain(c)}`);
  return true;
}

function whatToDo(c: Conversation, told: boolean): string {
  const { contact } = c.session.settings;
  const call = contact === '' ? '' : `（${contact}）`;
  return [
    '这话要当真。先陪着人，别让他独处，把农药、绳子、刀具收好。',
    `马上打电话告诉村书记和乡镇${call}${told ? '，我也通知他们了' : ''}；已经动手或拦不住，打120、110；心里话可以打心理援助热线12356。`,
    c.inRoom ? '是谁、怎么回事别在群里说。这条没记成答案。' : '这条没记成答案，人要紧，别的过后再说。',
  ].join('\n');
}

/** True where somebody was told. */
function* tellHeads(c: Conversation): Asking<boolean> {
  const hand = handOf(c);
  if (hand === undefined || c.state.phase === 'idle') return false;
  const { household, visit } = hand;
  const heads = [
    ...(yield* ask('headsOf', { unit: household.village })),
    ...(yield* ask('headsOf', { unit: household.township })),
  ];
  const others = [...new Set(heads)].filter((id) => id !== c.speaker.id);
  for (const id of others)
    c.change({
      do: 'push',
      key: `danger:${visit.id}:${isoDate(c.at)}:${id}`,
      to: { staff: id },
      kind: 'reply',
      text: `急：${c.speaker.name}在【${household.headName}】（${household.villageName}${household.group}）入户，听到有人说了轻生的话。请马上联系他并派人上门，陪着人；必要时打120、110。`,
    });
  return others.length > 0;
}
