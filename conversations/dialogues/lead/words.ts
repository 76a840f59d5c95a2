import { readDay } from '../../calendar/days.ts';
import { onNumber, phrased } from '../../contract/command.ts';
import type { MonitoredKind } from '../../contract/household.ts';
import { isOpen, type Lead, type OpenLeadStage, openLeadStages } from '../../leads/lead.ts';
import { stepRules } from '../../leads/step-rules.ts';
import type { LeadStep } from '../../leads/steps.ts';

/** 线索 3 …: the number and what is said of it. */
export const leadSaid = phrased(['监测? 线索 <no> <rest>?'], onNumber);

const notSigned = /(?:没|未|不)(?:有)?(?:签|授权)/u;
const signed = /签|授权/u;
const kinds: readonly [RegExp, MonitoredKind][] = [
  [/不稳定/u, 'unstable'],
  [/边缘/u, 'marginal'],
  [/突发|严重困难/u, 'sudden'],
];

/** What the bot itself calls the steps: said before the verdict, they are no reason. */
const stepNames =
  /^(?:入户核实|核实|数据比对|村?民主评议|评议|张榜公示|公示结果|公示|乡镇(?:初审|审核)|初审|审核|县级?审定|审定|结果)[\s，,：:]*/u;

/**
 * A verdict on a lead at its stage, with its words: 属实 已授权 家里…, 不同意 有车, 纳入 边缘易致贫户. `numbered`: 1 and 2
 * are the choices just offered. Undefined when it holds no word of this step.
 */
export function stepSaid(
  said: string,
  stage: OpenLeadStage,
  today: string,
  numbered = false,
): LeadStep | undefined {
  const text = said.normalize('NFKC').trim();
  const rule = stepRules[stage];
  // 属实吗 asks; 1.2万 is a number and no choice.
  if (/[吗嘛么?]$/u.test(text)) return undefined;
  const short = numbered ? /^([12])(?!\d)(?:[.、](?!\d))?[\s，,]*([\s\S]*)$/u.exec(text) : null;
  const agreed =
    short !== null
      ? short[1] === '1'
      : rule.noWords.test(text)
        ? false
        : rule.yesWords.test(text)
          ? true
          : undefined;
  if (agreed === undefined) return undefined;
  return {
    agreed,
    words: chineseCommas(reasonIn(short === null ? text : (short[2] ?? ''))),
    ...detailsIn(text, today),
  };
}

/** What of a step's details stands in the words: signature, votes, kind, minutes, help plan. */
export function detailsIn(text: string, today: string): Omit<LeadStep, 'agreed' | 'words'> {
  const kind = kinds.find(([words]) => words.test(text))?.[1];
  const authorised = notSigned.test(text) ? false : signed.test(text) ? true : undefined;
  const votes = votesIn(text, today);
  const minute = minuteIn(text);
  const help = helpIn(text);
  return {
    ...(authorised === undefined ? {} : { authorised }),
    ...(kind === undefined ? {} : { kind }),
    ...(votes === undefined ? {} : { votes }),
    ...(minute === undefined ? {} : { minute }),
    ...(help === undefined ? {} : { help }),
  };
}

/** 12月11日 到会23人 同意22人: a review without its day was held today. More agreed than came is a slip. */
function votesIn(text: string, today: string): LeadStep['votes'] {
  const attended = Number(
    /(?:到会|参会|参加|应到\d+人?[，,]?\s*实到|实到)\s*(\d{1,4})/u.exec(text)?.[1] ?? Number.NaN,
  );
  const everybody = /(?:全部|全都|一致|都)(?:同意|赞成|通过)/u.test(text) ? attended : Number.NaN;
  const agreed = Number(/(?:同意|赞成)\s*(\d{1,4})/u.exec(text)?.[1] ?? everybody);
  if (!(attended > 0) || !(agreed >= 0) || agreed > attended) return undefined;
  const said = /(\d{1,2}月\d{1,2}日|\d{1,2}[.]\d{1,2})/u.exec(text)?.[1];
  const day = said === undefined ? today : readDay(said, `${today.slice(0, 4)}-01-01`);
  return { on: day === undefined || day > today ? today : day, attended, agreed };
}

/** 会议纪要〔2021〕5号, 第12次会议: the number of the county's minutes. */
function minuteIn(text: string): string | undefined {
  return /[\p{Script=Han}]{0,10}[(〔[（]?\d{4}[)〕\]）]?\s*第?\d{1,4}\s*号|第\s*\d{1,3}\s*[次期](?:会议|纪要)?/u.exec(
    text,
  )?.[0];
}

/** 责任人 王五 安排公益岗: who answers for the plan, and the plan. */
function helpIn(text: string): LeadStep['help'] {
  const found = /责任人[是为:：\s]*([\p{Script=Han}·]{2,4})[\s，,。：:]+([\s\S]{2,200})$/u.exec(text);
  return found === null
    ? undefined
    : { person: found[1] ?? '', plan: chineseCommas((found[2] ?? '').trim()) };
}

/** Does it hold a word of some other step, so that it isn't yet time for it? */
export function otherStep(said: string): boolean {
  return Object.values(stepRules).some((rule) => rule.yesWords.test(said) || rule.noWords.test(said));
}

/** A word of an earlier step said again: what it named. */
export function earlierStep(said: string, lead: Lead): string | undefined {
  if (!isOpen(lead.stage)) return undefined;
  const at = openLeadStages.indexOf(lead.stage);
  // The end of monitoring has steps of the same names: those of the beginning are another matter.
  const from = lead.stage.startsWith('easing') ? openLeadStages.indexOf('easing') : 0;
  return openLeadStages
    .slice(from, at)
    .toReversed()
    .map((stage) => stepRules[stage])
    .find(
      (rule) =>
        (rule.yesWords.test(said) || rule.noWords.test(said)) &&
        lead.history.some((e) => e.kind === rule.verb),
    )?.verb;
}

/** What is left once the step's name and the verdict are taken off. */
function reasonIn(text: string): string {
  return text
    .replace(stepNames, '')
    .replace(
      /^(?:情况)?(?:不属实|属实|未通过|不通过|没通过|通过|有异议|比对(?:通过|不通过)|无异议|没有?异议|不同意|同意消除|同意纳入|同意|不予纳入|不纳入|纳入|不公示|公示|上报|符合条件|不符合条件)[，,：:。\s]*/u,
      '',
    )
    .replace(/^已?(?:公告|录入)了?[，,：:。\s]*/u, '')
    .replace(/^(?:因为|原因是?|理由是?)[，,：:\s]*/u, '')
    .slice(0, 300);
}

/** Reading made commas half as wide; what is kept of people's words has theirs. */
function chineseCommas(words: string): string {
  return words.replace(/(?<=\p{Script=Han}),/gu, '，');
}
