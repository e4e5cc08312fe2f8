import { expect, test } from "vitest";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import { judgeBuilding } from "#domain/register-import/judge-building.ts";
import { faultOfPlace } from "#domain/register-import/judge-place.ts";
import { municipality } from "#geo/municipality.ts";

const context: ImportContext = {
  ...{
    today: "2026-11-20",
    now: Date.parse("2026-11-20T12:00:00Z"),
    organisationMunicipality: "0101",
    municipality: "0101",
  },
  outline: [municipality],
  useCodes: new Map([
    ["421", { isPhasedOut: false }],
    ["420", { isPhasedOut: true }],
  ]),
};
const id = "00000000-0000-4000-8000-000000000001";

/** The outcome for a row of one building, in one word or two. */
function judge(fields: Record<string, unknown>, more: Partial<ImportContext> = {}) {
  const row = { id_lokalId: id, kommunekode: "0101", status: "6", ...fields };
  const verdict = judgeBuilding({ fields: row }, 1, { ...context, ...more });
  if (verdict.kind === "refused") return `${verdict.refusal.field}: ${verdict.refusal.reason}`;
  return verdict.kind === "ignored" ? verdict.reason : verdict.record;
}

test("only what holds now, in both of BBR's times, is taken", () => {
  expect(judge({ virkningTil: "2020-01-01T00:00:00Z" })).toBe("noLongerCurrent");
  expect(judge({ registreringTil: "2020-01-01T00:00:00Z" })).toBe("noLongerCurrent");
  expect(judge({ virkningFra: "2030-01-01T00:00:00Z" })).toBe("notYetInForce");
  expect(judge({ virkningTil: "2030-01-01T00:00:00Z", virkningFra: "2000-01-01T00:00:00Z" })).toMatchObject({
    bbrId: id,
  });
  expect(judge({ virkningTil: "soon" })).toBe("virkningTil: badTime");
});

test("built, in force and under construction are taken, the rest is left out or refused", () => {
  for (const status of ["6", "7", "3", ""]) expect(judge({ status })).toMatchObject({ bbrId: id });
  expect(["2", "10", "11", "77"].map((status) => judge({ status }))).toEqual([
    "planned",
    "historic",
    "error",
    "status: unknownStatus",
  ]);
});

test("other municipalities are left out unless they are asked for", () => {
  expect(judge({ kommunekode: "0849" })).toBe("otherMunicipality");
  expect(judge({ kommunekode: "0849" }, { municipality: "0849" })).toMatchObject({
    municipalityCode: "0849",
  });
  expect(judge({ kommunekode: "0849" }, { municipality: "any" })).toMatchObject({ municipalityCode: "0849" });
  expect(judge({ kommunekode: 101 })).toMatchObject({ municipalityCode: "0101" });
});

test("a row without an id, or with one that is none, is refused", () => {
  expect(judge({ id_lokalId: "" })).toBe("id_lokalId: idMissing");
  expect(judge({ id_lokalId: "42" })).toBe("id_lokalId: idNotUuid");
});

test("unknown codes are refused by field, phased-out ones are taken and noted", () => {
  expect(judge({ byg021BygningensAnvendelse: "777" })).toBe("byg021BygningensAnvendelse: unknownCode");
  expect(judge({ byg032YdervæggensMateriale: "7" })).toBe("byg032YdervaeggensMateriale: unknownCode");
  const verdict = judgeBuilding(
    { fields: { id_lokalId: id, byg021BygningensAnvendelse: "420", byg026Opførelsesår: 1000 } },
    1,
    context,
  );
  expect(verdict).toMatchObject({ kind: "taken", notes: ["placeholderYear", "phasedOutUse"] });
});

test("what a row leaves out or leaves empty is not said", () => {
  const record = judge({ byg038SamletBygningsareal: "", byg026Opførelsesår: 1000, byg054AntalEtager: 0 });
  expect(record).toMatchObject({
    facts: { grossAreaM2: null, builtYear: null, storeys: null, isListed: null },
  });
});

test("only the law's own listings make a building listed", () => {
  const listed = (code: string) => judge({ byg070Fredning: code });
  expect(listed("1")).toMatchObject({ facts: { isListed: true } });
  expect(listed("8")).toMatchObject({ facts: { isListed: false } });
});

test("a place is read in both spellings and both systems", () => {
  const at = (byg404Koordinat: string) => judge({ byg404Koordinat }) as { position: [number, number] };
  for (const text of [
    "POINT(725398.75 6176061.73)",
    "POINT (725398.75 6176061.73)",
    "POINT(12.58512 55.67793)",
  ]) {
    expect(at(text).position[0]).toBeCloseTo(12.58512, 5);
    expect(at(text).position[1]).toBeCloseTo(55.67793, 5);
  }
  expect(judge({ byg404Koordinat: "POINT(0 0)" })).toBe("byg404Koordinat: notAPlace");
  expect(judge({ byg404Koordinat: "Rådhuspladsen" })).toBe("byg404Koordinat: notAPlace");
});

test("the sea and the neighbours are told apart from the city, and a quay from the sea", () => {
  const fault = (lon: number, lat: number) =>
    faultOfPlace({ position: [lon, lat], footprint: null }, context);
  expect(fault(12.5683, 55.6761)).toBeNull();
  expect(fault(12.66, 55.68)).toBe("inTheSea");
  expect(fault(12.53, 55.68)).toBe("outsideMunicipality");
});
