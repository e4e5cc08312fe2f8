import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeOrigin, readBfe } from "#domain/register-import/judge-origin.ts";
import { planConfirmation, type Corrections, type StagedChoices } from "#domain/staged/plan-confirmation.ts";
import { readStagedForm } from "#domain/staged/read-staged-form.ts";
import type { StagedRow } from "#domain/staged/staged-row.ts";
import { readStagedSearch } from "#domain/staged/staged-search.ts";
import { municipality } from "#geo/municipality.ts";

const choices: StagedChoices = {
  ...{ tenure: "owned", from: "2026-11-20", administrationId: null, bfeNumber: null, address: null },
  corrections: null,
};
const nothing: Corrections = {
  ...{ name: null, useCode: null, grossAreaM2: null, heldAreaM2: null, storeys: null, builtYear: null },
  ...{ position: null, positionExcuse: null },
};
const row = (facts: StagedRow["facts"] = {}, more: Partial<StagedRow> = {}): StagedRow => ({
  ...{ id: "a", bbrId: "b", knownAddress: null, position: [12.551, 55.6962] },
  facts: {
    ...{
      useCode: "421",
      grossAreaM2: 301,
      storeys: 2,
      street: "Testvej",
      houseNumber: "1",
      postcode: "2200",
    },
    ...{ town: "København N", buildingNumber: 3, ...facts },
  },
  ...more,
});

/** The building that comes of a row, or what stands in the way. */
function plan(one: StagedRow, more: Partial<StagedChoices> = {}) {
  const answer = planConfirmation(one, { ...choices, ...more }, [municipality]);
  return answer.ok ? answer.building : answer.faults;
}

describe("a row that is ours", () => {
  test("becomes a whole building under the name of where it stands", () => {
    expect(plan(row())).toMatchObject({
      ...{ name: "Testvej 1, bygning 3", heldAreaM2: 301, method: "register", isCorrected: false },
      floors: [
        { level: 0, areaM2: 150.5 },
        { level: 1, areaM2: 150.5 },
      ],
    });
    expect(plan(row({ name: "Testskolen" }))).toMatchObject({ name: "Testskolen" });
    expect(plan(row({ buildingNumber: null }))).toMatchObject({ name: "Testvej 1" });
  });

  test("is told everything that it lacks at once", () => {
    const bare = row({ useCode: null, grossAreaM2: null, town: null }, { position: null });
    expect(plan(bare)).toEqual(["use", "area", "address", "position"]);
  });

  test("does not stand in the water or outside the municipality, unless someone says why", () => {
    expect(plan(row({}, { position: [12.66, 55.72] }))).toEqual(["inTheSea"]);
    const outside = row({}, { position: [12.53, 55.68] });
    expect(plan(outside)).toEqual(["outsideMunicipality"]);
    const corrections = { ...nothing, positionExcuse: "a camp school" };
    expect(plan(outside, { corrections })).toMatchObject({ positionExcuse: "a camp school" });
  });

  test("of which BBR knows only the built-up area holds that, as an estimate", () => {
    const shed = row({ grossAreaM2: null, footprintAreaM2: 20, storeys: null });
    expect(plan(shed)).toMatchObject({
      heldAreaM2: 20,
      method: "estimate",
      floors: [{ level: 0, areaM2: 20 }],
    });
  });

  test("takes what is typed before what we know, and that before what the row says", () => {
    const known = { street: "Kendtvej", houseNumber: "2", postcode: "2300", town: "København S" };
    const ours = row(
      { bfeNumber: 5 },
      { knownAddress: { ...known, id: "x", propertyId: "y", bfeNumber: 9 } },
    );
    expect(plan(ours)).toMatchObject({ address: known, addressId: "x", bfeNumber: 5 });
    const typed = { street: "Nyvej", houseNumber: "3", postcode: "2400", town: "København NV" };
    expect(plan(ours, { address: typed, bfeNumber: 7 })).toMatchObject({
      ...{ address: typed, addressId: null, bfeNumber: 7 },
    });
  });

  test("keeps what was corrected, and says that it was", () => {
    const corrections = { ...nothing, grossAreaM2: 400, heldAreaM2: 120.55, storeys: 3, useCode: "321" };
    expect(plan(row(), { corrections })).toMatchObject({
      ...{ heldAreaM2: 120.55, method: "estimate", isCorrected: true },
      facts: { grossAreaM2: 400, useCode: "321" },
    });
  });

  test("has floors whose areas are exactly the whole, whatever the area and the storeys", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1, max: 200 }),
        (hundredths, storeys) => {
          const made = plan(row({ grossAreaM2: hundredths / 100, storeys }));
          if (Array.isArray(made)) throw new Error("not a building");
          const sum = made.floors.reduce((total, { areaM2 }) => total + Math.round(areaM2 * 100), 0);
          expect([made.floors.length, sum]).toEqual([storeys, hundredths]);
        },
      ),
    );
  });
});

