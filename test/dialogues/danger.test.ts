import { describe, expect, it } from 'vitest';
import { tellsOfDanger } from '../../conversations/reading/controls/danger.ts';
import { understandControl } from '../../conversations/understanding/index.ts';
import { PlainVillage } from './plain-village.ts';

const urgent = /先陪着人.*12356/su;

describe('somebody may take his life', () => {
  it.each([
    '老太太说活着没意思，不想活了',
    '他说要喝药',
    '老头闹着要上吊',
    '媳妇想跳河',
    '天天念叨不想活了',
    '4口人，老伴说活够了',
    '儿子有轻生的念头',
    '怕他想不开',
    '他说 不如 死了算了',
    '偷偷喝农药被拉住了',
    '去年喝过农药，现在又说不想活了',
  ])('%s is danger', (text) => {
    expect(tellsOfDanger(text)).toBe(true);
    expect(understandControl(text)).toEqual({ action: 'sensitive' });
  });

  it.each([
    '医生说要喝药',
    '高血压要天天喝药',
    '老伴前年喝农药走的',
    '去年想上吊死的',
    '没有轻生念头',
    '老人不想活动',
    '累死了',
    '不肯喝药',
    '喝药',
    '他想死守着老房子不搬',
    '跳楼价卖的羊',
    '要用农药',
    '猪活不了',
  ])('%s is none', (text) => {
    expect(tellsOfDanger(text)).toBe(false);
  });

  it('is answered with what to do at once; nothing is stored and the question stays open', () => {
    const village = new PlainVillage();
    village.say('排查 钱二嫂');
    const { replies, changes } = village.say('4口人，老太太说不想活了');
    expect(replies[0]?.text).toMatch(urgent);
    expect(replies[0]?.text).toContain('家里几口人');
    expect(replies[0]?.text).not.toContain('身份证');
    expect(changes).toEqual([]);
    expect(village.say('4口人').replies[0]?.text).toContain('记下：4口人');
  });

  it('is said in a group in the same words, with nobody named', () => {
    const village = new PlainVillage();
    village.say('排查 钱二嫂', { room: true });
    const reply = village.say('钱二嫂说要喝药', { room: true }).replies[0]?.text ?? '';
    expect(reply).toMatch(urgent);
    expect(reply).not.toContain('钱二嫂');
    expect(reply).toContain('别在群里说');
  });

  it('comes before a list to pick from, a confirmation and another try at the same words', () => {
    const village = new PlainVillage();
    village.say('排查 赵大有');
    village.say('搬走了');
    expect(village.say('他不想活了').replies[0]?.text).toMatch(urgent);
    expect(village.say('他不想活了').replies[0]?.text).toMatch(urgent);
    expect(new PlainVillage().say('有个老人说不想活了').replies[0]?.text).toMatch(urgent);
  });
});
