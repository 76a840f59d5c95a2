import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import { dialogueCommands } from '../../conversations/dialogues/commands.ts';
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
  '情况',
  '名单',
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

/** What somebody says in his own chat, and the reply. */
async function chatOf(name: string): Promise<(text: string) => Promise<string>> {
  const phone = world.phones.get(name) ?? '';
  const speaker = await read(database, wholeCounty(world.county), (db) => findSpeaker(db, { phone }));
  const { receive } = testReceiver(database, world.county, speaker?.id);
  return async (text) => {
    const { replies } = await receive({
      channel: 'terminal',
      messageId: messageId(),
      at: Date.parse('2021-12-15T09:05:00+08:00'),
      from: { externalId: phone, name },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
    return replies.map(({ content }) => (content.type === 'text' ? content.text : '')).join('\n');
  };
}

const say = await chatOf('李帮扶');
const sayAsCadre = await chatOf('孙镇长');

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

/** Every command that wants a head's name, and what its reply says of a household that it has found. */
const wanting: readonly [command: string, said: (name: string) => string, found: (name: string) => string][] =
  [
    ['spotCheck', (name) => `抽查 ${name}`, (name) => `待抽查的名单里没有${name}`],
    ['returnVisit', (name) => `退回 ${name} 收入不实`, (name) => `【${name}·`],
    ['verifyVisit', (name) => `核实 ${name}`, (name) => `【${name}·`],
    ['rectifyByName', (name) => `整改 ${name} 已装`, (name) => `${name}家没有待整改的问题`],
    ['leadOf', (name) => `线索 ${name}`, (name) => `${name}家没有监测线索`],
    ['easeLead', (name) => `风险消除 ${name} 稳定`, (name) => `${name}家不是监测对象`],
    ['whoLooked', (name) => `谁看过 ${name}`, (name) => `${name}家信息的有`],
    ['declareLead', (name) => `自主申报 ${name} 大病`, (name) => `${name}家`],
    ['checkListed', (name) => `核查 ${name}`, (name) => `名单里没有${name}家`],
    ['assign', (name) => `把${name}家给王五`, (name) => `${name}家1户交给王五了`],
    ['openForCorrection', (name) => `修改 ${name}`, (name) => name],
    ['visit', (name) => `排查 ${name}`, (name) => name],
    ['household', (name) => `查 ${name}`, (name) => name],
  ];

describe('every command that wants a name reads one there', () => {
  const byCommand = wanting.flatMap(([command, said, found]) =>
    heads.map((head) => [said(head), head, command, found(head)] as const),
  );
  it('stands in this table', () => {
    const those = dialogueCommands.filter(({ ofHousehold }) => ofHousehold === true);
    expect(those.map(({ name }) => name).sort()).toEqual(wanting.map(([name]) => name).sort());
  });
  it.each(byCommand)('%s is of %s', async (said, head, command, found) => {
    const reply = await sayAsCadre(said);
    if (command === 'visit' || command === 'openForCorrection') {
      expect(reply).toMatch(new RegExp(`：${head}（|接着排查|【${head}·`, 'u'));
      await sayAsCadre('暂停');
    } else expect(reply).toContain(found);
  });
  it('with the other reading offered', async () => {
    expect(await sayAsCadre('抽查 情况')).toContain('连着回“抽查情况”');
    expect(await sayAsCadre('抽查情况')).not.toContain('待抽查的名单里');
    expect(await sayAsCadre('退回 名单 不实')).toContain('单独回“名单”');
  });
});

describe('with a question open', () => {
  it.each(heads)('换到%s家 opens that household', async (head) => {
    await say('排查 冯成');
    expect(await say(`换到${head}家`)).toMatch(new RegExp(`：${head}（|接着排查|【${head}·`, 'u'));
  });
  // 进度 asks the data, whatever follows.
  it.each(heads.filter((head) => head !== '进度'))(
    '%s家收入5万 is never written to the household that is open',
    async (head) => {
      await say('排查 冯成');
      for (const text of [`${head}家收入5万`, `把${head}家的收入改成3万`]) {
        expect(await say(text)).toContain(`说的是${head}（`);
        await say('2');
        await say('撤销');
      }
    },
  );
  it('a name of two family characters is another household even where nobody is called so', async () => {
    await say('排查 冯成');
    expect(await say('4口人，诸葛明家收入5万')).toContain('一条只说一户：诸葛明家的没记');
  });
});
