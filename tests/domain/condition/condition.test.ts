import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agedCondition,
  classOfEstimate,
  effectiveAge,
  estimatedCondition,
} from "#domain/condition/ageing.ts";
import {
  aggregateCondition,
  aggregateRatio,
  conditionOfRatio,
  conditionShares,
} from "#domain/condition/aggregate-condition.ts";
import { conditionOfDefect, extentClassOf, intensities, severities } from "#domain/condition/defect.ts";
import { elementCondition } from "#domain/condition/element-condition.ts";
import { readOlderGrade } from "#domain/condition/older-scale.ts";
import { isPastTarget } from "#domain/condition/target-quality.ts";
import type { Condition } from "#domain/portfolio-row.ts";

/** The table as the standard prints it: a line a severity and intensity, a figure an extent class. */
const printed = `
  minor low       1 1 1 1 2
  minor mid       1 1 1 2 3
  minor high      1 1 2 3 4
  serious low     1 1 1 2 3
  serious mid     1 1 2 3 4
  serious high    1 2 3 4 5
  critical low    1 1 2 3 4
  critical mid    1 2 3 4 5
  critical high   2 3 4 5 6`;
const lines = printed
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const extents = [0.01, 0.05, 0.2, 0.5, 0.9];

test.each(lines)("a %s defect of %s intensity scores as the table says", (severity, intensity, ...scores) => {
  const found = extents.map((extent) =>
    conditionOfDefect({
      severity: severities.find((name) => name === severity)!,
      intensity: intensities.find((name) => name === intensity)!,
      extent,
    }),
  );
  expect(found.map(String)).toEqual(scores);
  expect(lines).toHaveLength(9);
});

test("extent classes are half-open: the limit belongs to the greater", () => {
  expect([0, 0.0199, 0.02, 0.0999, 0.1, 0.3, 0.6999, 0.7, 1].map(extentClassOf)).toEqual([
    0, 0, 1, 1, 2, 3, 3, 4, 4,
  ]);
});

const defect = fc.record({
  severity: fc.constantFrom(...severities),
  intensity: fc.constantFrom(...intensities),
  extent: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("an element is never better than its worst defect, and more defects never make it better", () => {
  fc.assert(
    fc.property(fc.array(defect, { maxLength: 5 }), defect, (defects, more) => {
      const before = elementCondition(defects);
      expect(before).toBeGreaterThanOrEqual(Math.max(1, ...defects.map(conditionOfDefect)));
      expect(
        elementCondition([...defects, { ...more, extent: Math.min(more.extent, rest(defects)) }]),
      ).toBeGreaterThanOrEqual(before);
    }),
  );
});
const rest = (defects: { extent: number }[]) =>
  Math.max(0, 1 - defects.reduce((sum, { extent }) => sum + extent, 0));

test("many middling defects together are worse than each alone", () => {
  const middling = { severity: "serious", intensity: "high", extent: 0.29 } as const;
  expect(conditionOfDefect(middling)).toBe(3);
  expect(elementCondition([middling, middling, middling])).toBe(3);
  expect(elementCondition([])).toBe(1);
});

describe("the aggregate", () => {
  test.each([
    [1.01, 1],
    [1.0101, 2],
    [1.04, 2],
    [1.15, 3],
    [1.4, 4],
    [1.78, 5],
    [1.79, 6],
  ])("R %f is condition %i", (ratio, condition) => expect(conditionOfRatio(ratio)).toBe(condition));

  test("of parts that are all alike is what they are, whatever they weigh", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        (weights, condition) => {
          const parts = weights.map((weight) => ({ weight, condition: condition as Condition }));
          expect(aggregateCondition(parts)).toBe(condition);
          expect(Object.values(conditionShares(parts)).reduce((sum, share) => sum + share, 0)).toBeCloseTo(
            1,
            9,
          );
        },
      ),
    );
  });

  test("weighs by replacement value: a small bad part hardly moves it", () => {
    expect(
      aggregateRatio([
        { weight: 99, condition: 1 },
        { weight: 1, condition: 6 },
      ]),
    ).toBeCloseTo(1.01);
    expect(aggregateCondition([])).toBeNull();
  });
});

describe("ageing", () => {
  test("goes from 1 to 6 over the service life and stays there", () => {
    expect([0, 20, 40, 60].map((age) => agedCondition(age, 40))).toEqual([1, 2.25, 6, 6]);
  });

  test("takes up where the observation left off", () => {
    for (const condition of [1, 2, 3, 4, 5, 6] as const) {
      expect(agedCondition(effectiveAge(condition, 25), 25)).toBeCloseTo(condition);
      expect(estimatedCondition({ condition, on: "2026-11-20" }, 25, "2026-11-20")).toBeCloseTo(condition);
    }
  });

  test("a survey of 2006 is worse today than it was, and an estimate is never past 6", () => {
    const seen = { condition: 3, on: "2006-11-20" } as const;
    expect(estimatedCondition(seen, 60, "2026-11-20")).toBeCloseTo(
      1 + 5 * (Math.sqrt(0.4) + 20 / 60) ** 2,
      3,
    );
    expect(estimatedCondition(seen, 25, "2026-11-20")).toBe(6);
    expect([1.49, 1.5, 5.6].map(classOfEstimate)).toEqual([1, 2, 6]);
  });
});

test("older grades become conditions; what needs a look becomes no number", () => {
  const read = (scale: "K0–K3" | "TG0–TG3" | "1–6", grade: string) => readOlderGrade(scale, grade);
  expect(["K0", "k1", " K2 ", "K3"].map((grade) => read("K0–K3", grade))).toEqual(
    [2, 3, 5, 6].map((condition) => ({ kind: "condition", condition })),
  );
  expect(["TG0", "TG1", "TG2", "TG3"].map((grade) => read("TG0–TG3", grade))).toEqual(
    [1, 3, 4, 6].map((condition) => ({ kind: "condition", condition })),
  );
  expect(read("K0–K3", "UN")).toEqual({ kind: "needsInvestigation" });
  expect(read("1–6", "7")).toEqual({ kind: "unknownGrade" });
});

test("what is past its target depends on the class, and on outside or inside", () => {
  expect(isPastTarget(3, 1, "exterior")).toBe(true);
  expect(isPastTarget(4, 3, "exterior")).toBe(true);
  expect(isPastTarget(4, 3, "interior")).toBe(false);
  expect(isPastTarget(5, 5, "exterior")).toBe(false);
});
