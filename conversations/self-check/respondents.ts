import type { Area, Campaign } from '../campaign/campaign.ts';
import type { UnitKind } from '../contract/ids.ts';
import { type CheckLevel, itemsOf } from './items.ts';

/** A unit as far as the self-check is concerned. */
export interface Respondent {
  kind: UnitKind;
  name: string;
}

/** One area a unit answers, at its level. */
export interface Duty {
  area: Area;
  level: CheckLevel;
  /** Leads the area (牵头) or is responsible in it (责任). */
  as: 'lead' | 'responsible';
}

/** Which areas a unit has to check itself against, from the plan's lead and responsible units. */
export function dutiesOf(campaign: Campaign, unit: Respondent): readonly Duty[] {
  return campaign.areas.flatMap((area): Duty[] => {
    if (unit.kind === 'village')
      return itemsOf(campaign, area.no, 'village').length > 0
        ? [{ area, level: 'village', as: 'responsible' }]
        : [];
    if (unit.kind === 'county' || itemsOf(campaign, area.no, 'unit').length === 0) return [];
    if (unit.kind === 'township')
      return area.responsible.some(campaign.meansTownships)
        ? [{ area, level: 'unit', as: 'responsible' }]
        : [];
    if (area.lead.some((l) => campaign.meansDepartment(l, unit.name)))
      return [{ area, level: 'unit', as: 'lead' }];
    return area.responsible.some((r) => campaign.meansDepartment(r, unit.name))
      ? [{ area, level: 'unit', as: 'responsible' }]
      : [];
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
