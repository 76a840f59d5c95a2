import type { Traced } from './needs.ts';

const shown = 6;

/** 责任倒追清单: whose delays and untrue reports are to be traced; facts only, the reasons are for people to find. */
export function tracedLines(traced: Traced): string[] {
  return [
    line(
      '逾期未整改',
      traced.units.map((u) => `${u.name}${u.overdue}个（最长${u.longest}天）`),
    ),
    line(
      '责任人名下逾期',
      traced.people.map((p) => `${p.unitName}${p.name}${p.overdue}个`),
    ),
    line(
      '销号后重开',
      traced.reopened.map(
        (r) => `${r.no}号（${r.unitName}，整改${r.rectifier ?? '不明'}，销号${r.striker ?? '不明'}）`,
      ),
    ),
    line(
      '抽查与入户不符',
      traced.differing.map((d) => `${d.unitName}${d.name}${d.visits}户`),
    ),
  ].filter((said) => said !== '');
}

function line(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > shown ? `等${items.length}项` : '';
  return `${title}：${items.slice(0, shown).join('、')}${more}`;
}
