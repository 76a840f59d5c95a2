import { dayInWords, isoDate } from '../../calendar/days.ts';
import { dueDate } from '../../campaign/deadlines.ts';
import type { Matter } from '../../campaign/matter.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { problemId, type UnitCode } from '../../contract/ids.ts';
import { type Asking, ask, type HouseholdBrief } from '../../contract/needs.ts';
import { maskNumbers } from '../../language/masking.ts';
import type { NewProblem } from '../../problems/changes.ts';
import { classify, isOfVillage, speaksOfSomebody } from '../../problems/matters.ts';
import { openAgain } from '../help.ts';
import { photosOf } from './act.ts';

/** Where a reported problem lies. */
interface Place {
  village: UnitCode | null;
  township: UnitCode | null;
  name: string;
  household: HouseholdBrief | null;
}

const shortest = 4;

/** 上报 张庄村路灯坏了: a problem anybody sees; the place and the matter are read from the words. */
export function* report(c: Conversation, words: string): Asking<void> {
  if (words.length < shortest) {
    c.open({ is: 'flow', flow: 'problem', step: 'report', data: {} });
    return c.say('什么问题、在哪儿？一句话说清，如“张庄村东头路灯坏了”，照片一起发更好。');
  }
  const campaign = campaignOf(c.session.settings);
  const matter = classify(campaign, words);
  if (c.inRoom && !isPublic(words, matter)) return tellInPrivate(c);
  if (matter !== undefined) return yield* recordProblem(c, words, matter);
  c.open({ is: 'flow', flow: 'problem', step: 'matter', data: { words: words.slice(0, 500) } });
  c.say(
    `“${words.slice(0, 30)}”算哪一类？回号数：\n${campaign.matters.map((m, i) => `${i + 1}.${m.label}`).join(' ')}`,
  );
}

/** A village's own affairs (a road, a lamp, rubbish) may be spoken of before all; what concerns one household may not. */
function isPublic(words: string, matter: Matter | undefined): boolean {
  return matter !== undefined && isOfVillage(matter) && !speaksOfSomebody(words);
}

/** Nothing of it is repeated or stored: others are reading along. */
function tellInPrivate(c: Conversation): void {
  c.open(undefined);
  c.say('说到某一户、某个人的事不在群里报，这条我没记。请私聊我再说一遍：“上报 哪个村谁家什么事”。');
}

/** The number or name of a matter, said after it was asked for. */
export function matterSaid(c: Conversation, said: string): Matter | undefined {
  const campaign = campaignOf(c.session.settings);
  const number = /^(\d{1,2})[.、]?$/u.exec(said.normalize('NFKC'))?.[1];
  if (number !== undefined) return campaign.matters[Number(number) - 1];
  return campaign.matters.find((m) => m.label.includes(said) && said.length > 1) ?? classify(campaign, said);
}

/** Opens a problem a cadre told of freely; where no place was said it asks for one first. */
export function* recordProblem(c: Conversation, words: string, matter: Matter): Asking<void> {
  const place = yield* placeOf(c, words);
  if (c.inRoom && place?.household != null) return tellInPrivate(c);
  if (place === undefined && (yield* ask('speakerVillages', {})).length === 0) {
    c.open(undefined);
    return c.say('村里的事请村干部上报；您看的户里有什么，在排查里说就行。');
  }
  if (place === undefined) {
    c.open({ is: 'flow', flow: 'problem', step: 'report', data: {} });
    return c.say('在哪个村？把村名一起说，如“张庄村东头路灯坏了”。');
  }
  const problem = newProblem(c, words, matter, place);
  const photos = photosOf(c);
  c.change({ do: 'openProblem', problem, attachments: photos });
  const again = openAgain(c);
  const askPhoto = photos.length > 0 ? `，照片${photos.length}张` : '';
  const what = c.inRoom ? '' : maskNumbers(words);
  const told = `已上报：【${place.name}】${what}（${matter.label}，牵头${problem.leadUnit}，${dayInWords(problem.due)}前）${askPhoto}。`;
  if (photos.length > 0 || again !== '') return c.say(`${told}编号回“问题”看。${again}`);
  c.open({ is: 'flow', flow: 'problem', step: 'reportPhoto', data: { problem: problem.id } });
  c.say(`${told}有照片直接发来；编号回“问题”看。`);
}

function newProblem(c: Conversation, words: string, matter: Matter, place: Place): NewProblem {
  const id = problemId.parse(c.freshId());
  const { settings } = c.session;
  const campaign = campaignOf(settings);
  return {
    id,
    source: 'report',
    key: `report:${id}`,
    category: matter.category,
    clause: matter.clause,
    description: words.slice(0, 500),
    leadUnit: campaign.leadUnitsOf(matter.clause)[0] ?? '',
    householdId: place.household?.id ?? null,
    village: place.village,
    township: place.township,
    responsibleUnit: place.township ?? c.speaker.unit,
    due: dueDate(campaign, settings, matter.category, isoDate(c.at)),
  };
}

/** The village named in the words, else the speaker's own; a township's cadre may mean the whole township. */
function* placeOf(c: Conversation, words: string): Asking<Place | undefined> {
  const villages = yield* ask('speakerVillages', {});
  const named = villages
    .filter((v) => words.includes(bare(v.name)))
    .sort((a, b) => b.name.length - a.name.length);
  const own =
    villages.find((v) => v.code === c.speaker.unit) ?? (villages.length === 1 ? villages[0] : undefined);
  const village = named[0] ?? own;
  if (village !== undefined) {
    const household = yield* householdIn(words, village.code);
    return {
      village: village.code,
      township: village.township,
      name: household?.headName ?? village.name,
      household,
    };
  }
  const standsForTownship = c.speaker.unitKind === 'township' && c.speaker.roles.includes('townshipCadre');
  if (!standsForTownship) return undefined;
  return { village: null, township: c.speaker.unit, name: c.speaker.unitName, household: null };
}

/** 张庄村委会, 张庄村 → 张庄: how people write it in a sentence. */
function bare(name: string): string {
  const short = name.replace(/(?:村委会|居委会|社区|村)$/u, '');
  return short.length < 2 ? name : short;
}

/** 张三家屋顶漏雨: the household, if there is exactly one of that name in the village. */
function* householdIn(words: string, village: UnitCode): Asking<HouseholdBrief | null> {
  const name = /(?:^|[\s，,、村组区庄])([\p{Script=Han}]{2,4})家/u.exec(words)?.[1];
  if (name === undefined) return null;
  const found = (yield* ask('findHouseholds', { words: name, village, limit: 3 })).filter(
    (h) => h.headName === name,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
