import type { Db } from "#db/client.server.ts";
import { getCasePlace, getGivenPlace, type CasePlace } from "#db/queries/case/case-place.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Who sends a case: someone signed in, someone who opened a code on a wall, or a service that comes again by itself. */
export type CaseSender =
  | { kind: "account"; actor: Actor; origin?: "portal" | "api" }
  | {
      kind: "qr";
      organisationId: Id;
      qrCodeId: Id;
      buildingId: Id;
      spaceId: Id | null;
      unitId: Id | null;
      name: string;
      email: string | null;
      /** The hash of the private link by which the sender follows. */
      followTokenHash?: Buffer;
      locale?: "da" | "en";
    }
  | {
      kind: "job";
      organisationId: Id;
      recurringServiceId: Id;
      buildingId: Id;
      unitId: Id | null;
      /** Who set the service up, and so follows what it makes. */
      accountId: Id | null;
      name: string;
    };

/** What is written of a sender: into the case, its event and the record of changes. */
export interface SenderParts {
  /** One namespace of keys: an account's, a code's, a recurring service's. */
  sender: string;
  organisationId: Id;
  origin: "portal" | "api" | "qr" | "recurring";
  accountId: Id | null;
  name: string;
  email: string | null;
  locale: "da" | "en";
  requestId?: string;
}

export function senderParts(sender: CaseSender): SenderParts {
  if (sender.kind === "account") {
    const { organisationId, accountId, name, locale, requestId } = sender.actor;
    const origin = sender.origin ?? "portal";
    return {
      ...{ sender: `account:${accountId}`, organisationId, origin, accountId, name, requestId },
      ...{ email: null, locale: locale ?? "da" },
    };
  }
  const { organisationId, name } = sender;
  if (sender.kind === "qr")
    return {
      ...{ sender: `qr:${sender.qrCodeId}`, organisationId, origin: "qr", accountId: null, name },
      ...{ email: sender.email, locale: sender.locale ?? "da" },
    };
  return {
    ...{ sender: `job:${sender.recurringServiceId}`, organisationId, origin: "recurring", name },
    ...{ accountId: sender.accountId, email: null, locale: "da" },
  };
}

/** The place that a sender may ask for, or why not. A code speaks for its own building alone. */
export async function placeFor(
  db: Db,
  sender: CaseSender,
  asked: { buildingId: Id; spaceId: Id | null },
  today: Day,
): Promise<CasePlace | "notAllowed" | "placeOutsideScope"> {
  if (sender.kind === "account") {
    if (!mayAsk(sender.actor)) return "notAllowed";
    return (await getCasePlace(db, sender.actor, asked, today)) ?? "placeOutsideScope";
  }
  if (asked.buildingId !== sender.buildingId) return "placeOutsideScope";
  return (await getGivenPlace(db, sender, asked, today)) ?? "placeOutsideScope";
}

/** Whether someone may ask for something anywhere: a craftsman's right to cases is to those of the team. */
const mayAsk = (actor: Actor): boolean =>
  may({ grants: actor.grants.filter(({ role }) => role !== "craftsman") }, "cases", "write");
