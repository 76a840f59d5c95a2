import { scanNumbers } from '../numerals.ts';
import { value } from '../outcome.ts';
import type { Understood } from '../understood.ts';

const counted = /(?:口|个|人)(?:人)?(?:里|中)?(?:面)?(?:只|就|才|共)?(?:参|交|缴|入)(?:保|合|了|过)*$/;

/** 三口参两口, 5个人交了5个: the insured counted against the household in one breath. */
export function readInsuredCount(text: string): Understood<boolean> | undefined {
  const [all, some, ...more] = scanNumbers(text);
  if (!all || !some || more.length > 0 || all.lo !== all.hi || some.lo !== some.hi) return undefined;
  if (!counted.test(text.slice(all.end, some.start)) || some.lo > all.lo || some.lo < 1) return undefined;
  return some.lo === all.lo ? value(true) : value(false, { missing: all.lo - some.lo });
}
