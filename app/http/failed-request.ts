/** The number of the last answer that was an error: the framework keeps the error but not its headers. */
let lastFailedId: string | null = null;

/** Lets every fetch of this window note the request number of a failed answer. Called once, before hydration. */
export function rememberFailedRequests(target: Pick<typeof globalThis, "fetch">): void {
  const fetchAsBefore = target.fetch;
  target.fetch = async (...request) => {
    const response = await fetchAsBefore(...request);
    if (response.status >= 400) lastFailedId = response.headers.get("X-Request-Id");
    return response;
  };
}

/** The number to quote for what just failed, or null. */
export function failedRequestId(): string | null {
  return lastFailedId;
}
