import { STATUS_CODES } from "node:http";

/** An error as RFC 9457 says it: what kind, in words, and what the caller can do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** What is wrong with each field or parameter, where that is known. */
  errors?: { field: string; message: string }[];
  /** The number of the gap in the responsibility matrix, where that is what was met. */
  gap?: number;
}

export type ProblemText = Partial<Omit<Problem, "status">>;

export const PROBLEM_TYPE = "application/problem+json";

/** The body of a problem; without a type of its own it says no more than its status. */
export const problemBody = (status: number, text: ProblemText = {}): Problem => ({
  type: "about:blank",
  title: STATUS_CODES[status] ?? "Error",
  ...text,
  status,
});

/**
 * A problem as a response, to return or to throw. A page that catches it shows its error page by the status.
 * @example throw problem(422, { detail: "bbox needs four numbers", errors: [{ field: "bbox", message: "…" }] });
 */
export function problem(
  status: number,
  { headers, ...text }: ProblemText & { headers?: HeadersInit } = {},
): Response {
  const all = new Headers(headers);
  all.set("Content-Type", PROBLEM_TYPE);
  all.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(problemBody(status, text)), { status, headers: all });
}

/** Whether a path belongs to the API, which answers in JSON and never redirects. */
export const isApiPath = (path: string): boolean => path === "/api" || path.startsWith("/api/");
