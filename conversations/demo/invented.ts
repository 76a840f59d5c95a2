import { idCheckDigit } from '../imports/id-number.ts';
import type { Chance } from './chance.ts';

// Nobody in a demo exists. Given names are made of the ten stems and twelve branches (甲乙丙…), as samples are
// called in Chinese; phones begin with 1990000, identity numbers with a region that no district has.

const surnames = [
  ...'张王李刘陈赵孙周吴徐朱马胡郭高林何许郑梁谢宋唐韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢单欧',
];
const surnameWeights = surnames.map((_, i) => 1 / (i + 3));
const stems = [...'甲乙丙丁戊己庚辛壬癸'] as [string, ...string[]];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'] as [string, ...string[]];

/** A surname, common ones more often. */
export function inventedSurname(chance: Chance): string {
  return surnames[chance.weighted(surnameWeights)] ?? '张';
}

/** 张甲子, 李丙: 132 given names, so that namesakes occur as they do in villages. */
export function inventedName(chance: Chance, surname = inventedSurname(chance)): string {
  const first = chance.pick(stems);
  return surname + (chance.is(0.15) ? first : first + chance.pick(branches));
}

/** A phone number of the made-up range 1990000xxxx. */
export function inventedPhone(n: number): string {
  return `1990000${String(n % 10_000).padStart(4, '0')}`;
}

/** An identity number with a right check digit under a region code that doesn't exist. */
export function inventedId(n: number, birthYear: number): string {
  const month = String(1 + (n % 12)).padStart(2, '0');
  const day = String(1 + (Math.floor(n / 12) % 28)).padStart(2, '0');
  // Region and sequence together tell 99 000 people of the same birthday apart.
  const region = 990_000 + (Math.floor(n / 336_000) % 99);
  const sequence = String(Math.floor(n / 336) % 1_000).padStart(3, '0');
  const first17 = `${region}${birthYear}${month}${day}${sequence}`;
  return first17 + idCheckDigit(first17);
}
