import { describe, expect, it } from 'vitest';
import { dialogueState, emptyDialogue, restoreDialogue } from '../../conversations/contract/state.ts';

const sound = dialogueState.parse({
  ...emptyDialogue,
  phase: 'asking',
  visitId: '00000000-0000-4000-8000-000000000001',
  trail: ['population'],
});

describe('a stored dialogue that can’t be read any more', () => {
  it('is taken as it stands where it is sound', () => {
    expect(restoreDialogue(sound)).toEqual({ state: sound, damaged: [] });
  });

  it('starts anew only in the part that is damaged', () => {
    const stored = { ...sound, chats: { 'private:web': { open: { is: 'something old' } } } };
    expect(restoreDialogue(stored)).toEqual({ state: { ...sound, chats: {} }, damaged: ['chats'] });
  });

  it.each([null, 7, 'text', [], { v: 9 }])('never locks anybody out: %j', (stored) => {
    expect(restoreDialogue(stored).state).toEqual(emptyDialogue);
  });
});
