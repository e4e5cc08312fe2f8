import { expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { readChange } from "#domain/lease/change-form.ts";
import { changeSteps } from "#domain/lease/change-plan.ts";
import { readPremises } from "#domain/lease/premises-change.ts";

const [one, two] = [newId(), newId()];

test("whole spaces are ticked, parts typed; a tick stands before m² beside it, and what is empty is not asked", () => {
  const plan = readPremises(
    [
      ...([
        [`back.${one}`, "on"],
        [`backArea.${one}`, "20"],
      ] as const),
      ...([
        [`takeArea.${two}`, "1.250,5"],
        [`back.${two}`, " "],
        ["take.x", "on"],
        ["reason", "Ny"],
      ] as const),
    ].map(([name, value]): [string, string] => [name, value]),
  );
  expect(plan).toEqual({
    ...{ back: [{ spaceId: one, areaM2: null }], take: [{ spaceId: two, areaM2: 1250.5 }] },
  });
});

test("m² that are none are a fault of the form, and nothing is planned", () => {
  const typed = (area: string) =>
    readChange(
      "premises",
      new URLSearchParams({ effectiveOn: "2027-03-01", reason: "x", [`backArea.${one}`]: area }),
      "2026-11-20",
    );
  for (const area of ["0", "-5", "mange", "1000000"])
    expect(typed(area)).toEqual({ plan: null, faults: ["area"] });
  expect(typed("12,5").plan?.premises?.back).toEqual([{ spaceId: one, areaM2: 12.5 }]);
});

test("an agreement and a letter come before the day, inspection and keys on it", () => {
  const steps = changeSteps("premises", {
    receivedOn: "2026-11-20",
    effectiveOn: "2027-03-01",
    isComplex: false,
  });
  expect(steps.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
    ...["agreement 2027-02-28", "letter 2027-02-28", "inspection 2027-03-01", "keys 2027-03-01"],
  ]);
});
