import { createHash } from "node:crypto";
import { planOrders, type PlannedOrder } from "#domain/case/plan-orders.ts";
import type { Id } from "#domain/id.ts";
import { isOpen } from "#domain/order/order-state.ts";
import { usualTargets, type SlaTarget } from "#domain/order/sla.ts";
import type { DemoIds } from "../demo-ids.ts";
import type { Random } from "../random.ts";
import type { DemoCaseFacts } from "./case-facts.ts";
import type { DemoCaseRows } from "./case-rows.ts";
import type { DemoCast } from "./demo-people.ts";
import type { DrawnCase } from "./draw-cases.ts";
import type { FaultKind } from "./need-kinds.ts";
import { OrderWalk, type Author } from "./order-walk.ts";
import { OrderWriter } from "./order-writer.ts";
import { rateCase } from "./rate-case.ts";
import type { Cast } from "./tell-story.ts";

/** Tells what becomes of one order of a case. */
export type Teller = (walk: OrderWalk, cast: Cast, fault: FaultKind | null, line: number) => void;

/** An order that was written, for those that come later and are the same. */
export interface WrittenOrder {
  id: Id;
  caseId: Id;
  number: string;
  itemCode: string | null;
  placedAt: Date;
  /** When the last step was taken, where nothing is left to do. */
  endedAt: Date | null;
  state: string;
}

/** What is told of a case instead of left to chance. */
export interface Override {
  rating?: 1 | 2 | 3 | 4 | 5;
  askedBy?: Author;
  worker?: Author;
}

export const demoSender = "demo";

/** Writes cases as placing and stepping them would have: the same rules decide who acts, by when, and what follows. */
export class CaseWriter {
  #number: number;
  readonly #orders: OrderWriter;
  readonly #recent = new Map<Id, WrittenOrder[]>();

  constructor(
    private readonly random: Random,
    private readonly ids: DemoIds,
    private readonly facts: DemoCaseFacts,
    private readonly cast: DemoCast,
    private readonly rows: DemoCaseRows,
    /** Nothing has happened after this. */
    private readonly until: Date,
  ) {
    this.#number = facts.firstNumber;
    this.#orders = new OrderWriter(random.stream("work"), ids, facts, rows);
  }

  /** The orders asked for in a building so far, latest last. */
  earlierAt(buildingId: Id): readonly WrittenOrder[] {
    return this.#recent.get(buildingId) ?? [];
  }

  /** Writes a case with all that became of it. */
  write(drawn: DrawnCase, tell: Teller, told: Override = {}): Id {
    const planned = this.#plan(drawn);
    const caseId = this.ids.next();
    const number = `${drawn.day.slice(0, 4)}-${String(this.#number++).padStart(6, "0")}`;
    const asker = told.askedBy ?? this.#askerOf(drawn);
    const orders = planned.map((order, index) => {
      const walk = new OrderWalk(order, drawn.at, this.#targetOf(order), this.until);
      const cast = { ...this.#castOf(order, drawn, asker), ...(told.worker ? { worker: told.worker } : {}) };
      tell(walk, cast, drawn.faults[index] ?? null, index);
      return { id: this.ids.next(), walk, cast, fault: drawn.faults[index] ?? null, line: index + 1 };
    });
    const closedAt = closingOf(orders.map(({ walk }) => walk));
    this.#writeCase(drawn, { caseId, number, asker, closedAt }, orders);
    for (const order of orders) {
      this.#orders.write({ ...order, caseId, number, drawn, asker });
      this.#remember(drawn.premises.buildingId, order, caseId, number);
    }
    if (closedAt) {
      const walks = orders.map(({ walk }) => walk);
      const rating = rateCase(this.random, { drawn, closedAt, walks, until: this.until }, told.rating);
      const { organisationId } = this.facts;
      if (rating)
        this.rows.caseRating.push({ ...rating, caseId, organisationId, accountId: asker.accountId });
    }
    return caseId;
  }

  #plan({ day, at, unit, premises, items }: DrawnCase): PlannedOrder[] {
    const { administrationId } = unit;
    const { tenure, contractIds } = premises;
    const place = { tenure, contractIds, unitId: unit.id, administrationId, tenants: [] };
    const planned = planOrders({ ...this.facts, ...place, on: day }, items, at);
    if (!planned.ok) throw new RangeError(`${planned.refusal} of ${JSON.stringify(items[planned.index])}`);
    return planned.orders;
  }

  #targetOf(order: PlannedOrder): SlaTarget {
    const { serviceCode } = order.item;
    const code = serviceCode
      ? this.facts.services.find((one) => one.code === serviceCode)?.slaCode
      : this.facts.rules.find(({ id }) => id === order.ruleId)?.slaCode;
    const of = (wanted: string) =>
      this.facts.targets.find((one) => one.code === wanted && one.priority === order.priority);
    return of(code ?? "standard") ?? of("standard") ?? usualTargets[order.priority];
  }

