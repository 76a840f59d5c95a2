import type { Campaign } from '../campaign/campaign.ts';
import type { Matter } from '../campaign/matter.ts';

/** The one matter the words speak of; undefined when they speak of none, or of several. */
export function classify({ matters }: Pick<Campaign, 'matters'>, text: string): Matter | undefined {
  const found = matters.filter((m) => m.words.test(text));
  return found.length === 1 ? found[0] : undefined;
}

export function isOfVillage(matter: Matter): boolean {
  return matter.ofVillage === true;
}

/** Words that speak of one household or person, whatever else they tell. */
const somebody =
  /[户家]|人|残|病|癌|老|孤|寡|他|她|贫困|监测|低保|五保|特困|智力|精神|儿子|女儿|媳妇|丈夫|妻/u;

/** Do the words speak of a household or a person? In doubt they do. */
export function speaksOfSomebody(text: string): boolean {
  return somebody.test(text.replace(/大家|人行道|国家|家门口|人口|老旧|老化/gu, ''));
}
