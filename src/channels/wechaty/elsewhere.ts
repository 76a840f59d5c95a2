export const WECHATY = 'wechaty';

/** What is said where wechaty is configured but can't run; null where it isn't configured. */
export function wechatyOnWorkers(env: Readonly<Record<string, string | undefined>>): string | null {
  if (!env['WECHATY_PUPPET']) return null;
  return 'WECHATY_PUPPET：wechaty 通道要一直连着微信，不能在 Cloudflare Workers 上运行。请在自己的服务器上用 ruhu start 运行，或去掉这一项。';
}
