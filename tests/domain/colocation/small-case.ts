import type { CaseInputs, CasePremises, CaseUnit, Placement } from "#domain/colocation/case-inputs.ts";

/* A case small enough to reckon by hand: two offices in a rented house of 1,000 m² may move to an owned one of 3,000 m². */

export const unit = (id: string, given: Partial<CaseUnit> = {}): CaseUnit => ({
  ...{ id, unitId: `unit-${id}`, name: `Enhed ${id}`, kind: "office" },
  ...{
    administrationId: "sof",
    administration: "SOF",
    employees: 20,
    needs: [],
    hours: [],
    observed: null,
    today: [],
  },
  ...given,
});

export const premises = (id: string, given: Partial<CasePremises> = {}): CasePremises => ({
  ...{ id, kind: "building", buildingId: `building-${id}`, name: `Hus ${id}`, address: "Prøvevej 1" },
  ...{ position: [12.5, 55.7], tenure: "owned", areaM2: 1_000, othersM2: 0, internalRentOrePerM2: 0 },
  ...{ externalRentOre: 0, lease: null, backlogOre: 0, whenVacated: "keep", exitOn: null, capacity: [] },
  ...given,
});

export const at = (unitId: string, premisesId: string, given: Partial<Placement> = {}): Placement => ({
  ...{ unitId, premisesId, standing: "assigned", order: null, fromDay: null, ...given },
});

export function smallCase(given: Partial<CaseInputs> = {}): CaseInputs {
  const lease = {
    ...{ contractId: "contract", number: "E-1", endsOn: null, noticeMonths: 0, nonTerminableUntil: null },
  };
  return {
    case: {
      ...{ id: "case", number: "SAM-2013-001", name: "Prøve", purpose: null, status: "draft" },
      ...{ ownerAccountId: "planner", ownerName: "Planlægger", priceYear: 2013, horizonYears: 20 },
      ...{ startOn: "2014-01-01", ratesAsOf: "2013-06-01", version: 1 },
    },
    readOn: "2013-06-01",
    units: [
      unit("a", { today: [{ premisesId: "rented", areaM2: 600, rentOre: 600_000_00 }] }),
      unit("b", {
        ...{ administration: "BIF", employees: 10 },
        today: [{ premisesId: "rented", areaM2: 400, rentOre: 400_000_00 }],
      }),
    ],
    premises: [
      premises("rented", {
        ...{
          kind: "lease",
          tenure: "leasedIn",
          externalRentOre: 1_000_000_00,
          internalRentOrePerM2: 1_000_00,
        },
        ...{ whenVacated: "endLease", lease },
      }),
      premises("own", { areaM2: 3_000, othersM2: 2_000, internalRentOrePerM2: 700_00 }),
    ],
    scenarios: [
      {
        ...{ id: "base", name: "Som i dag", isBase: true, copiedFromId: null, dependencies: [] },
        placements: [at("a", "rented"), at("b", "rented")],
      },
      {
        ...{ id: "together", name: "Sammen", isBase: false, copiedFromId: "base", dependencies: [] },
        placements: [at("a", "own"), at("b", "own")],
      },
    ],
    conditions: [],
    assumptions: [],
    ...given,
  };
}
