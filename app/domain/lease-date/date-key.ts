import { parseDay, type Day } from "../day-count.ts";
import { isId, type Id } from "../id.ts";
import type { DateKind } from "./date-level.ts";
import { leaseDateKinds } from "./lease-dates.ts";
import { leaseParties, type LeaseParty } from "./lease-terms.ts";
import { ownDeadlineKinds } from "./own-deadline.ts";

export const dateKinds: readonly DateKind[] = [...leaseDateKinds, ...ownDeadlineKinds];

/** Which date of which lease: what people say of it is kept under this. */
export interface DateKey {
  contractId: Id;
  kind: DateKind;
  party: LeaseParty;
  on: Day;
}

/** @example dateKeyText({ contractId, kind: "lastDay", party: "both", on: "2028-02-29" }) // "….lastDay.both.2028-02-29" */
export const dateKeyText = ({ contractId, kind, party, on }: DateKey): string =>
  [contractId, kind, party, on].join(".");

/** Reads such a key from an address or a form; null where it is none. */
export function readDateKey(text: string | null | undefined): DateKey | null {
  const [contractId, kindText, partyText, onText] = (text ?? "").split(".");
  const kind = dateKinds.find((one) => one === kindText);
  const party = leaseParties.find((one) => one === partyText);
  const on = parseDay(onText);
  return isId(contractId) && kind && party && on ? { contractId, kind, party, on } : null;
}
