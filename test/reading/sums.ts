/** `32500` is a plain sum, `~50000` a rounded one, `7000=3000+4000` a sum of named parts. */
export function sum(meaning: string): unknown {
  const [total = '', parts] = meaning.split('=');
  const amount = Number(total.replace('~', ''));
  return {
    amount,
    period: 'year',
    ...(total.startsWith('~') ? { approx: true } : {}),
    ...(parts === undefined ? {} : { parts: parts.split('+').map(Number) }),
  };
}
