import type { HouseholdTag, HouseholdType, MonitoredKind } from '../contract/household.ts';
import { kindWords, tagsWithin, tagWords, typeWords } from '../contract/register-words.ts';
import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { isBlankWord, plainText, quoted } from './text.ts';

export interface TypeReading {
  type: HouseholdType;
  monitoredKind?: MonitoredKind;
  tags: HouseholdTag[];
  /** 脱贫户 and monitored at once. */
  oncePoor?: true;
}

/**
 * Reads 户属性 and 监测类别 together: `脱贫户、低保`, `监测户` + `边缘易致贫户`, `易地搬迁户（脱贫户）`. Blank
 * cells say nothing; a monitored kind outranks 脱贫户, since the household is then monitored, and both are kept.
 */
export function readHouseholdType(
  typeText: string | undefined,
  kindText: string | undefined,
): Cell<TypeReading> {
  const words = [...wordsOf(typeText), ...wordsOf(kindText)].filter((word) => !nothingMonitored.test(word));
  if (words.length === 0) return blankCell;
  const found: TypeReading = { type: 'general', tags: [] };
  for (const word of words) {
    const kind = kindWords.get(word);
    const type = typeWords.get(word);
    const tag = tagWords.get(word) ?? tagsWithin.get(word);
    if (kind !== undefined) {
      if (found.monitoredKind !== undefined && found.monitoredKind !== kind)
        return wrong('监测类别写了两种，只能有一种，请核对');
      found.monitoredKind = kind;
      found.type = 'monitored';
      continue;
    }
    if (type !== undefined && rank[type] > rank[found.type]) found.type = type;
    if (tag !== undefined && !found.tags.includes(tag)) found.tags.push(tag);
    if (type === undefined && tag === undefined) {
      return wrong(
        `户属性${quoted(word)}认不出，可填：一般农户、脱贫户、脱贫不稳定户、边缘易致贫户、突发严重困难户`,
      );
    }
  }
  const poor = words.some((word) => typeWords.get(word) === 'povertyAlleviated');
  return valueCell(found.type === 'monitored' && poor ? { ...found, oncePoor: true } : found);
}

const rank: Readonly<Record<HouseholdType, number>> = { general: 0, povertyAlleviated: 1, monitored: 2 };
/** The national system writes 无 or 非监测对象, keeps former ones with 风险已消除, and says who still gets support. */
const nothingMonitored =
  /^(否|非监测对象|非监测户|不是|风险已消除|风险未消除|享受政策|不享受政策|继续享受政策)$/;

function wordsOf(text: string | undefined): string[] {
  return plainText(text)
    .split(/[、,，;；/|+()（）\s]+/)
    .filter((word) => !isBlankWord(word));
}
