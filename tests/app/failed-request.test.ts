import { describe, expect, it } from "vitest";
import { failedRequestId, rememberFailedRequests } from "#app/http/failed-request.ts";

describe("the number of a failed request in the browser", () => {
  it("is that of the last answer that failed, whatever succeeds after it", async () => {
    const answers = [
      new Response("", { status: 500, headers: { "X-Request-Id": "nr-1" } }),
      new Response("fine"),
    ];
    const window = { fetch: async () => answers.shift() ?? Response.error() };
    rememberFailedRequests(window);
    expect(failedRequestId()).toBeNull();
    await window.fetch();
    expect(failedRequestId()).toBe("nr-1");
    await window.fetch();
    expect(failedRequestId()).toBe("nr-1");
  });
});
