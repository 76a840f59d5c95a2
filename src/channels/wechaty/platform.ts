import type { Platform } from '../platform.ts';
import { UNOFFICIAL_WARNING, type WechatyConfig, wechatyEnv } from './config.ts';

/** Personal WeChat by way of a Wechaty puppet. */
export const wechatyPlatform = {
  name: 'wechaty',
  label: '微信',
  labelForOperator: '微信（wechaty）',
  rooms: { wechaty: ['wechaty', '微信', '个人微信', '微信群'] },
  env: { schema: wechatyEnv, variables: Object.keys(wechatyEnv.in.shape) },
  runsOn: 'node',
  warning: UNOFFICIAL_WARNING,
  elsewhere:
    'WECHATY_PUPPET：wechaty 通道要一直连着微信，不能在 Cloudflare Workers 上运行。请在自己的服务器上用 ruhu start 运行，或去掉这一项。',
} as const satisfies Platform<WechatyConfig>;
