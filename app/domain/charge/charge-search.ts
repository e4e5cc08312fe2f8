import type { ChargeableLease } from "./charge-lease.ts";
import type { ChargeCause } from "./explain-difference.ts";

/** What of a run is asked for; empty filters leave nothing out. */
export interface ChargeSearch {
  administration: string;
  kind: ChargeableLease["kind"] | "";
  cause: ChargeCause | "";
  isChanged: boolean;
  q: string;
  page: number;
}

/** Leases on a page of a run. */
export const chargesAPage = 50;

/** What stands for the code of an administration where those who pay belong to none. */
export const externalCode = "-";
