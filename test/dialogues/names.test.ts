import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { makeWorld, messageId } from '../transcripts/world.ts';

const { database } = await testDatabase();
const world = await makeWorld(database);
const village = unitCode.parse(`${world.county}103200`);
const township = unitCode.parse(`${world.county}103000`);

/** Made-up households whose heads are called like commands, answers and numbers, or have rare names. */
const heads = [
  '进度',
  '张继续',
  '王帮助',
  '孙暂停',
  '提交',
  '高兴',
  '成功',
  '满意',
  '李对',
  '赵不详',
  '马三万',
  '周三组',
  '问题',
  '线索',
  '欧阳修远',
  '司马光明',
  '买买提·艾力',
  '阿依古丽·吾买尔江',
  '𠮷田',
  '李㛃',
  '仇和',
  '单雄信',
  '岳',
];

await write(database, wholeCounty(world.county), (tx) =>
  saveHouseholds(
    tx,
    [
      ...heads.map((headName, i) => ({ headName, code: `N${100 + i}`, group: `${5 + (i % 3)}组` })),
      { headName: '张伟', code: 'L010', group: '2组', population: 3 },
      { headName: '张伟', code: 'L011', group: '2组', population: 4 },
    ].map((h, i) => ({
      type: 'general' as const,
      tags: [],
      members: [],
      known: {},
      extra: {},
      ...h,
      village,
      township,
      sort: 100 + i,
    })),
    'register',
  ),
);

const phone = world.phones.get('李帮扶') ?? '';
const speaker = await read(database, wholeCounty(world.county), (db) => findSpeaker(db, { phone }));
const { receive } = testReceiver(database, world.county, speaker?.id);

async function say(text: string): Promise<string> {
  const { replies } = await receive({
    channel: 'terminal',
    messageId: messageId(),
    at: Date.parse('2021-12-15T09:05:00+08:00'),
    from: { externalId: phone, name: '李帮扶' },
    chat: { kind: 'private' },
    content: { type: 'text', text },
  });
  return replies.map(({ content }) => (content.type === 'text' ? content.text : '')).join('\n');
}

describe('a name is read as a name where one is expected', () => {
  it.each(heads)('排查 %s opens that household', async (head) => {
    expect(await say(`排查 ${head}`)).toContain(`开始排查：${head}（`);
  });
  it.each(heads)('查 %s shows that household', async (head) => {
    expect(await say(`查 ${head}`)).toContain(head);
  });
  it.each([
    ['𠮷田', '吉田'],
    ['𠮷田', 'jt'],
    ['李㛃', '李婕'],
    ['李㛃', '李洁'],
    ['仇和', '求和'],
    ['单雄信', '善雄信'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提·艾力', '买买提•艾力'],
    ['买买提·艾力', 'mmtal'],
    ['欧阳修远', 'oyxy'],
  ])('%s is found as %s', async (head, said) => {
    expect(await say(`排查 ${said}`)).toMatch(new RegExp(`${head}`));
  });
  it('namesakes of one group are told apart by what the register says', async () => {
    const asked = await say('排查 张伟');
    expect(asked).toContain('1.张伟（柳元村2组，户编号L010）');
    expect(asked).toContain('2.张伟（柳元村2组，户编号L011）');
    expect(await say('张伟（柳元村2组，户编号L011）')).toContain('开始排查：张伟');
  });
  it('the other reading of such a name is offered, and the word alone is the command', async () => {
    expect(await say('排查 进度')).toContain('单独回“进度”');
    expect(await say('进度')).toContain('您名下');
  });
  it('a nickname is no name: whose household it is, is asked', async () => {
    expect(await say('排查 老岳家')).toContain('“老岳”说的是哪家？');
  });
});
