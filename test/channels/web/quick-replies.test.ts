import { expect, test } from 'vitest';

interface QuickReply {
  label: string;
  send: string;
  multiple?: boolean;
  quiet?: boolean;
}

// Browser code, without types: it is loaded as the browser does.
const address = new URL('../../../src/http/assets/quick-replies.js', import.meta.url).href;
const { quickReplies } = (await import(address)) as {
  quickReplies: (text: string, confirms?: boolean, inRoom?: boolean) => QuickReply[];
};

const labels = (text: string) => quickReplies(text).map(({ label }) => label);
const ways = ['不清楚', '跳过', '上一题'];

test('yes and no', () => {
  const text = '【张三·2组】有没有得大病的？\n1.有大病慢病 2.没大病慢病';
  expect(labels(text)).toEqual(['有大病慢病', '没大病慢病', ...ways]);
  expect(quickReplies(text)[1]).toMatchObject({ send: '2', multiple: false });
});

test('under a confirmation there is nothing to skip', () => {
  const text = '【张三·2组】已经提交了。这条是要改这户吗？\n1.改这户 2.不是，说的下一户';
  expect(quickReplies(text, true).map(({ label }) => label)).toEqual(['改这户', '不是，说的下一户']);
});

test('the words of the help are there to be tapped, those for groups in groups alone', () => {
  const help = '〔进度〕\n发“进度”；李庄还剩几户\n〔其他〕\n发“减负账”，或“免打扰”，或“人工”';
  expect(labels(help)).toEqual(['进度', '减负账', '免打扰', '人工']);
  const bind = '请先绑定本群：干部在群里@我说“绑定本群”。';
  expect(labels(bind)).toEqual(['绑定本群']);
  expect(quickReplies(bind, false, false)).toEqual([]);
});

test('where a name means several units, each is there to be tapped with the words around it', () => {
  const text = '叫“集镇”的不止一个，请说全：\n进度 闫集镇\n进度 青龙集镇';
  expect(quickReplies(text)).toEqual([
    { label: '进度 闫集镇', send: '进度 闫集镇' },
    { label: '进度 青龙集镇', send: '进度 青龙集镇' },
  ]);
});

test('several choices may be tapped together', () => {
  const replies = quickReplies('【张三】靠什么？\n1.务工 2.种植 3.养殖（可多选）');
  expect(replies.slice(0, 3)).toEqual([
    { label: '务工', send: '1', multiple: true },
    { label: '种植', send: '2', multiple: true },
    { label: '养殖', send: '3', multiple: true },
  ]);
});

test('concrete options, without the words behind them', () => {
  expect(labels('【张三】按哪个记？\n1.3万 2.3.5万 3.4万，都不是就直接说').slice(0, 3)).toEqual([
    '3万',
    '3.5万',
    '4万',
  ]);
  expect(labels('【张三】“3500”是元还是万元？\n1.3500元 2.3500万元，都不是就直接说').slice(0, 2)).toEqual([
    '3500元',
    '3500万元',
  ]);
  expect(labels('【张三】按哪个记？\n1.一年3万 2.一年4万，都不是就直接说').slice(0, 2)).toEqual([
    '一年3万',
    '一年4万',
  ]);
});

test('namesakes, one a line', () => {
  const text = '有2位张三，是哪一位？\n1.张三 李庄 3组\n2.张三 王庄 1组\n回序号或说村名';
  expect(labels(text)).toEqual(['张三 李庄 3组', '张三 王庄 1组']);
});

test('the words the bot offers, but not its examples', () => {
  expect(labels('对就回“对”，不对直接说，如“4口人 一年5万”')).toEqual(['对']);
  expect(labels('都对回“提交”；要改回序号，或直接说“收入改成4万”。')).toEqual(['提交']);
  expect(labels('回“排查”开始下一户，“排查 张三”点名')).toEqual(['排查']);
  expect(labels('改：“收入改成4万”“上一题”；不清楚、跳过')).toEqual([]);
  expect(labels('【张三】还有别的吗？没有就回“没有”')).toEqual(['没有', ...ways]);
});

test.each(['年收入3.5万元，比上年多1.2万', '2021.12.9至2021.12.31', '已走访31户，还剩9户', ''])(
  'numbers that are no choices: %s',
  (text) => {
    expect(labels(text)).toEqual([]);
  },
);

test('a summary numbers what was answered: only handing in is offered', () => {
  const text = '【张三】请核对：\n人口 1.四口人\n收入 2.年收入5万元 3.务工\n都对回“提交”；要改回序号。';
  expect(labels(text)).toEqual(['提交']);
});
