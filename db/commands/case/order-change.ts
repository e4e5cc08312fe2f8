import type { ActorStanding } from "#db/queries/case/get-standing.ts";
import type { serviceOrder } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { Result } from "#domain/result.ts";

/** Who takes a step: an account, or whoever a link in a mail names. */
export interface StepAuthor extends ActorStanding {
  accountId: Id | null;
  organisationId: Id;
  name: string;
  requestId?: string;
}

export type ChangeRefusal =
  "stepNotPossible" | "reasonMissing" | "payloadWrong" | "unknownTeam" | "unknownPerson" | "unknownOrder";

/** What an event makes of an order, before it is kept. Without a patch the order's version stands. */
export interface OrderChange {
  patch: Partial<typeof serviceOrder.$inferInsert>;
  toState: OrderState;
  /** What the time line keeps of it, names included. */
  payload: Record<string, unknown>;
}

export type ChangeAnswer = Result<OrderChange, ChangeRefusal>;
