import { expect, test } from "vitest";
import { commandLineActor } from "#domain/register-import/import-actor.ts";
import { useDatabase } from "../helpers/database.ts";
import { changes, inPortfolio, stranger } from "./in-portfolio.ts";
import { row } from "./rows.ts";
import { bbr } from "./small-portfolio.ts";

const database = useDatabase();

test("rows in the sea, outside the city or of an ended building do not come in; a neighbour's are staged if asked for", () =>
  inPortfolio(database, async (_, run) => {
    const rows = [
      row({ byg404Koordinat: "POINT(12.66 55.68)" }),
      row({ id_lokalId: stranger, byg404Koordinat: "POINT(12.53 55.68)" }),
      row({ id_lokalId: bbr.ended }),
      row({
        id_lokalId: stranger.replace("1", "2"),
        kommunekode: "0849",
        byg404Koordinat: "POINT(544519.95 6325560.29)",
      }),
    ];
    const report = await run(rows, { municipality: "any", isApplied: false });
    expect(report.refusals.map(({ row: at, reason }) => [at, reason])).toEqual([
      [1, "inTheSea"],
      [2, "outsideMunicipality"],
    ]);
    expect(report.counts).toMatchObject({ ignored: 1, staged: 1, refused: 2 });
    expect((await run(rows, { isApplied: false })).ignored).toEqual({ otherMunicipality: 1, endedHere: 1 });
  }));

test("an id with two contents is refused wherever it stands", () =>
  inPortfolio(database, async (_, run) => {
    const report = await run([
      row({ byg026Opførelsesår: 1900 }),
      row({ byg026Opførelsesår: 1901 }),
      row({ id_lokalId: bbr.rooms }),
    ]);
    expect(report.refusals).toMatchObject([
      { row: 1, reason: "duplicateId", value: "2" },
      { row: 2, reason: "duplicateId", value: "1" },
    ]);
    expect(report.counts).toMatchObject({ refused: 2, changed: 1 });
  }));

test("a manager changes the buildings of her administrations, no others, and stages nothing", () =>
  inPortfolio(database, async (_, run, { organisationId, administrationIds }) => {
    const manager = {
      ...commandLineActor(organisationId),
      grants: [{ role: "manager" as const, administrationIds: [administrationIds.school], unitIds: [] }],
    };
    const rows = [
      row({ byg026Opførelsesår: 1900 }),
      row({ id_lokalId: bbr.culture, byg026Opførelsesår: 1900 }),
      row({ id_lokalId: stranger }),
    ];
    const report = await run(rows, {}, manager);
    expect(report.counts).toMatchObject({ changed: 1, ignored: 1, staged: 0, refused: 1 });
    expect(report.refusals).toMatchObject([{ row: 2, reason: "notYours" }]);
    expect(report.ignored).toEqual({ unmatchedOutsideScope: 1 });
  }));

test("who may not write the register may not import", () =>
  inPortfolio(database, async (_, run, { organisationId }) => {
    const auditor = {
      ...commandLineActor(organisationId),
      grants: [{ role: "auditor" as const, administrationIds: [], unitIds: [] }],
    };
    await expect(run(changes, {}, auditor)).rejects.toThrow("notAllowed");
  }));
