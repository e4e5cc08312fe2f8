/** What the steps are judged by, counted within what the actor may see. Areas in m². */
export interface StepFacts {
  /** Buildings and area held outside KEjd, and the whole that could be gathered. */
  outsideBuildings: number;
  outsideM2: number;
  wholeM2: number;
  /** Third-party leases in force, and those that an administration runs without KEjd knowing. */
  leases: number;
  unknownLeases: number;
  /** Third-party leases that began within two years, and those KEjd knew of from their first day. */
  newLeases: number;
  newLeasesEntered: number;
  /** The portfolio, what of it is digitised, and what was surveyed within five years. */
  portfolioM2: number;
  digitisedM2: number;
  surveyedM2: number;
  /** Area of the buildings whose use somebody has told. */
  useKnownM2: number;
  /** Seats of the project council that somebody holds, the chair's among them; two members make it a council. */
  councilChairs: number;
  councilMembers: number;
  units: number;
  unitsWithLeader: number;
  /** Questions that the responsibility matrix left open. */
  openGaps: number;
  services: number;
  pricedServices: number;
  /** Orders of the past year with a deadline to be resolved, and those that have none. */
  ordersMet: number;
  ordersMissed: number;
  ordersUnmeasured: number;
}

export type StepKey =
  | ("outside" | "unknownLeases" | "entered" | "digitised" | "surveyed" | "useKnown" | "council")
  | ("idea" | "committees" | "projectLead")
  | ("anchoring" | "division" | "services" | "entry");

export type StepState = "met" | "missing" | "unmeasured";

/** One demand of a step: how far it is met, what is missing, and where the missing rows are listed. */
export interface StepItem {
  step: 1 | 2 | 3;
  key: StepKey;
  state: StepState;
  unit: "m2" | "count";
  done: number | null;
  of: number | null;
  missing: number | null;
  to: string | null;
}

type Measured = { step: 1 | 2 | 3; key: StepKey; unit?: "m2" | "count"; to: string };

/** Something of which so much is done: met where all of it is; unmeasured where there is nothing to measure. */
function share({ step, key, unit = "count", to }: Measured, done: number, of: number): StepItem {
  const missing = Math.max(0, of - done);
  const state = of <= 0 ? "unmeasured" : missing > 0 ? "missing" : "met";
  return { ...{ step, key, unit, state, done, of, missing }, to: missing > 0 ? to : null };
}

const unmeasured = (step: 1 | 2 | 3, key: StepKey): StepItem => ({
  ...{ step, key, state: "unmeasured", unit: "count", done: null, of: null, missing: null, to: null },
});

/**
 * The demands of the three development steps, each as it stands. What no data of the portal tells is unmeasured, never met.
 * Source: the report on the cross-cutting units (June 2013), as told in the project's domain notes (9).
 * @example developmentSteps(facts).find(({ key }) => key === "unknownLeases")?.missing // 142
 */
export function developmentSteps(facts: StepFacts): StepItem[] {
  const ordersDue = facts.ordersMet + facts.ordersMissed;
  return [
    share(
      { step: 1, key: "outside", unit: "m2", to: "/portfolio?tenure=outside" },
      facts.wholeM2 - facts.outsideM2,
      facts.wholeM2,
    ),
    share(
      { step: 1, key: "unknownLeases", to: "/portfolio?tenure=outside&layer=leaseEnd" },
      facts.leases - facts.unknownLeases,
      facts.leases,
    ),
    share(
      { step: 1, key: "entered", to: "/portfolio?tenure=outside&layer=leaseEnd" },
      facts.newLeasesEntered,
      facts.newLeases,
    ),
    share(
      { step: 1, key: "digitised", unit: "m2", to: "/portfolio?tenure=owned,leasedIn&digitised=false" },
      facts.digitisedM2,
      facts.portfolioM2,
    ),
    share(
      { step: 1, key: "surveyed", unit: "m2", to: "/surveys?age=all" },
      facts.surveyedM2,
      facts.portfolioM2,
    ),
    share({ step: 1, key: "useKnown", unit: "m2", to: "/use" }, facts.useKnownM2, facts.portfolioM2),
    share(
      { step: 1, key: "council", to: "/council" },
      Math.min(1, facts.councilChairs) + Math.min(2, facts.councilMembers),
      3,
    ),
    unmeasured(2, "idea"),
    unmeasured(2, "committees"),
    unmeasured(2, "projectLead"),
    share({ step: 3, key: "anchoring", to: "/people" }, facts.unitsWithLeader, facts.units),
    {
      ...{ step: 3, key: "division", unit: "count", done: null, of: null, missing: facts.openGaps },
      state: facts.openGaps > 0 ? "missing" : "met",
      to: facts.openGaps > 0 ? "/responsibility/gaps" : null,
    },
    share({ step: 3, key: "services", to: "/catalogue" }, facts.pricedServices, facts.services),
    share({ step: 3, key: "entry", to: "/figures/orders?standing=missed" }, facts.ordersMet, ordersDue),
  ];
}

/** How many of a step's demands are met, of those that can be measured. */
export function stepTally(items: readonly StepItem[], step: 1 | 2 | 3) {
  const own = items.filter((item) => item.step === step);
  const count = (state: StepState) => own.filter((item) => item.state === state).length;
  return { met: count("met"), missing: count("missing"), unmeasured: count("unmeasured"), all: own.length };
}
