import type { Platform } from '../platform.ts';

/** The built-in chat page. It has no variables: the program always serves it. */
export const webPlatform = {
  name: 'web',
  label: '网页',
  rooms: { web: ['web', '网页', '聊天页'] },
  runsOn: 'anywhere',
} as const satisfies Platform;
