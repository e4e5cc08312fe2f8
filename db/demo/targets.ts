import type { BacklogKind } from "#domain/backlog/backlog-line.ts";

/**
 * What the demo adds up to on its load day. Marked R: the report on the cross-cutting units (Rapport om tværgående
 * enheder, juni 2013), chapter 2; the others are choices of this demo (docs/demo-portfolio.md).
 */
export const targets = {
  /** R, table 3: KEjd's own buildings, on their addresses, with their area. */
  ownedBuildings: 2_000,
  ownedAddresses: 800,
  ownedM2: 2_200_000,
  /** R, table 3: premises that KEjd rents from others. */
  leasedInBuildings: 180,
  leasedInM2: 300_000,
  /** How many of them KEjd has taken over from an administration within the ten years of history. */
  takenOverLeases: 60,
  /** R, note to table 3: about 450,000 m² that the administrations or self-governing institutions hold themselves. */
  outsideM2: 450_000,
  outsideOtherBuildings: 250,
  /** R, table 4: leases that KEjd does not know of. */
  unknownLeases: 142,
  unknownLeasesM2: 60_000,
  /** R, table 4: 98 % of 2.5 m m² are let. The vacant part is owned. */
  vacantM2: 50_000,
  /** R, table 4: tenant, user and room use recorded. */
  digitisedM2: 670_000,
  /** R, table 4: exterior 2.54 bn of 7.5 bn kr in all. */
  backlogKr: {
    exterior: 2_540_000_000,
    interior: 1_260_000_000,
    tenYearNeed: 1_700_000_000,
    modernisation: 2_000_000_000,
  } satisfies Record<BacklogKind, number>,
  /** R, table 4: carried out in the calendar year before. */
  maintenanceLastYearKr: 234_900_000,
  /** R, table 4: the oldest surveys. */
  oldestSurveyYear: 2006,
  /** The past: sold, and rented premises given up, within the years of history. */
  soldBuildings: 60,
  soldAddresses: 28,
  formerLeases: 20,
  formerLeasesM2: 24_000,
} as const;

/** The day the register begins: the year KEjd was set up. */
export const registerStart = "2006-01-01";
/** Years of history that change anything. */
export const historyYears = 10;

/** Shares of the owned buildings by the year they were built: from, to (included), share. */
export const builtPeriods = [
  { from: 1780, to: 1900, share: 0.15 },
  { from: 1901, to: 1940, share: 0.3 },
  { from: 1941, to: 1970, share: 0.27 },
  { from: 1971, to: 1999, share: 0.18 },
  { from: 2000, to: null, share: 0.1 },
] as const;

/** Shares of the owned buildings in condition 1 to 6. */
export const conditionShares = [0.08, 0.22, 0.33, 0.22, 0.11, 0.04] as const;
