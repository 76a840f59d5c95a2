import { ask, value } from '../../reading/outcome.ts';
import type { AskReason, Reading, Slot, Understood } from '../../reading/understood.ts';
import { readWithin, type SaidToQuestion } from '../../reading/within.ts';
import { askedByQuestion } from '../../subjects/asked.ts';
import type { HintIndex } from './hint-index.ts';

/** From here on a message tells of many things, and is read as a whole too. */
const many = { slots: 3, length: 20 };

/** Doubts that the pieces had and the whole may not take away. */
const lasting: readonly AskReason[] = ['question', 'hedged', 'conflict', 'sameAsBefore'];

/**
 * Reads a message about many things once more, subject by subject over all of it: what its pieces left open is
 * taken where the whole is sure of it; where both are sure and differ it is asked.
 */
export function withWhole(reading: Reading, text: string, index: HintIndex): Reading {
  if (reading.slots.length < many.slots || text.length < many.length) return reading;
  const slots = [...reading.slots];
  let rest = reading.rest;
  for (const [key, asked] of askedByQuestion) {
    if (asked.onlyAsked === true || !index.byKey.has(key)) continue;
    const whole = readWithin(text, asked);
    if (whole?.value === undefined || !whole.sure) continue;
    const at = slots.findIndex((slot) => slot.key === key);
    const slot = merged(key, slots[at], whole);
    if (at < 0) slots.push(slot);
    else slots[at] = slot;
    if (slot.understood.status === 'value') rest = rest.filter((part) => !whole.words.includes(part));
  }
  return { ...reading, slots, rest };
}

function merged(key: string, piece: Slot | undefined, whole: SaidToQuestion): Slot {
  const read: Slot = { key, understood: value(whole.value), words: whole.words };
  if (piece === undefined) return read;
  return { ...piece, understood: weighed(piece.understood, whole) };
}

function weighed(piece: Understood, whole: SaidToQuestion): Understood {
  if (piece.status === 'value')
    return piece.value === whole.value ? piece : ask('conflict', undefined, { detail: piece.detail });
  if (piece.status !== 'ask' || lasting.includes(piece.reason)) return piece;
  const fits = piece.value === undefined || piece.value === whole.value;
  return fits ? value(whole.value, piece.detail) : piece;
}
