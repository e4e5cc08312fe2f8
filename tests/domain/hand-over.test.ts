import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeTogether, type Earlier } from "#domain/hand-over/judge-together.ts";
import {
  readDay,
  readHandOver,
  type HandOverRegister,
  type Typed,
} from "#domain/hand-over/read-hand-over.ts";
import { handOverEvents, handOverStates, stateAfter } from "#domain/hand-over/hand-over-state.ts";
import { actsForKejd, closedFrom, mayEnterThirdPartyLease } from "#domain/lease/who-enters-leases.ts";
import { foundLease } from "../helpers/outside-leases.ts";

const buf = "019390aa-0000-7000-8000-000000000001";
const register: HandOverRegister = {
  ...{ today: "2026-11-28", known: [], units: [] },
  administrations: [{ id: buf, code: "BUF", name: "Børne- og Ungdomsforvaltningen" }],
};
const whole: Typed = {
  ...{ street: "Njalsgade", houseNumber: "76", postcode: "2300", town: "København S", areaM2: "1.250,5" },
  ...{
    useCode: "321",
    counterparty: "Udlejer (fiktiv)",
    startsOn: "1.5.2021",
    lastDay: "31-12-2030",
    annualRent: "1.000.000",
  },
};
const faultsOf = (typed: Typed) =>
  readHandOver("lease", { ...whole, ...typed }, register).faults.map(
    ({ field, fault }) => `${field}: ${fault}`,
  );

describe("A row of a lease", () => {
  test("is read as Danish people write it", () => {
    const { form, faults } = readHandOver("lease", whole, register);
    expect(faults).toEqual([]);
    expect(form!.facts).toMatchObject({
      ...{ areaM2: 1250.5, startsOn: "2021-05-01", lastDay: "2030-12-31", annualRentOre: 100_000_000 },
    });
    expect(form!.administrationId).toBe(buf);
  });

  test.each<[Typed, string[]]>([
    [{ lastDay: "30.4.2021" }, ["lastDay: endBeforeStart"]],
    [{ startsOn: "29.2.2023" }, ["startsOn: notADay"]],
    [{ startsOn: "1.1.2020", lastDay: "31.12.2025" }, ["lastDay: ended"]],
    [{ areaM2: "0" }, ["areaM2: absurdArea", "annualRent: absurdRent"]],
    [{ areaM2: "300000" }, ["areaM2: absurdArea"]],
    [{ areaM2: "tolv" }, ["areaM2: notANumber", "annualRent: absurdRent"]],
    [{ annualRent: "100.000.000" }, ["annualRent: absurdRent"]],
    [{ noticeMonths: "0,5" }, ["noticeMonths: absurdNotice"]],
    [{ nonTerminableUntil: "1.1.2031" }, []],
    [{ nonTerminableUntil: "2.1.2031" }, ["nonTerminableUntil: boundBeyondEnd"]],
    [{ postcode: "230" }, ["postcode: postcode"]],
    [{ useCode: "007" }, ["useCode: unknownUse"]],
    [{ administration: "SOF" }, ["administration: unknownAdministration"]],
    [{ key: "3P-IND-99999" }, ["key: unknownKey"]],
    [{ latitude: "55,7" }, ["latitude: positionWrong"]],
    [{ street: "", counterparty: "" }, ["street: missing", "counterparty: missing"]],
  ])("is refused with each field and its reason: %o", (typed, faults) => {
    expect(faultsOf(typed)).toEqual(faults);
  });

  test("a day that is read is a day of the calendar, however it was written", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, of] = day.split("-").map(Number);
          expect(readDay(`${of}.${month}.${year}`)).toBe(day);
          expect(readDay(day)).toBe(day);
        },
      ),
    );
  });
});

describe("Beside each other", () => {
  const together = (forms: ReturnType<typeof foundLease>[], earlier: Earlier[] = []) =>
    judgeTogether(
      forms.map((form, index) => ({ name: String(index + 2), form })),
      { earlier, gatherings: new Map() },
    );

  test("the same lease twice names the first, however it is spelled", () => {
    const again = foundLease(buf, {
      street: "FUNDVEJ ",
      premises: "2 sal",
      counterparty: "udlejer b (fiktiv)",
    });
    expect(together([foundLease(buf), again])).toEqual([
      [],
      [{ field: "street", fault: "sameTwice", other: "2" }],
    ]);
  });

  test("the same premises at the same time name the day; one after the other is fine", () => {
    const next = foundLease(buf, { startsOn: "2030-05-01", lastDay: null });
    const over = foundLease(buf, { startsOn: "2030-04-30", lastDay: null });
    expect(together([foundLease(buf), next])[1]).toEqual([]);
    expect(together([foundLease(buf), over])[1]).toEqual([
      { field: "startsOn", fault: "overlaps", other: "2", day: "2030-04-30" },
    ]);
  });

  test("an overlap is found whichever comes first, on the later of the two beginnings", () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        fc.pre(a !== b);
        const one = foundLease(buf, { startsOn: a, lastDay: null });
        const two = foundLease(buf, { startsOn: b, lastDay: null });
        for (const pair of [
          [one, two],
          [two, one],
        ])
          expect(together(pair)[1]).toEqual([
            { field: "startsOn", fault: "overlaps", other: "2", day: a > b ? a : b },
          ]);
      }),
    );
  });
});

describe("Who enters third-party leases", () => {
  const user = { grants: [{ role: "administrationUser" as const, administrationIds: [buf], unitIds: [] }] };
  const manager = { grants: [{ role: "manager" as const, administrationIds: [], unitIds: [] }] };
  const leader = { grants: [{ role: "leader" as const, administrationIds: [], unitIds: [buf] }] };

  test("is the administration too, until KEjd has taken over its last lease", () => {
    const closed = { left: 0, lastTakenOverOn: "2026-11-01" };
    expect(closedFrom(closed)).toBe("2026-11-01");
    expect(mayEnterThirdPartyLease(user, buf, { left: 1, lastTakenOverOn: "2026-11-01" })).toBe(true);
    expect(mayEnterThirdPartyLease(user, buf, { left: 0, lastTakenOverOn: null })).toBe(true);
    expect(mayEnterThirdPartyLease(user, buf, closed)).toBe(false);
    expect(mayEnterThirdPartyLease(manager, buf, closed)).toBe(true);
    expect(mayEnterThirdPartyLease(leader, buf, { left: 1, lastTakenOverOn: null })).toBe(false);
    expect([actsForKejd(manager, buf), actsForKejd(user, buf)]).toEqual([true, false]);
  });

  test("and an end is an end: nothing follows a take-over or a refusal", () => {
    for (const state of ["takenOver", "rejected"] as const)
      for (const event of handOverEvents)
        if (event !== "handedOver") expect(stateAfter(state, event, "kejd")).toBeNull();
    expect(handOverStates.length).toBe(5);
  });
});
