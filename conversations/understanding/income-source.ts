import { hitsOf, trimFillers } from '../language/text.ts';
import { afterCorrection } from './correction.ts';
import { doubtOf, isAllFine } from './doubt.ts';
import { ask, none, value } from './outcome.ts';
import { hasSource, type SourceHit, sourceHits } from './source-hits.ts';
import type { AskReason, IncomeSources, Understood } from './understood.ts';

const vagueSource =
  /国家(?:养|给|补)|政府(?:养|给|补|发)|公家|上面(?:给|发|补)|瞎混|混日子|吃老本|老本|都有|啥都(?:干|有|做)|什么都(?:干|有|做)|啥挣钱干啥|有啥干啥|没啥(?:来源|收入)|没(?:有)?(?:收入|来源|啥)|无(?:收入|来源)|靠天|不固定|借|贷|救济|救助|政策|补贴|补助|积蓄|存款|老底|干啥的都有|杂|亲戚|邻居|好几样|多种|各种|别人给|低收入|混/;
const heard: readonly (readonly [RegExp, string])[] = [
  [/羊羊|样羊|羊样|养样|洋羊|样鸡|羊鸡|羊猪|养羊羊/, '养殖'],
  [/打[零另]公|零公|零功|另工/, '零工'],
  [/达工|大宫|打[宫公攻供弓恭贡功]|大公|务公|[吴雾悟无]工|物工|打弓|搭工|外出无功|误工/, '务工'],
  [/中地|重地|种第|众地|肿地|种弟/, '种植'],
  [/地保|弟保|第保|低报|底保|的保/, '低保'],
  [/公益刚|公益港|工益岗|公一岗/, '公益岗位'],
  [/光福|光夫|广伏/, '光伏收益'],
  [/样老|养牢|养劳/, '养老金'],
];

/** 在外达工: a source written as voice typing hears it. */
export function misheardAt(text: string): { start: number; end: number } | undefined {
  for (const [re] of heard) {
    const hit = re.exec(text);
    if (hit) return { start: hit.index, end: hit.index + hit[0].length };
  }
  return undefined;
}

/** 不是补贴,是打工: only what comes after is told. */
const deniedFirst = /^(?:也|并)?不(?:是|靠)[^,。;]{1,12}[,。; ](?=就?是|主要|全?靠)/;

/** 收入主要来源: the canonical names, with the main one where it was said or there is but one. */
export function readIncomeSource(raw: string): Understood<IncomeSources> {
  const text = afterCorrection(trimFillers(raw)).text.replace(deniedFirst, '');
  const all = sourceHits(text);
  const now = ofThisTime(text, all);
  const hits = now.length > 0 ? now : all;
  const sources = [...new Set(hits.map((h) => h.name))];
  const reason = doubtOf(text.replace(shares, ''));
  if (sources.length === 0) return withoutSource(text, reason);
  const found: IncomeSources = { sources, main: mainOf(text, hits, sources) };
  if (reason) return ask(reason, found);
  if (unclearBeside.test(without(text, all)) || hasUnknownPart(text)) return ask('vague', found);
  if (heard.some(([re]) => re.test(text))) return ask('misheard', found);
  return now.length === 0 || (now.length < all.length && !/现在|今年|如今|目前|眼下/.test(text))
    ? ask('verify', found)
    : value(found);
}

/** 大部分靠打工 says how much, not that it is doubtful. */
const shares = /差不多|基本上?|(?:绝)?大部分|大多数?|多数|多半|大半|八成(?=靠|是|来自)|(?<=[占有到])八成/g;
const times =
  /(以前|原来|原先|过去|早先|从前|早年|去年|前年|往年|前(?:几|两|些)年|年轻(?:时|的时候)|明年|来年|以后|将来|打算|准备|计划)|现在|今年|如今|目前|眼下|这会儿|这两年|近几年/g;

/** 以前打工,现在种地: of the words for a time before a source the last one counts. Linear in the text. */
function ofThisTime(text: string, hits: readonly SourceHit[]): SourceHit[] {
  const marks = hitsOf(times, text).map((m) => ({ at: m.index, other: m[1] !== undefined }));
  let next = 0;
  let other = false;
  return hits.filter((hit) => {
    for (let mark = marks[next]; mark && mark.at < hit.start; mark = marks[++next]) other = mark.other;
    return !other;
  });
}

const earning = /(?:给|寄|卖(?!了)|领|补|帮)(?!不|孩子|小孩|儿媳)|做|搞|开/;
const nothingEarned =
  /不|没|无|给人|\d|[一二两三四五六七八九十百千万](?:[块元百千万年月]|$)|看(?:孩|娃|家)|[地田][^,。;]{0,3}给/;

/** 低保,闺女捎点: a part of its own that speaks of earning, and of which no source was understood. */
function hasUnknownPart(text: string): boolean {
  return text
    .split(/[,。;、+ ]/)
    .some((part) => earning.test(part) && !nothingEarned.test(part) && !hasSource.test(part));
}

/** 补贴和打工: what the 补贴 is stays open. */
const unclearBeside = /补贴|补助|奖补|救济|国家给|政府给|借钱|靠借/;

function without(text: string, hits: readonly SourceHit[]): string {
  return [...text].filter((_, i) => !hits.some((h) => h.start <= i && i < h.end)).join('');
}

function withoutSource(text: string, reason: AskReason | undefined): Understood<IncomeSources> {
  const sound = heard.filter(([re]) => re.test(text)).map(([, name]) => name);
  if (sound.length > 0)
    return ask('misheard', { sources: sound, main: sound.length === 1 ? (sound[0] ?? null) : null });
  const empty: IncomeSources = { sources: [], main: null };
  if (isAllFine(text)) return ask('allFine', empty);
  if (reason) return ask(reason, empty);
  return vagueSource.test(text) ? ask('vague', empty) : none;
}

/** Words before and behind a source that make it the main one. */
const mainAhead =
  /(?:(?:主要|主业|大头|重点|关键)[^,。;、和]{0,8}|(?:[六七八九]成|[6-9]\d%|大半|多半|大部分|大多数?)(?:的)?(?:收入)?(?:都|全)?(?:靠|是|来自|在)?[^,。;、和]{0,2})$/;
const mainBehind =
  /^[^,。;、和]{0,2}?(?:收入|钱)?(?:为主|是主要|是主业|\(主要?\)|(?:能|要)?(?:占|有|约)?了?(?:到)?(?:大头|[六七八九]成|[6-9]\d%|大半|一大半|多半|大部分)|是大头|多些?$|最多)/;
const sideBehind = /^[^,。;、和]{0,2}?(?:为辅|是副业|是次要)/;

function mainOf(text: string, hits: readonly SourceHit[], sources: readonly string[]): string | null {
  if (sources.length === 1) return sources[0] ?? null;
  const main = hits.find(
    (h) =>
      mainAhead.test(text.slice(Math.max(0, h.start - 12), h.start)) ||
      mainBehind.test(text.slice(h.end, h.end + 10)),
  );
  if (main || sources.length > 2) return main?.name ?? null;
  const side = hits.find((h) => sideBehind.test(text.slice(h.end, h.end + 8)));
  return side ? (sources.find((s) => s !== side.name) ?? null) : null;
}
