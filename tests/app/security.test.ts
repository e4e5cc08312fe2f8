import express from "express";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedSessionCookie, sessionCookie, sessionSecretOf } from "#app/auth/session-cookie.ts";
import { isSetupToken, setupTokenFrom } from "#app/auth/setup-token.ts";
import { bodyLimit } from "#app/http/body-limit.ts";
import { originCheck } from "#app/http/origin-check.ts";
import { problem } from "#app/http/problem.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { hashPassword, newOneTimePassword, verifyPassword } from "#db/secrets/password-hash.ts";
import { newSecret } from "#db/secrets/secret.ts";

const app = express();
app.use(securityHeaders({ isHttps: true, basemapOrigins: ["https://tiles.example"] }));
app.use(originCheck({ publicUrl: null }));
app.use(bodyLimit(1000));
app.use((_request, response) => void response.json({ nonce: response.locals.cspNonce }));
const server = createServer(app);
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("every answer has a fresh nonce, and the policy lets only scripts with it run", async () => {
  const nonces = new Set<string>();
  for (let time = 0; time < 3; time++) {
    const response = await fetch(base);
    const { nonce } = (await response.json()) as { nonce: string };
    const policy = response.headers.get("Content-Security-Policy")!;
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;");
    for (const rule of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ])
      expect(policy).toContain(rule);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("browsers may name the origin of our own forms, or every one would be refused", async () => {
  expect((await fetch(base)).headers.get("Referrer-Policy")).toBe("same-origin");
});

test("a form of another site is answered with 403 and a problem in JSON", async () => {
  const response = await fetch(base, { method: "POST", headers: { Origin: "https://evil.example" } });
  expect(response.status).toBe(403);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect((await fetch(base, { method: "POST", headers: { Origin: base } })).status).toBe(200);
});

test("a body over the limit is refused unread, and so is one that does not say its length", async () => {
  const post = (body: string) => fetch(base, { method: "POST", headers: { Origin: base }, body });
  expect((await post("x".repeat(1000))).status).toBe(200);
  expect((await post("x".repeat(1001))).status).toBe(413);
  const status = await new Promise((resolve) => {
    const sent = send(base, { method: "POST", headers: { Origin: base, "Transfer-Encoding": "chunked" } });
    sent.on("response", (response) => resolve(response.statusCode));
    sent.end("x");
  });
  expect(status).toBe(411);
});

const withCookie = (cookie: string) => new Request("http://localhost/", { headers: { Cookie: cookie } });

test("over HTTPS only the cookie that belongs to this host alone counts", () => {
  const secret = newSecret();
  expect(sessionCookie(secret, true)).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; SameSite=Lax; Secure/);
  expect(sessionCookie(secret, false)).toMatch(/^session=.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age/);
  expect(endedSessionCookie(true)).toMatch(/^__Host-session=;.*Max-Age=0$/);
  expect(sessionSecretOf(withCookie(`locale=da; __Host-session=${secret}`), true)).toBe(secret);
  expect(sessionSecretOf(withCookie(`session=${secret}`), true)).toBeNull();
  expect(sessionSecretOf(withCookie(`xsession=${secret}; session=`), false)).toBeNull();
});

test("the setup token is right or wrong, and nothing is right where there is none", () => {
  const token = setupTokenFrom(undefined);
  expect(isSetupToken(` ${token} `, token)).toBe(true);
  expect(isSetupToken(`${token}x`, token)).toBe(false);
  expect(isSetupToken("", undefined)).toBe(false);
  expect(setupTokenFrom("given by the settings")).toBe("given by the settings");
});

test("a password of nobody is never right, and takes as long as one of somebody", async () => {
  const password = "nobody signs in with this";
  const passwordHash = await hashPassword(password);
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(passwordHash, password)).toBe(true);
  expect(await verifyPassword(passwordHash, `${password} `)).toBe(false);
  expect(await verifyPassword(null, password)).toBe(false);
});

test("one-time passwords are easy to read and do not repeat", () => {
  const made = new Set(Array.from({ length: 500 }, newOneTimePassword));
  expect(made.size).toBe(500);
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});

test("a problem says its status in the body too, whatever else it says", async () => {
  const response = problem(404, { detail: "There is no such building.", headers: { "X-Test": "1" } });
  expect(response.headers.get("X-Test")).toBe("1");
  expect(await response.json()).toEqual({
    ...{ type: "about:blank", title: "Not Found", status: 404, detail: "There is no such building." },
  });
});