describe("the form", () => {
  const read = (typed: Record<string, string>, isOne = false) =>
    readStagedForm(typed, { today: "2026-11-20", isOne });

  test("names every field that cannot be read", () => {
    expect(read({}).faults).toEqual({ tenure: "tenureMissing" });
    expect(
      read({ tenure: "owned", bfe: "A12", street: "Testvej", postcode: "22", from: "2027-01-01" }).faults,
    ).toEqual({
      ...{ bfe: "bfeWrong", houseNumber: "addressPart", town: "addressPart", postcode: "postcodeWrong" },
      from: "fromInFuture",
    });
    const one = {
      tenure: "rented",
      useCode: "castle",
      grossArea: "10",
      heldArea: "11",
      storeys: "1,5",
      latitude: "north",
    };
    expect(read({ ...one, builtYear: "2999", administrationId: "BUF" }, true).faults).toEqual({
      ...{
        tenure: "tenureMissing",
        useCode: "useWrong",
        heldArea: "heldAboveGross",
        storeys: "storeysWrong",
      },
      ...{ latitude: "positionWrong", builtYear: "yearWrong", administrationId: "administrationWrong" },
    });
  });

  test("reads Danish decimals, and leaves corrections to the form of a single row", () => {
    const typed = { tenure: "leasedIn", grossArea: "1250,5", latitude: "55,6962", longitude: "12,551" };
    expect(read(typed, true).choices?.corrections).toMatchObject({
      grossAreaM2: 1250.5,
      position: [12.551, 55.6962],
    });
    expect(read(typed).choices).toEqual({ ...choices, tenure: "leasedIn" });
  });
});

test("a BFE number has digits only", () => {
  expect(["100 200", "100.200", "0", "A1", "12345678901", null].map(readBfe)).toEqual([
    100_200,
    100_200,
    null,
    null,
    null,
    null,
  ]);
});

test("whose a building is and where is read in the spellings of several extracts, and never refuses a row", () => {
  const id = "0A3F5099-9B43-32B8-E044-0003BA298018";
  expect(
    judgeOrigin({ husnummer: id, vejnavn: "Testvej", husnr: "012A", postnr: "220", byg007: "2" }),
  ).toEqual({
    ...{ darId: id.toLowerCase(), groundId: null, bfeNumber: null, buildingNumber: 2, name: null },
    ...{ street: "Testvej", houseNumber: "12A", postcode: null, town: null },
  });
  expect(judgeOrigin({ husnummer: "7B" })).toMatchObject({ darId: null, houseNumber: "7B" });
});

test("an address of the list that cannot be understood asks for what waits", () => {
  const search = readStagedSearch(
    new URLSearchParams("state=lost&use=castle&missing=soul&municipality=x&after=1"),
  );
  expect(search).toEqual({
    state: "waiting",
    q: "",
    use: null,
    municipality: null,
    missing: null,
    after: null,
  });
});
