import { fileURLToPath } from 'node:url';

/** Where the dialogue for the browser comes from: one module, made from the very files the server runs. */
export interface TalkSource {
  /** Undefined where there is none; the page then only keeps what is said. */
  read(): Promise<string | undefined>;
  /** Does what carries the answers compress them by itself? Twice would leave the page with bytes it can't read. */
  isCompressedBehind: boolean;
}

/** Built once per process, at the first request. */
export function talkBundle(): TalkSource {
  let built: Promise<string | undefined> | undefined;
  return {
    read: () => {
      built ??= buildTalk();
      return built;
    },
    isCompressedBehind: false,
  };
}

/** The dialogue for the browser as one module; undefined where the builder isn't installed. */
export async function buildTalk(): Promise<string | undefined> {
  try {
    const { build: bundle } = await import('esbuild');
    const entry = fileURLToPath(new URL('../../conversations/offline/talk.ts', import.meta.url));
    const made = await bundle({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      charset: 'utf8',
      logLevel: 'silent',
    });
    return made.outputFiles[0]?.text;
  } catch {
    // Not installed, or not for this machine: nothing else depends on it.
    return undefined;
  }
}
