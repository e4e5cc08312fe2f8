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

test("every setting that cannot be read is named at once, with its value", () => {
  const faults = faultsOf({
    PORT: "high",
    DATABASE_URL: "mysql://x",
    DEMO: "maybe",
    BASEMAP_URL: "https://tiles",
  });
  expect(faults.map((fault) => fault.split("=")[0]).sort()).toEqual([
    "BASEMAP_URL",
    "DATABASE_URL",
    "DEMO",
    "PORT",
  ]);
  expect(faults.join("\n")).toContain("PORT=high");
});

test("beyond this machine the public address must be https", () => {
  expect(faultsOf({ PUBLIC_URL: "http://ejendomme.example" })[0]).toContain("https");
  expect(faultsOf({ PUBLIC_URL: "https://ejendomme.example" })).toEqual([]);
  expect(faultsOf({ PUBLIC_URL: "http://localhost:3000" })).toEqual([]);
});
