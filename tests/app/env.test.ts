import { expect, test } from "vitest";
import { EnvFault, readEnv } from "#app/env.server.ts";

const faultsOf = (variables: Record<string, string>): string[] => {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof EnvFault) return error.faults;
    throw error;
  }
  return [];
};

test("without settings the demo starts on this machine alone, at port 3000", () => {
  expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: ".data", DEMO: true });
});

test("an empty setting counts as not given", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual(readEnv({}));
});

test("every setting that cannot be read is named at once, with its value and what it must be", () => {
  const faults = faultsOf({ PORT: "high", DEMO: "maybe", LOG_LEVEL: "loud", BASEMAP_URL: "https://tiles" });
  expect(faults).toEqual([
    "PORT=high: must be a whole number from 1 to 65535",
    "DEMO=maybe: must be on or off",
    "LOG_LEVEL=loud: must be one of fatal, error, warn, info, debug, silent",
    "BASEMAP_URL=https://tiles: must hold {z}, {x} and {y}, or end with .pmtiles",
  ]);
});

test("a value that may hold a password is not repeated", () => {
  expect(faultsOf({ DATABASE_URL: "mysql://me:word@db", SETUP_TOKEN: "short" })).toEqual([
    "DATABASE_URL: must begin with postgres://",
    "SETUP_TOKEN: must have at least 16 characters",
  ]);
});

test("beyond this machine the public address must be https", () => {
  expect(faultsOf({ PUBLIC_URL: "http://ejendomme.example" })[0]).toContain("https");
  expect(faultsOf({ PUBLIC_URL: "https://ejendomme.example" })).toEqual([]);
  expect(faultsOf({ PUBLIC_URL: "http://localhost:3000" })).toEqual([]);
});

test("mail needs a server that can be named, a sender, and an address that its links lead to", () => {
  expect(faultsOf({ SMTP_URL: "mail.example:25", MAIL_FROM: "Portal portal@by.example" })).toEqual([
    "SMTP_URL: must begin with smtp:// or smtps:// and name a server",
    "MAIL_FROM=Portal portal@by.example: must be an address, or a name with the address in <>: Portal <portal@city.example>",
  ]);
  expect(faultsOf({ SMTP_URL: "smtp://mail.example" })).toEqual([
    "MAIL_FROM: must say who mails are from, now that SMTP_URL is given",
    "PUBLIC_URL: must be given with SMTP_URL, or the links in mails lead nowhere",
  ]);
  const complete = {
    SMTP_URL: "smtps://user:word@mail.example",
    MAIL_FROM: "Portal <portal@by.example>",
    PUBLIC_URL: "https://portal.by.example",
  };
  expect(faultsOf(complete)).toEqual([]);
  expect(faultsOf({ ...complete, MAIL_FROM: "a@by.example\r\nBcc: b@by.example" })).toHaveLength(1);
});
