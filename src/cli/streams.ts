/** What a command needs of the process: tests pass their own. */
export interface Streams {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
  errors: NodeJS.WritableStream;
  env: Readonly<Record<string, string | undefined>>;
}
