import { openApp } from '../compose.ts';
import { examineAll } from '../services/examine.ts';
import type { Streams } from './streams.ts';

const signs = { fine: '✓', watch: '!', broken: '✗' } as const;

/** `ruhu doctor`: one line per thing looked at; exit code 1 when something must be mended. */
export async function runDoctor(streams: Streams): Promise<number> {
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const findings = await examineAll(app, streams.env);
    for (const { what, is, says } of findings) streams.output.write(`${signs[is]} ${what}：${says}\n`);
    return findings.some((f) => f.is === 'broken') ? 1 : 0;
  } finally {
    await app.close();
  }
}
