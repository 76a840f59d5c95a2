import type { Conversation } from '../contract/conversation.ts';
import { type FormMemory, type FormState, freshMemory } from '../form/form.ts';

/** What this chat remembers of a form that is open here; nothing yet where it isn't. */
export function memoryOf(c: Conversation, form: string, id: string): FormMemory {
  const { open } = c.chat;
  return open?.is === 'form' && open.form === form && open.id === id ? open.memory : freshMemory;
}

/** Waits for the next message to this form here. */
export function keepOpen(
  c: Conversation,
  form: string,
  id: string,
  { answers: _, ...memory }: FormState,
): void {
  c.open({ is: 'form', form, id, memory });
}
