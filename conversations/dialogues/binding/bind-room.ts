import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';

/** 绑定本群, with a unit's name or for one's own unit. A group of somebody else's unit is not taken away. */
export function* bindRoom(c: Conversation, words: string): Asking<void> {
  const { chat } = c.session;
  if (chat.kind !== 'room') return c.say('这句要在群里发：把我拉进群，在群里@我说“绑定本群”。');
  const { room } = chat;
  if (room.unit !== null && room.unit !== c.speaker.unit && !(yield* isMine(room.unit)))
    return c.say(
      `本群已经绑到${room.unitName ?? '别的单位'}，不在您的范围里。要换，请那边或县里的同志来说。`,
    );
  if (words === '') {
    c.change({ do: 'bindRoom', unit: c.speaker.unit });
    return c.say(bound(c.speaker.unitName));
  }
  const units = yield* ask('findUnits', { words });
  const [unit, ...others] = units.some((u) => u.name === words)
    ? units.filter((u) => u.name === words)
    : units;
  if (unit === undefined) return c.say(`您的范围里没有“${words}”。`);
  if (others.length > 0) {
    const names = [unit, ...others].slice(0, 5).map((u) => u.name);
    return c.say(`“${words}”不止一个，请说全：${names.join('、')}`);
  }
  c.change({ do: 'bindRoom', unit: unit.code });
  c.say(bound(unit.name));
}

/** By its code, within the speaker's reach. */
function* isMine(unit: string): Asking<boolean> {
  return (yield* ask('findUnits', { words: unit })).some((found) => found.code === unit);
}

const bound = (unit: string) => `好，本群绑到${unit}了。每天最多发一条提醒，不点名、不排名。`;
