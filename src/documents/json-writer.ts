import { PartFile } from './part-file.ts';

/** Writes a JSON array of objects, one per line, as a stream. */
export class JsonWriter {
  readonly #file: PartFile;
  #count = 0;

  constructor(path: string) {
    this.#file = new PartFile(path);
  }

  async item(object: Readonly<Record<string, unknown>>): Promise<void> {
    const before = this.#count === 0 ? '[\n' : ',\n';
    this.#count += 1;
    const ready = this.#file.stream.write(before + JSON.stringify(object));
    if (!ready) await this.#file.drained(this.#file.stream);
  }

  async end(): Promise<void> {
    await this.#file.keep(() => this.#file.stream.end(this.#count === 0 ? '[]\n' : '\n]\n'));
  }

  async abort(): Promise<void> {
    await this.#file.drop();
  }
}
