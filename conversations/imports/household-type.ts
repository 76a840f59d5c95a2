import type { HouseholdTag, HouseholdType, MonitoredKind } from '../contract/household.ts';
import { blank, type Cell, value, wrong } from './problem.ts';
import { isNothing, plainText, quoted } from './text.ts';

export interface TypeReading {
  type: HouseholdType;
  monitoredKind?: MonitoredKind;
  tags: HouseholdTag[];
}

const types: Readonly<Record<string, HouseholdType>> = {
  一般农户: 'general',
  一般户: 'general',
  普通户: 'general',
  普通农户: 'general',
  非贫困户: 'general',
  农户: 'general',
  一般: 'general',
  脱贫户: 'povertyAlleviated',
  建档立卡户: 'povertyAlleviated',
  建档立卡脱贫户: 'povertyAlleviated',
  已脱贫户: 'povertyAlleviated',
  稳定脱贫户: 'povertyAlleviated',
  脱贫: 'povertyAlleviated',
  监测户: 'monitored',
  监测对象: 'monitored',
  防返贫监测对象: 'monitored',
  防返贫监测户: 'monitored',
  三类户: 'monitored',
  三类人群: 'monitored',
};

const kinds: Readonly<Record<string, MonitoredKind>> = {
  脱贫不稳定户: 'unstable',
  脱贫不稳定: 'unstable',
  不稳定户: 'unstable',
  边缘易致贫户: 'marginal',
  边缘易致贫: 'marginal',
  边缘户: 'marginal',
  易致贫户: 'marginal',
  突发严重困难户: 'sudden',
  突发严重困难: 'sudden',
  严重困难户: 'sudden',
  突发困难户: 'sudden',
};

const tags: Readonly<Record<string, HouseholdTag>> = {
  易地搬迁: 'relocated',
  易地搬迁户: 'relocated',
  易地扶贫搬迁: 'relocated',
  易地扶贫搬迁户: 'relocated',
  搬迁户: 'relocated',
  低保: 'subsistence',
  低保户: 'subsistence',
  农村低保: 'subsistence',
  低保对象: 'subsistence',
  特困: 'destitute',
  特困户: 'destitute',
  五保: 'destitute',
  五保户: 'destitute',
  特困供养: 'destitute',
  特困供养户: 'destitute',
  分散供养: 'destitute',
  残疾: 'disabled',
  残疾户: 'disabled',
  残疾人户: 'disabled',
  残疾人: 'disabled',
};

/**
 * Reads 户属性 and 监测类别 together: `脱贫户、低保`, `监测户` + `边缘易致贫户`, `易地搬迁户（脱贫户）`. Blank
 * cells say nothing; a monitored kind outranks 脱贫户, since the household is then monitored.
 */
export function readHouseholdType(
  typeText: string | undefined,
  kindText: string | undefined,
): Cell<TypeReading> {
  const words = [...wordsOf(typeText), ...wordsOf(kindText)].filter((word) => !nothingMonitored.test(word));
  if (words.length === 0) return blank;
  const found: TypeReading = { type: 'general', tags: [] };
  for (const word of words) {
    const kind = kinds[word];
    const type = types[word];
    const tag = tags[word];
    if (kind !== undefined) {
      if (found.monitoredKind !== undefined && found.monitoredKind !== kind)
        return wrong('监测类别写了两种，只能有一种，请核对');
      found.monitoredKind = kind;
      found.type = 'monitored';
    } else if (type !== undefined) {
      if (rank[type] > rank[found.type]) found.type = type;
    } else if (tag !== undefined) {
      if (!found.tags.includes(tag)) found.tags.push(tag);
    } else {
      return wrong(
        `户属性${quoted(word)}认不出，可填：一般农户、脱贫户、脱贫不稳定户、边缘易致贫户、突发严重困难户`,
      );
    }
  }
  return value(found);
}

const rank: Readonly<Record<HouseholdType, number>> = { general: 0, povertyAlleviated: 1, monitored: 2 };
/** The national system writes 无 or 非监测对象, and keeps former ones with 风险已消除. */
const nothingMonitored = /^(否|非监测对象|非监测户|不是|风险已消除|风险未消除)$/;

function wordsOf(text: string | undefined): string[] {
  return plainText(text)
    .split(/[、,，;；/|+()（）\s]+/)
    .filter((word) => !isNothing(word));
}
