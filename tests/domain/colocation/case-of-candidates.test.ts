import { expect, test } from "vitest";
import { caseOfCandidates } from "#domain/colocation/candidates/case-of-candidates.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import { city, id } from "./small-candidates.ts";

test("a candidate becomes a case that the case's own form reads, with who is there already", () => {
  const whole = caseOfCandidates(
    city(),
    { toId: id(2), members: [{ unitId: id(101), fromId: id(1) }] },
    { name: (units, to) => `${units} i ${to}`, scenario: "Samlet", purpose: "" },
  );
  const form = WholeCaseForm.parse(whole);
  expect(form).toMatchObject({ name: "Enhed 1 i Hus 2", priceYear: 2026, startOn: "2027-01-01" });
  expect(form.units.map(({ unitId, needs }) => [unitId, needs?.[0]?.places])).toEqual([
    [id(101), 60],
    [id(102), 60],
  ]);
  expect(form.premises.map(({ buildingId, whenVacated }) => [buildingId, whenVacated])).toEqual([
    [id(2), "keep"],
    [id(1), "sell"],
  ]);
  expect(form.scenarios[0]!.placements[0]).toMatchObject({ unitId: id(101), premisesId: id(2) });
  expect(
    caseOfCandidates(
      city(),
      { toId: id(9), members: [{ unitId: id(101), fromId: id(1) }] },
      { name: () => "", scenario: "", purpose: "" },
    ),
  ).toBeNull();
});
