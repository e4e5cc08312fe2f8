import type { PlannedOrder } from "#domain/case/plan-orders.ts";
import type { Id } from "#domain/id.ts";
import { stateAfter, type OrderStep } from "#domain/order/order-state.ts";
import { deadlines, type SlaTarget } from "#domain/order/sla.ts";
import { effectOf, type OrderFacts, type TakenStep } from "#domain/order/step-effect.ts";

/** Who takes a step; a job of the portal has no account. */
export interface Author {
  accountId: Id | null;
  name: string;
}

/** A step that was taken, as the time line keeps it. */
export interface WalkedStep {
  step: OrderStep;
  from: string;
  to: string;
  at: Date;
  by: Author;
  reason: string;
  payload: TakenStep["payload"] & Record<string, unknown>;
}

interface Told {
  reason?: string;
  payload?: WalkedStep["payload"];
}

/**
 * Walks an order from the moment it was placed, step by step, through the same rules as a person's click. What would
 * happen after `until` has not happened yet: the walk ends there.
 */
export class OrderWalk {
  readonly steps: WalkedStep[] = [];
  facts: OrderFacts;
  #isOver = false;

  constructor(
    readonly planned: PlannedOrder,
    readonly placedAt: Date,
    private readonly target: SlaTarget,
    private readonly until: Date,
  ) {
    this.facts = {
      ...{ state: planned.approver ? "awaitingApproval" : "received", outcome: null, stateReason: "" },
      ...{ nextOwner: "", respondBy: planned.respondBy, resolveBy: planned.resolveBy, respondedAt: null },
      ...{ resolvedAt: null, waitingSince: null, plannedOn: null, plannedYear: null, reopened: 0 },
    };
  }

  /** When the last thing happened. */
  get lastAt(): Date {
    return this.steps.at(-1)?.at ?? this.placedAt;
  }

  /** Takes a step; false where it lies in the future, and then nothing more happens. Throws where no such step leads on. */
  take(step: OrderStep, at: Date, by: Author, { reason = "", payload = {} }: Told = {}): boolean {
    if (this.#isOver || at > this.until) {
      this.#isOver = true;
      return false;
    }
    const from = this.facts.state;
    const to = stateAfter(from, step);
    if (to === null || at < this.lastAt)
      throw new RangeError(`no ${step} from ${from} at ${at.toISOString()}`);
    const taken = { step, to, at, reason, payload, isRoundTheClock: this.target.isRoundTheClock };
    this.facts = effectOf(this.facts, taken);
    if (step === "reopen") this.facts = { ...this.facts, ...deadlines(at, this.target) };
    this.steps.push({ step, from, to, at, by, reason, payload });
    return true;
  }
}
