import { type Asked, readAsked } from './asked.ts';

export type Said<K extends Asked['is']> = Extract<Asked, { is: K }>;

/** A command's match: a question of one kind, read whole. */
export function whenAsked<K extends Asked['is']>(kind: K): (text: string) => Said<K> | undefined {
  return (text) => {
    const read = readAsked(text);
    return read?.is === kind ? (read as Said<K>) : undefined;
  };
}
