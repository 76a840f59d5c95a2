import { fileURLToPath } from 'node:url';

/**
 * The dialogue for the browser, in one module: built once per process from the very files the server runs, so that
 * the two can't differ. Undefined where the builder isn't installed; the page then only keeps what is said.
 */
export function talkBundle(): () => Promise<string | undefined> {
  let built: Promise<string | undefined> | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

async function build(): Promise<string | undefined> {
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
