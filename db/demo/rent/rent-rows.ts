import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { BasePart, RentBasis, RentLineKind } from "#domain/rent/rent-term.ts";

export interface RentTermRow {
  id: Id;
  organisationId: Id;
  contractId: Id;
  kind: RentLineKind;
  part: BasePart | null;
  basis: RentBasis;
  yearlyOre: number;
  baseMonth: Day | null;
  adjustsInMonth: number | null;
  monthsBefore: number | null;
  cap: number | null;
  floor: number | null;
  source: string;
  validFrom: Day;
  validTo: Day | null;
}
