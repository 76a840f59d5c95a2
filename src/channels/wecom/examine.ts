import type { Examine } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import { examineWecom } from './examine-wecom.ts';

/** Is it set up whole, does the platform give a token, do signing and decrypting work? */
export const examine: Examine<WecomConfig> = async (config, { publicUrl, heard }) => [
  { what: '企业微信', is: 'fine', says: '配置齐全' },
  ...(await examineWecom(config, { publicUrl, fetch: heard(config.apiBase) })),
];
