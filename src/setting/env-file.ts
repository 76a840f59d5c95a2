import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * Puts what a `.env` file says into the environment, where it isn't said there already: the environment wins.
 * No file is fine. A byte order mark, as Windows editors write it, is no part of the first name.
 * @returns a complaint for the operator, or null
 */
export function loadEnvFile(path: string, env: Record<string, string | undefined>): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return code === 'ENOENT' ? null : `${path} 读不出来（${String(code)}），请查文件权限`;
  }
  for (const [name, value] of Object.entries(parseEnv(text.replace(/^\uFEFF/u, '')))) env[name] ??= value;
  return null;
}
