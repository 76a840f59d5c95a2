/** A file that can't be read or written as asked; `message` is a Chinese sentence that says what to do. */
export class FileProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FileProblem';
  }
}
