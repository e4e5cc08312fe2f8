import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { importOlderSurveys } from "#db/commands/condition/import-older-surveys.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { readOlderRow, type ImportScale, type OlderRow } from "#domain/survey/older-survey.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertReckonedPortfolio } from "../helpers/surveyed-house.ts";

const database = useDatabase();
const now = new Date();
const today = dayAt(now);

const read = (scale: ImportScale, ...lines: Record<string, string>[]) =>
  lines.map((line, index) => readOlderRow(line, index + 2, scale, today));
const rowsOf = (scale: ImportScale, ...lines: Record<string, string>[]) =>
  read(scale, ...lines).filter((row): row is OlderRow => !("fault" in row));

const bring = (db: Db, actor: Actor, scale: ImportScale, rows: OlderRow[], isDry = false) =>
  importOlderSurveys(db, actor, { source: "Syn 2011", scale, rows }, { isDry }, now);

const surveysOf = async (db: Db, building: Id) => [
  ...(await db.execute(sql`
    select surveyed_on::text as day, scale, condition, grade from survey
     where building_id = ${building} and source = 'Syn 2011' order by surveyed_on`)),
];

describe("Older surveys", () => {
  test.each([
    [{ bygning: "", dato: "2011-04-30", karakter: "K1" }, "buildingMissing"],
    [{ bygning: "x", dato: "31-02-2011", karakter: "K1" }, "dayWrong"],
    [{ bygning: "x", dato: "2999-01-01", karakter: "K1" }, "dayAhead"],
    [{ bygning: "x", dato: "30.04.2011", karakter: "K4" }, "gradeUnknown"],
    [{ bygning: "x", dato: "30/4/2011", karakter: "K1", mængde: "-4" }, "quantityWrong"],
  ])("refuses the line %o: %s", (line, fault) => {
    expect(read("K0–K3", line)).toEqual([{ line: 2, fault }]);
  });

  test("each scale goes through its own table; UN is no number, and KL's grade stays what it is", () => {
    const line = (karakter: string) => ({ bygning: "x", dato: "2011-04-30", karakter });
    const told = (scale: ImportScale, grade: string) => {
      const [row] = rowsOf(scale, line(grade));
      return [row!.condition, row!.grade];
    };
    expect(told("K0–K3", "K2")).toEqual([5, null]);
    expect(told("K0–K3", "UN")).toEqual([null, "UN"]);
    expect(told("TG0–TG3", "tg2")).toEqual([4, null]);
    expect(told("KL 1–5", "4")).toEqual([null, "4"]);
    expect(read("KL 1–5", line("6"))).toEqual([{ line: 2, fault: "gradeUnknown" }]);
  });

  test("dry says what would come, then it comes in once; the lines of a day are one survey", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      const actor = small.as("manager");
      const line = { bygning: small.store, dato: "2011-04-30" };
      const rows = rowsOf(
        "K0–K3",
        { ...line, karakter: "K2", bygningsdel: "47", mængde: "120" },
        { ...line, karakter: "UN", bygningsdel: "21", mængde: "80" },
        { ...line, karakter: "K1", bygningsdel: "27" },
        { ...line, karakter: "K1", bygningsdel: "999" },
        { ...line, karakter: "K1", bygning: crypto.randomUUID() },
      );
      const faults = [
        { line: 4, fault: "quantityMissing" },
        { line: 5, fault: "elementUnknown" },
        { line: 6, fault: "buildingUnknown" },
      ];
      expect(await bring(db, actor, "K0–K3", rows, true)).toEqual({ surveys: 1, rows: 2, refused: faults });
      expect(await surveysOf(db, small.store)).toEqual([]);
      expect(await bring(db, actor, "K0–K3", rows)).toEqual({ surveys: 1, rows: 2, refused: faults });
      expect(await surveysOf(db, small.store)).toEqual([
        { day: "2011-04-30", scale: "K0–K3", condition: 5, grade: null },
      ]);
      const again = await bring(db, actor, "K0–K3", rows.slice(0, 1));
      expect(again).toEqual({ surveys: 0, rows: 0, refused: [{ line: 2, fault: "alreadyThere" }] });
    }));

  test("a KL grade stands beside the condition and takes none away", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      const stand = async () =>
        (
          await db.execute<{ condition: number }>(
            sql`select condition from portfolio_row_now where building_id = ${small.daycare}`,
          )
        )[0]!.condition;
      const before = await stand();
      const rows = rowsOf("KL 1–5", { bygning: small.daycare, dato: today, karakter: "2" });
      await bring(db, small.as("manager"), "KL 1–5", rows);
      expect(await surveysOf(db, small.daycare)).toEqual([
        { day: today, scale: "KL 1–5", condition: null, grade: "2" },
      ]);
      expect(before).not.toBeNull();
      expect(await stand()).toBe(before);
    }));

  test("nobody brings surveys to a building that is not theirs", () =>
    database.rollback(async (db) => {
      const small = await insertReckonedPortfolio(db);
      const rows = rowsOf("1–6", { bygning: small.daycare, dato: "2011-04-30", karakter: "3" });
      const stranger = small.as("manager", { administrationIds: [small.sof] });
      expect((await bring(db, stranger, "1–6", rows)).refused).toEqual([
        { line: 2, fault: "buildingUnknown" },
      ]);
    }));
});
