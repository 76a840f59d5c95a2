/** A file that can't be read or written as asked; `message` is a Chinese sentence that says what to do. */
export class FileFault extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FileFault';
  }
}

/** The file's fault behind an error: what fails within a database transaction comes back as a cause. */
export function fileFaultIn(error: unknown): FileFault | undefined {
  if (error instanceof FileFault) return error;
  return error instanceof Error && error.cause instanceof FileFault ? error.cause : undefined;
}
