/** A file that can't be read or written as asked; `message` is a Chinese sentence that says what to do. */
export class FileProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FileProblem';
  }
}

/** The file's problem behind an error: what fails within a database transaction comes back as a cause. */
export function fileProblemIn(error: unknown): FileProblem | undefined {
  if (error instanceof FileProblem) return error;
  return error instanceof Error && error.cause instanceof FileProblem ? error.cause : undefined;
}
