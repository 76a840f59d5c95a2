import { readWorkAsked, type WorkAsked } from '../../inquiry/work/work-asked.ts';

export type Said<K extends WorkAsked['is']> = Extract<WorkAsked, { is: K }>;

/** A command's match: a question of one kind, read whole. */
export function whenAsked<K extends WorkAsked['is']>(kind: K): (text: string) => Said<K> | undefined {
  return (text) => {
    const read = readWorkAsked(text);
    return read?.is === kind ? (read as Said<K>) : undefined;
  };
}
