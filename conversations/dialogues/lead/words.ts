import type { MonitoredKind } from '../../contract/household.ts';
import type { LeadStep } from '../../leads/steps.ts';

/** 线索 3 …: the number and what is said of it. */
export function matchLead(text: string): { no: number; rest: string } | undefined {
  const found = /^(?:监测)?线索\s*#?(\d{1,7})\s*号?[\s，,：:。]*([\s\S]*)$/u.exec(text.normalize('NFKC'));
  return found === null ? undefined : { no: Number(found[1]), rest: (found[2] ?? '').trim() };
}

const noWords = /不属实|没有?这回事|未通过|不通过|没通过|有异议|不同意|不纳入|不予纳入|不公示|不符合/u;
const yesWords = /属实|通过|无异议|没有?异议|同意|纳入|公示|上报|符合/u;
const notSigned = /(?:没|未|不)(?:有)?(?:签|授权)/u;
const signed = /签|授权/u;
const kinds: readonly [RegExp, MonitoredKind][] = [
  [/不稳定/u, 'unstable'],
  [/边缘/u, 'marginal'],
  [/突发|严重困难/u, 'sudden'],
];

/** What the bot itself calls the steps: said before the verdict, they are no reason. */
const stepNames =
  /^(?:入户核实|核实|村?民主评议|评议|张榜公示|公示结果|公示|乡镇初审|初审|县级?审定|审定|结果)[\s，,：:]*/u;

/** A verdict with its words: 属实 已授权 家里…, 不同意 有车, 纳入 边缘易致贫户. Undefined when it holds none. */
export function stepSaid(said: string): LeadStep | undefined {
  const text = said.normalize('NFKC').trim();
  const short = /^([12])[.、]?[\s，,]*([\s\S]*)$/u.exec(text);
  const agreed =
    short !== null ? short[1] === '1' : noWords.test(text) ? false : yesWords.test(text) ? true : undefined;
  if (agreed === undefined) return undefined;
  const kind = kinds.find(([words]) => words.test(text))?.[1];
  const authorised = notSigned.test(text) ? false : signed.test(text) ? true : undefined;
  return {
    agreed,
    words: reasonIn(short === null ? text : (short[2] ?? '')),
    ...(authorised === undefined ? {} : { authorised }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** What is left once the step's name and the verdict are taken off. */
function reasonIn(text: string): string {
  return text
    .replace(stepNames, '')
    .replace(
      /^(?:情况)?(?:不属实|属实|未通过|不通过|没通过|通过|有异议|无异议|没有?异议|不同意|同意|不予纳入|不纳入|纳入|不公示|公示|上报|符合条件|不符合条件)[，,：:。\s]*/u,
      '',
    )
    .replace(/^(?:因为|原因是?|理由是?)[，,：:\s]*/u, '')
    .slice(0, 300);
}
