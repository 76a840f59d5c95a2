import type { Platform } from '../platform.ts';

/** `ruhu chat`. */
export const terminalPlatform = {
  name: 'terminal',
  label: '终端',
  rooms: { terminal: ['terminal', '终端'] },
  runsOn: 'node',
} as const satisfies Platform;
