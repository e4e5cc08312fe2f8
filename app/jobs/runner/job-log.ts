/** The part of the log that jobs write to. */
export interface JobLog {
  warn: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}

/** What went wrong, at its root: the outer message of a failed query repeats everything it was asked with. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
}
