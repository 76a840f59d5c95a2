import type { HouseholdTag, HouseholdType, MonitoredKind } from './household.ts';

// What the register's own words are called: in its columns (imports) and when people ask for such households.

/** 户属性 */
export const typeWords: ReadonlyMap<string, HouseholdType> = table({
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
  易返贫致贫户: 'monitored',
  已脱贫: 'povertyAlleviated',
  正常脱贫: 'povertyAlleviated',
  一般脱贫户: 'povertyAlleviated',
  一般贫困户: 'povertyAlleviated',
  贫困户: 'povertyAlleviated',
  低保贫困户: 'povertyAlleviated',
  低保脱贫户: 'povertyAlleviated',
  五保贫困户: 'povertyAlleviated',
  五保脱贫户: 'povertyAlleviated',
  特困贫困户: 'povertyAlleviated',
  特困脱贫户: 'povertyAlleviated',
  特困供养贫困户: 'povertyAlleviated',
  特困供养脱贫户: 'povertyAlleviated',
  低保边缘户: 'general',
  低保边缘家庭: 'general',
  低收入户: 'general',
  低收入家庭: 'general',
  低收入人口: 'general',
  支出型困难户: 'general',
});

/** 监测类别 */
export const kindWords: ReadonlyMap<string, MonitoredKind> = table({
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
});

/** Tags beside them. */
export const tagWords: ReadonlyMap<string, HouseholdTag> = table({
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
});

/** Words of the national system that say a type and a tag at once. */
export const tagsWithin: ReadonlyMap<string, HouseholdTag> = table({
  低保贫困户: 'subsistence',
  低保脱贫户: 'subsistence',
  五保贫困户: 'destitute',
  五保脱贫户: 'destitute',
  特困贫困户: 'destitute',
  特困脱贫户: 'destitute',
  特困供养贫困户: 'destitute',
  特困供养脱贫户: 'destitute',
});

/** A cell may hold any word, also one that every object knows (constructor). */
function table<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(words));
}
