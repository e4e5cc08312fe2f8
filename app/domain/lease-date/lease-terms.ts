import type { Day } from "../day-count.ts";
import type { NoticeTo } from "../lease/notice.ts";

/** Who may act by a lease, or must. `both` where the same holds for either. */
export const leaseParties = ["tenant", "landlord", "both"] as const;
export type LeaseParty = (typeof leaseParties)[number];

/** What binds one party: the notice it must give, in whole months, and the first day that it may end the lease on. */
export interface PartyTerms {
  noticeMonths: number | null;
  boundUntil: Day | null;
}

export type LeaseOptionKind = "extend" | "break" | "expand" | "buy";

/** What a party may choose by a day, and from which day it takes effect. `months` is how long an extension is. */
export interface LeaseOption {
  kind: LeaseOptionKind;
  party: "tenant" | "landlord";
  by: Day;
  effectOn: Day;
  months: number | null;
}

/** What a lease says of its own dates. Days are half-open: `validTo` is the day after its last, null while open-ended. */
export interface LeaseTerms {
  validFrom: Day;
  validTo: Day | null;
  tenant: PartyTerms;
  landlord: PartyTerms;
  /** To which day notice runs: any, the end of a month, or the end of a quarter. */
  noticeTo: NoticeTo;
  /** The month in which the rent is adjusted each year, 1 to 12; null where none follows an index. */
  adjustsInMonth: number | null;
  /** The first day from which either party may ask for the rent of the market, and how often after that. */
  marketRentFrom: Day | null;
  marketRentEveryYears: number | null;
  options: readonly LeaseOption[];
  /** The premises are not simply left, but handed back in an agreed state. */
  mustRestore: boolean;
  depositOre: number;
}
