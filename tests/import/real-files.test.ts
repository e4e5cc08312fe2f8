import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { importRegister } from "#app/jobs/register-import/import-register.ts";
import { openRegisterFile } from "#app/jobs/register-import/register-file.ts";
import { commandLineActor } from "#domain/register-import/import-actor.ts";
import { useDatabase } from "../helpers/database.ts";
import { writeSmallPortfolio } from "./small-portfolio.ts";

const folder = process.env["REAL_DATA_DIR"] ?? "";
const database = folder === "" ? null : useDatabase();
const now = new Date("2026-11-20T12:00:00Z");

/** A test on a real file, skipped with the reason where it is not there. */
const withFile = (file: string, name: string, work: (filePath: string) => Promise<void>) => {
  const filePath = path.join(folder, file);
  const isThere = folder !== "" && existsSync(filePath);
  const why = folder === "" ? "REAL_DATA_DIR is not set" : `${file} is not in REAL_DATA_DIR`;
  test(name, async (context) => {
    if (!isThere) return context.skip(why);
    await work(filePath);
  });
};

const importReal = (filePath: string, municipality?: string) =>
  database!.rollback(async (db) => {
    const { organisationId } = await writeSmallPortfolio(db);
    const actor = commandLineActor(organisationId);
    const options = { isApplied: true, now, municipality };
    const first = await importRegister(db, actor, await openRegisterFile(filePath), options);
    const second = await importRegister(db, actor, await openRegisterFile(filePath), options);
    return { first, second };
  });

withFile(
  "bbr/datafordeler-rest-bygning-10.json",
  "a real REST answer: nine buildings of a neighbour, one historic",
  async (filePath) => {
    const own = await importReal(filePath);
    expect(own.first.counts).toMatchObject({ ignored: 10, staged: 0, refused: 0 });
    const { first, second } = await importReal(filePath, "0849");
    expect(first).toMatchObject({
      format: "datafordeler-rest",
      counts: { staged: 9, ignored: 1, refused: 0 },
    });
    expect(second).toMatchObject({ isApplied: false, counts: { unchanged: 9, ignored: 1 } });
  },
);

withFile(
  "bbr/ois2-bygning-public-use-current.csv",
  "a real extract as CSV: one building of the city, the rest elsewhere",
  async (filePath) => {
    const own = await importReal(filePath);
    expect(own.first.counts).toMatchObject({ ignored: 104, staged: 1, refused: 0 });
    const { first, second } = await importReal(filePath, "any");
    expect(first).toMatchObject({ format: "csv", counts: { staged: 105, refused: 0 } });
    expect(second.counts).toMatchObject({ unchanged: 105, staged: 0 });
  },
);

withFile("copenhagen/bydel-2023.geojson", "the ten real districts", async (filePath) => {
  const { first, second } = await importReal(filePath);
  expect(first).toMatchObject({ format: "geojson-districts", counts: { added: 10, refused: 0 } });
  expect(second).toMatchObject({ isApplied: false, counts: { unchanged: 10 } });
});
