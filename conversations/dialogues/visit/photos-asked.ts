import { missingPhotos } from '../../campaign/photo-rule.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import type { Hand } from './hand.ts';
import { householdHeading, mayBeSaid } from './naming.ts';
import { remarkKeys } from './remarks.ts';

/** Answers the campaign wants shown that nobody has shown yet, nor said why not. */
export function* photosMissing(c: Conversation, hand: Hand): Asking<string[]> {
  const { photos } = campaignOf(c.session.settings);
  const { answers, id } = hand.visit;
  if (remarkKeys.noPhoto in answers || missingPhotos(photos, answers, []).length === 0) return [];
  const shown = yield* ask('photosOfVisit', { id });
  return shown === null ? [] : missingPhotos(photos, answers, shown);
}

/** The photo is asked for; who can't take one says so and hands in. */
export function askPhotos(c: Conversation, hand: Hand, keys: readonly string[], before = ''): void {
  c.open({ is: 'confirm', what: 'noPhoto', payload: { visit: hand.visit.id } });
  c.say(
    `${before}${householdHeading(c, hand.household)}还差${ofWhat(c, hand, keys)}的照片，拍一张发来。\n1.拍了再交 2.拍不了，先交`,
  );
}

/** 住房安全: by title; in a group only what may be said there. */
export function ofWhat(c: Conversation, hand: Hand, keys: readonly string[]): string {
  const questions = keys.flatMap((key) => questionOf(hand.list, key) ?? []);
  return questions.every((q) => mayBeSaid(c, q))
    ? questions.map((q) => `“${q.title}”`).join('')
    : `${keys.length}项`;
}
