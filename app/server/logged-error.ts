/** An error as the log keeps it: what went wrong and where, never the values it was asked with. */
export interface LoggedError {
  type: string;
  message: string;
  stack?: string | undefined;
  code?: string;
  constraint?: string;
  cause?: LoggedError;
}

const textIn = (error: Error, key: string): string | undefined => {
  const value = (error as unknown as Record<string, unknown>)[key];
  return typeof value === "string" ? value : undefined;
};

/** A failed query tells its parameters at the end of its message: hashes, addresses, what people wrote. */
const withoutParameters = (text: string): string => text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/, "");

/** What was thrown and is no error: the framework's own refusals are objects with a status. */
function messageOf(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return String(thrown);
  const { status, statusText, message } = thrown as Record<string, unknown>;
  const told = [status, statusText, message].filter(
    (part) => typeof part === "string" || typeof part === "number",
  );
  return told.join(" ") || "an object without a message";
}

/**
 * Turns an error and its causes into what may be kept. Of a database's error the code and the constraint are told, its
 * detail is not: it quotes the row.
 * @example loggedError(new Error("Failed query: select $1\nparams: secret")).message // "Failed query: select $1"
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: messageOf(error) };
  const code = textIn(error, "code");
  const constraint = textIn(error, "constraint_name");
  return {
    type: error.name,
    message: withoutParameters(error.message),
    stack: error.stack && withoutParameters(error.stack),
    ...(code && { code }),
    ...(constraint && { constraint }),
    ...(error.cause instanceof Error && { cause: loggedError(error.cause) }),
  };
}
