import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bySound } from '../../conversations/inquiry/work/by-sound.ts';
import { placeSaid } from '../../conversations/inquiry/work/place-said.ts';
import { readWorkAsked, type WorkAsked } from '../../conversations/inquiry/work/work-asked.ts';

/** A reading in few words: what is asked, of where, and what narrows it. */
function brief(asked: WorkAsked | undefined): string {
  if (asked === undefined) return 'none';
  const { is, ...rest } = asked;
  const more = Object.entries(rest).filter(([, v]) => v !== '' && v !== false && v !== undefined);
  return [is, ...more.map(([k, v]) => (v === true ? k : `${k}=${v}`))].join(' ');
}

const understood: Readonly<Record<string, readonly string[]>> = {
  progress: [
    '进度',
    '进度怎么样了',
    '排查进度？',
    '走访情况',
    '查了多少户了',
    '现在完成多少了',
    '我们村查得怎么样了',
    '今天情况咋样',
    '汇报一下进度',
    '全县情况',
  ],
  'progress place=李庄': ['李庄进度怎么样', '进度李庄', '进度 李庄', '李庄查了多少户'],
  'progress level=village': ['进度 各村', '各村进度', '哪些村进度慢'],
  'progress place=龙城镇 level=village': ['进度 龙城镇各村', '龙城镇各村进度'],
  'progress own': ['我的进度', '我查了多少户'],
  'households filter=remaining': [
    '未排查',
    '谁还没走访',
    '哪些户没排查',
    '还剩多少',
    '还有几家没去',
    '全县还剩多少户没查',
  ],
  'households filter=remaining place=李庄': [
    '李庄还剩几户',
    '李庄还剩多少户没查',
    '未排查李庄',
    '没查 李庄',
    '李庄没查的',
    '李庄还有谁没查',
  ],
  'households filter=remaining place=王家庄': ['王家庄还有谁没查'],
  'households filter=remaining place=李庄3组': ['李庄3组没查的', '未排查 李庄3组'],
  'households filter=remaining place=李庄 asSheet': [
    '李庄没查的发个表',
    '把李庄没查的发个表',
    '导出李庄没查的名单',
  ],
  'households filter=remaining own': ['我还剩几户', '今天去哪几家', '今天任务', '我今天干啥'],
  'households filter=notHome': ['不在家的有哪些'],
  'households filter=unassigned place=李庄': ['李庄没分到人的有几户'],
  why: ['为什么', '为啥', '是哪些户', '都有谁', '名单', '怎么来的', '这个数怎么算的'],
  'why count=12': ['为啥是12户', '这12户是谁', '哪12户'],
  'why filter=remaining count=7': ['为什么还剩7户', '剩下的7户是哪些'],
  'why filter=notHome': ['为什么 不在家', '哪些户不在家'],
  'why filter=visited': ['为什么 已排查'],
  'why problems=overdue': ['为什么 逾期'],
  problems: ['有哪些问题'],
  'problems filter=overdue': ['逾期的有哪些', '哪些问题逾期了', '问题逾期'],
  'problems filter=open': ['还有多少问题没销号'],
  'problems category=住房 place=李庄': ['李庄的住房问题有哪些'],
  'problems place=李庄': ['李庄有什么问题'],
  'problems category=饮水 place=龙城镇': ['龙城镇饮水问题'],
  sheet: ['表格', '发个表', '给我来份excel', '导出来', '名单发我'],
  digest: ['日报', '今天的日报', '日报发我看看'],
  'digest place=龙城镇': ['日报 龙城镇', '龙城镇日报'],
};

describe('questions about the work', () => {
  for (const [meaning, sentences] of Object.entries(understood))
    it.each(sentences)(`%s is read as ${meaning}`, (text) => {
      expect(brief(readWorkAsked(text)).split(' ').sort()).toEqual(meaning.split(' ').sort());
    });

  it.each([
    '没什么问题',
    '水没问题',
    '没查出问题',
    '没查出来',
    '没查过',
    '没查到',
    '爸爸不在家',
    '不在家',
    '没去上学的有谁',
    '还剩两个没上学',
    '还剩多少钱',
    '还剩几口人',
    '没人管',
    '老人没人管',
    '有问题',
    '没走访',
    '住房问题',
    '房子的问题',
    '房子怎么样',
    '他家什么情况',
    '收入情况',
    '家里谁没参保',
    '谁',
    '什么',
    '还差3户',
    '李庄王庄还剩几户没查完的名单里的人都在外面打工不知道怎么办',
  ])('%s stays an answer or is asked back', (text) => {
    expect(readWorkAsked(text)).toBeUndefined();
  });

  it('takes nothing that helpers say at the doors for a question', () => {
    const folder = new URL('../transcripts/chats/', import.meta.url);
    const answers = readdirSync(folder)
      .filter((name) => /^0[0-6]\d/u.test(name))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
      .flatMap((line) => /^(?:[^<@#]*?)> (.*)$/u.exec(line)?.[1] ?? []);
    expect(answers.length).toBeGreaterThan(200);
    expect(answers.filter((text) => readWorkAsked(text) !== undefined && text !== '进度')).toEqual([]);
  });
});

describe('a question mistyped', () => {
  it.each([
    ['近度', '进度'],
    ['jindu', '进度'],
    ['jd', '进度'],
    ['近度 李庄', '进度 李庄'],
    ['未排察', '未排查'],
    ['问提', '问题'],
    ['现索', '线索'],
  ])('%s sounds like %s', (text, meant) => {
    expect(bySound(text)).toBe(meant);
  });

  it.each(['进度', '张三', '提交', 'zs', '没有', '近度怎么样', '都参保'])('%s is left alone', (text) => {
    expect(bySound(text)).toBeUndefined();
  });
});

describe('a place and its group', () => {
  it.each([
    ['李庄3组', '李庄', '3组'],
    ['李庄 三组', '李庄', '三组'],
    ['姬村1组', '姬村', '1组'],
    ['第3组', '', '第3组'],
    ['东组', '', '东组'],
    ['李庄 李楼组', '李庄', '李楼组'],
    ['李庄', '李庄', undefined],
  ])('%s', (words, unit, group) => {
    expect(placeSaid(words)).toEqual(group === undefined ? { unit } : { unit, group });
  });
});
