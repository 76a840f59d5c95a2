import type { AskOption, AskReason, Detail, Understood } from './understood.ts';

/** Short constructors for the four outcomes, so that readers stay one line per rule. */
export function value<V>(v: V, detail?: Detail): Understood<V> {
  return detail ? { status: 'value', value: v, detail } : { status: 'value', value: v };
}

export function ask<V>(
  reason: AskReason,
  v?: V,
  more: { options?: readonly AskOption<V>[] | undefined; detail?: Detail | undefined } = {},
): Understood<V> {
  return {
    status: 'ask',
    reason,
    ...(v === undefined ? {} : { value: v }),
    ...(more.options && more.options.length > 0 ? { options: more.options } : {}),
    ...(more.detail ? { detail: more.detail } : {}),
  };
}

export const none: Understood<never> = { status: 'none' };

/** Turns the value of an outcome into another shape and leaves the rest as it is. */
export function mapValue<A, B>(u: Understood<A>, f: (a: A) => B): Understood<B> {
  if (u.status === 'value') return value(f(u.value), u.detail);
  if (u.status !== 'ask') return u;
  return ask(u.reason, u.value === undefined ? undefined : f(u.value), {
    options: u.options?.map((o) => ({ label: o.label, value: f(o.value) })),
    detail: u.detail,
  });
}

/** A certain reading made doubtful, keeping its value as what would be pre-filled. */
export function doubt<V>(u: Understood<V>, reason: AskReason): Understood<V> {
  if (u.status === 'value') return ask(reason, u.value, { detail: u.detail });
  return u.status === 'ask' ? u : ask<V>(reason);
}
