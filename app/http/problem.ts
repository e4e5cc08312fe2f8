import { STATUS_CODES } from "node:http";

/** An error as RFC 9457 says it: what kind, in words, what the caller can do, and members of its own. */
export interface Problem extends Record<string, unknown> {
  type: string;
  title: string;
  status: number;
  detail?: string;
}

export const PROBLEM_TYPE = "application/problem+json";

/** The body of a problem; without a title it says no more than its status. */
export const problemBody = (status: number, title?: string, members: object = {}): Problem => ({
  type: "about:blank",
  title: title ?? STATUS_CODES[status] ?? "Error",
  status,
  ...members,
});

/**
 * A problem as a response, to return or to throw. A page that catches it shows its error page by the status.
 * @example throw problem(400, "Some parameters could not be read", { errors: [{ parameter: "bbox", reason: "…" }] });
 */
export function problem(
  status: number,
  title?: string,
  { headers, ...members }: { headers?: HeadersInit; detail?: string } & Record<string, unknown> = {},
): Response {
  const all = new Headers(headers);
  all.set("Content-Type", PROBLEM_TYPE);
  all.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(problemBody(status, title, members)), { status, headers: all });
}

/** Whether a path belongs to the API, which answers in JSON and never redirects. */
export const isApiPath = (path: string): boolean => path === "/api" || path.startsWith("/api/");
