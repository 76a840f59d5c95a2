import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { maskNumbers } from '../language/masking.ts';
import { sayShare } from '../progress/definitions.ts';
import type { Block } from './block.ts';
import type { AreaLine, ReportFacts } from './report-facts.ts';

/** 表：the plan's areas, each with what was seen, what was found, why and what is done about it; nothing invented. */
export function areaTable(facts: ReportFacts, settings: CampaignSettings, caption: string): Block {
  const { areas } = campaignOf(settings);
  return {
    is: 'table',
    caption,
    head: ['方面', '排查情况', '发现问题', '主要原因', '整改措施'],
    widths: [15, 34, 19, 16, 16],
    rows: facts.byArea.map((line) => [
      `${line.area}.${areas.find((a) => a.no === line.area)?.title ?? ''}`,
      seen(line),
      found(line),
      line.problems === 0 ? '—' : told(line.causes, '尚未分析'),
      line.problems === 0 ? '—' : told(line.tasks, '尚未明确'),
    ]),
  };
}

/** 全部参保100/120户（83.3%）；单位自查已完成 */
function seen({ rates, sheet }: AreaLine): string {
  const asked = rates
    .filter((r) => r.asked > 0)
    .map((r) => `${r.label}${r.good}/${r.asked}户（${sayShare(r.good, r.asked)}）`);
  const own = { submitted: '单位自查已完成', due: '单位自查尚未完成', none: '' }[sheet];
  return [...asked, own].filter((w) => w !== '').join('；') || '本方面无入户和自查数据';
}

function found(line: AreaLine): string {
  const asked = line.rates.some((r) => r.asked > 0);
  if (line.problems === 0 && line.sheet === 'due') return asked ? '入户未发现，自查未完成' : '自查未完成';
  // Where nothing was asked, nothing was found because nobody looked.
  if (line.problems === 0) return asked || line.sheet === 'submitted' ? '未发现' : '—';
  const parts = [
    ['已销号', line.closed],
    ['待核', line.done],
    ['长期整改', line.longTerm],
    ['未整改到位', line.open],
  ] as const;
  return `${line.problems}个：${parts.flatMap(([name, n]) => (n > 0 ? [`${name}${n}`] : [])).join('、')}`;
}

/** The words people gave most, numbers of people masked. */
function told(words: readonly string[], none: string): string {
  return words.length === 0 ? none : words.map((w) => maskNumbers(w).slice(0, 24)).join('；');
}
