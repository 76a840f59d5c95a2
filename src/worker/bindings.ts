/** What wrangler.toml binds; everything else in the environment is text. */
export interface Bindings {
  HYPERDRIVE: { connectionString: string };
  /** The pages' files. */
  ASSETS: { fetch(request: Request): Promise<Response> };
  CF_VERSION_METADATA?: { id: string };
}

export type WorkerEnv = Bindings & Readonly<Record<string, unknown>>;

/** The part of a Worker's context that is used here. */
export interface WorkerContext {
  waitUntil(work: Promise<unknown>): void;
}

/** The variables and secrets, as a Node process would find them in its environment. */
export function textsOf(env: WorkerEnv): Record<string, string> {
  const texts = Object.entries(env).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
