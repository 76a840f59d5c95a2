import type { Area, Campaign } from '../campaign/campaign.ts';
import { type CheckLevel, itemsOf, type Respondent, roleIn } from './items.ts';

/** One area a unit answers, at its level. */
export interface Duty {
  area: Area;
  level: CheckLevel;
  /** Leads the area (牵头) or is responsible in it (责任). */
  as: 'lead' | 'responsible';
}

/** Which areas a unit has to check itself against, from the plan's lead and responsible units. */
export function dutiesOf(campaign: Campaign, unit: Respondent): readonly Duty[] {
  const level = unit.kind === 'village' ? 'village' : 'unit';
  return campaign.areas.flatMap((area): Duty[] => {
    const as = roleIn(campaign, unit, area);
    return as === undefined || itemsOf(campaign, area.no, level, unit).length === 0
      ? []
      : [{ area, level, as }];
  });
}

/** The area a person means: 6, 第六, 住房… : by number or by words of its title. */
export function dutyNamed(duties: readonly Duty[], words: string): Duty | undefined {
  const said = words
    .normalize('NFKC')
    .replace(/^第/u, '')
    .replace(/[项方面类、.\s]+$/u, '');
  const number = /^\d{1,2}$/u.test(said) ? Number(said) : chineseArea(said);
  if (number !== undefined) return duties.find((d) => d.area.no === number);
  if (said.length < 2) return undefined;
  const titled = duties.filter((d) => d.area.title.includes(said));
  return titled.length === 1 ? titled[0] : undefined;
}

const tens = '一二三四五六七八九';

/** 六 → 6, 十 → 10, 十四 → 14, 二十一 → 21. */
function chineseArea(said: string): number | undefined {
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(said);
  if (parts === null || said === '') return undefined;
  const [, before = '', ten = '', ones = ''] = parts;
  if (ten === '') return before !== '' && ones !== '' ? undefined : tens.indexOf(before || ones) + 1;
  return (before === '' ? 1 : tens.indexOf(before) + 1) * 10 + tens.indexOf(ones) + 1;
}