  /** A leader with an account asks in her own name; elsewhere somebody of the unit does, and of a protected unit nobody is told. */
  #askerOf({ unit }: DrawnCase): Author {
    if (unit.isProtected) return { accountId: null, name: "Medarbejder (fiktiv)" };
    return this.cast.leaderOf.get(unit.id) ?? { accountId: null, name: `Medarbejder, ${unit.name}` };
  }

  #castOf(order: PlannedOrder, { unit }: DrawnCase, asker: Author): Cast {
    const team = this.facts.teams.find(({ id }) => id === order.teamId);
    const desk = this.facts.teams.find(({ code }) => code === "SD");
    const workers = (team && this.cast.workersOf.get(team.id)) ?? [];
    const dispatchers = (desk && this.cast.workersOf.get(desk.id)) ?? [];
    const approver = order.approver === "leader" ? this.cast.leaderOf.get(unit.id) : undefined;
    return {
      asker,
      dispatcher: this.random.pick(dispatchers),
      worker: this.random.pick(workers.length > 0 ? workers : dispatchers),
      approver: approver ?? { accountId: null, name: "Budgetansvarlig (fiktiv)" },
    };
  }

  #writeCase(
    { at, unit, premises, room, text, items }: DrawnCase,
    { caseId, number, asker, closedAt }: { caseId: Id; number: string; asker: Author; closedAt: Date | null },
    orders: { id: Id; walk: OrderWalk }[],
  ): void {
    const { organisationId } = this.facts;
    this.rows.serviceCase.push({
      ...{ id: caseId, organisationId, number, buildingId: premises.buildingId, spaceId: room?.id ?? null },
      ...{ unitId: unit.id, administrationId: unit.administrationId, text, origin: "portal" },
      ...{ askedBy: asker.accountId, askerName: asker.name, sender: demoSender },
      idempotencyKey: `demo-${number}`,
      bodySha256: createHash("sha256").update(JSON.stringify({ text, items })).digest("hex"),
      answer: {
        caseNumber: number,
        orders: orders.map(({ id, walk: { planned } }) => ({
          ...{ id, service: planned.nameDa, executor: planned.executor, payer: planned.payer },
          respondBy: planned.respondBy?.toISOString() ?? null,
          resolveBy: planned.resolveBy?.toISOString() ?? null,
          clause: planned.clauseDa,
        })),
      },
      ...{ createdAt: at, closedAt },
    });
    this.rows.caseEvent.push({
      ...{ id: this.ids.next(), organisationId, caseId, orderId: null, event: "placed", fromState: null },
      ...{ toState: "received", reason: "", payload: {}, isInternal: false, accountId: asker.accountId },
      ...{ actorName: asker.name, happenedAt: at, recordedAt: at },
    });
    if (asker.accountId) this.follow(caseId, asker.accountId, at);
  }

  /** Somebody with an account follows a case. */
  follow(caseId: Id, accountId: Id, createdAt: Date): void {
    const { organisationId } = this.facts;
    this.rows.caseFollower.push({ id: this.ids.next(), organisationId, caseId, accountId, createdAt });
  }

  #remember(
    buildingId: Id,
    { id, walk, line }: { id: Id; walk: OrderWalk; line: number },
    caseId: Id,
    number: string,
  ) {
    const order: WrittenOrder = {
      ...{ id, caseId, number: `${number}-${line}`, itemCode: walk.planned.item.itemCode ?? null },
      ...{ placedAt: walk.placedAt, state: walk.facts.state },
      endedAt: isOpen(walk.facts.state) ? null : walk.lastAt,
    };
    const orders = this.#recent.get(buildingId) ?? [];
    orders.push(order);
    this.#recent.set(buildingId, orders);
  }
}

function closingOf(walks: readonly OrderWalk[]): Date | null {
  if (walks.some(({ facts }) => isOpen(facts.state))) return null;
  return new Date(Math.max(...walks.map(({ lastAt }) => lastAt.getTime())));
}
