import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { loggedError } from "#app/server/logged-error.ts";

const failed = new DrizzleQueryError(
  "insert into account values ($1)",
  ["someone@demo.example", "a-hash"],
  Object.assign(new Error("duplicate key value"), {
    ...{
      code: "23505",
      constraint_name: "account_email",
      detail: "Key (email)=(someone@demo.example) exists",
    },
  }),
);

test("a failed query is logged with its statement, code and constraint, and without what it was asked with", () => {
  const logged = loggedError(failed);
  expect(logged.message).toBe("Failed query: insert into account values ($1)");
  expect(logged.cause).toMatchObject({ code: "23505", constraint: "account_email" });
  expect(JSON.stringify(logged)).not.toMatch(/someone|a-hash/);
});

test("the lines that say where it happened are kept", () => {
  expect(loggedError(failed).stack).toContain("logged-error.test.ts");
});

test("what is thrown and is no error is told as text", () => {
  expect(loggedError("gone")).toEqual({ type: "string", message: "gone" });
  expect(loggedError({ status: 405, statusText: "Method Not Allowed", data: "secret" })).toEqual({
    type: "object",
    message: "405 Method Not Allowed",
  });
});
