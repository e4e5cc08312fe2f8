import { expect, test } from "vitest";
import { judgeOrigin, ownOriginOf } from "#app/http/origin-check.ts";
import type { Provenance } from "#app/http/origin-check.ts";

const own = "https://ejendomme.example";
const from = (part: Partial<Provenance>): Provenance => ({
  ...{ method: "POST", origin: undefined, fetchSite: undefined, hasCookie: true, hasBearer: false },
  ownOrigin: own,
  ...part,
});

test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing and may come from anywhere", (method) => {
  expect(judgeOrigin(from({ method, origin: "https://evil.example", fetchSite: "cross-site" }))).toBe("pass");
});

test.each(["POST", "PUT", "PATCH", "DELETE", "TRACE"])(
  "%s passes from this site's own pages only",
  (method) => {
    expect(judgeOrigin(from({ method, origin: own, fetchSite: "same-origin" }))).toBe("pass");
    expect(judgeOrigin(from({ method, origin: own }))).toBe("pass");
    expect(judgeOrigin(from({ method, fetchSite: "same-origin" }))).toBe("pass");
    for (const origin of [
      "https://evil.example",
      "null",
      "",
      `${own}.evil.example`,
      "http://ejendomme.example",
      `${own}:444`,
    ])
      expect(judgeOrigin(from({ method, origin, fetchSite: "same-origin" }))).toBe("foreign");
    for (const fetchSite of ["cross-site", "same-site", "none", ""])
      expect(judgeOrigin(from({ method, origin: own, fetchSite }))).toBe("foreign");
  },
);

test("a cookie without any word of where it comes from is not trusted", () => {
  expect(judgeOrigin(from({}))).toBe("unproven");
  expect(judgeOrigin(from({ hasBearer: true }))).toBe("unproven");
});

test("a token without a cookie proves itself", () => {
  expect(judgeOrigin(from({ hasBearer: true, hasCookie: false }))).toBe("pass");
  expect(judgeOrigin(from({ hasBearer: true, hasCookie: false, origin: "https://other.example" }))).toBe(
    "pass",
  );
  expect(judgeOrigin(from({ hasBearer: true, hasCookie: true, origin: "https://other.example" }))).toBe(
    "foreign",
  );
});

test("a first sign-in from another site is refused even without a cookie", () => {
  expect(judgeOrigin(from({ hasCookie: false, origin: "https://evil.example" }))).toBe("foreign");
});

test("no origin is our own where none can be trusted", () => {
  expect(judgeOrigin(from({ origin: "http://rebound.example", ownOrigin: null }))).toBe("foreign");
});

test("the public address decides; without one only this machine's own names count", () => {
  expect(ownOriginOf("https://ejendomme.example/", "http", "10.0.0.1:3000")).toBe(own);
  expect(ownOriginOf(null, "http", "localhost:3000")).toBe("http://localhost:3000");
  expect(ownOriginOf(null, "http", "127.0.0.1:3000")).toBe("http://127.0.0.1:3000");
  expect(ownOriginOf(null, "http", "[::1]:3000")).toBe("http://[::1]:3000");
  for (const host of ["rebound.example:3000", "localhost.evil.example", "", "a b", undefined])
    expect(ownOriginOf(null, "http", host)).toBeNull();
});
