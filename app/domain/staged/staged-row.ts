import type { Position } from "#geo/position.ts";
import type { Id } from "../id.ts";
import type { StagedFacts } from "../register-import/plan-building.ts";

/** What a row can lack before it can become a building. The database's `staged_missing` says which. */
export const missingFacts = ["use", "area", "address", "position"] as const;
export type MissingFact = (typeof missingFacts)[number];

/** Where a row stands: nobody has said anything, it became a building, or it is not ours. */
export const stagedStates = ["waiting", "rejected", "confirmed"] as const;
export type StagedState = (typeof stagedStates)[number];

export interface PostalAddress {
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
}

/** A row of a register that waits, with what our own register can add: the address that we have under its DAR id. */
export interface StagedRow {
  id: Id;
  bbrId: Id;
  facts: StagedFacts;
  /** Where it stands: the register's point, or else a point on the footprint. */
  position: Position | null;
  knownAddress: (PostalAddress & { id: Id; propertyId: Id; bfeNumber: number | null }) | null;
}

/** The address of a row: the one we know, or the one it spells out in full; null where a person has to say. */
export function addressOf({
  knownAddress,
  facts,
}: Pick<StagedRow, "knownAddress" | "facts">): PostalAddress | null {
  if (knownAddress) {
    const { street, houseNumber, postcode, town } = knownAddress;
    return { street, houseNumber, postcode, town };
  }
  const { street, houseNumber, postcode, town } = facts;
  return street && houseNumber && postcode && town ? { street, houseNumber, postcode, town } : null;
}

/** One line of an address. @example addressLine({ street: "Testvej", houseNumber: "1", postcode: "2200", town: "Kbh N" }) // "Testvej 1, 2200 Kbh N" */
export const addressLine = ({ street, houseNumber, postcode, town }: PostalAddress): string =>
  `${street} ${houseNumber}, ${postcode} ${town}`;
