import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

interface LeaseRow {
  id: Id;
  organisationId: Id;
  contractId: Id;
  source: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface LeaseTermRow extends LeaseRow {
  landlordNoticeMonths: number;
  tenantNoticeMonths: number;
  landlordBoundUntil: Day | null;
  tenantBoundUntil: Day | null;
  noticeTo: "anyDay" | "monthEnd" | "quarterEnd";
  restoration: "none" | "maintained" | "asReceived" | "cleared";
  depositOre: number;
  prepaidOre: number;
  regulation: "none" | "index" | "steps";
  regulatesInMonth: number | null;
  marketRentFrom: Day | null;
  marketRentEveryYears: number | null;
}

export interface LeaseOptionRow extends LeaseRow {
  kind: "extend" | "break" | "expand" | "buy";
  holder: "landlord" | "tenant";
  decideBy: Day;
  effectOn: Day;
  months: number | null;
  note: string;
}

export interface LeasePartyRow extends LeaseRow {
  role: "landlord" | "tenant" | "administrator" | "payer";
  name: string;
  cvr: string | null;
  ean: string | null;
  contact: string;
  mail: string;
  phone: string;
}

/** What the demo says of its leases besides their rent. */
export interface LeaseRows {
  leaseTerm: LeaseTermRow[];
  leaseOption: LeaseOptionRow[];
  leaseParty: LeasePartyRow[];
}
