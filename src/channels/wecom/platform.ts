import type { Platform } from '../platform.ts';
import { type WecomConfig, wecomEnv } from './config.ts';

/** WeCom (企业微信): self-built app, smart robot and group robots are one channel. */
export const wecomPlatform = {
  name: 'wecom',
  label: '企业微信',
  rooms: {
    wecom: ['wecom', '企业微信', '企微', '政务微信'],
    'wecom-robot': ['wecom-robot', '群机器人', '企业微信群机器人', '消息推送'],
  },
  env: { schema: wecomEnv, variables: Object.keys(wecomEnv.in.shape) },
  runsOn: 'anywhere',
} as const satisfies Platform<WecomConfig>;
