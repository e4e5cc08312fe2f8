import { bearersOf } from "#domain/case/bearers-of.ts";
import { splitCost } from "#domain/case/split-cost.ts";
import type { Id } from "#domain/id.ts";
import type { DemoIds } from "../demo-ids.ts";
import type { Random } from "../random.ts";
import type { DemoCaseFacts } from "./case-facts.ts";
import type { DemoCaseRows } from "./case-rows.ts";
import type { DrawnCase } from "./draw-cases.ts";
import type { FaultKind } from "./need-kinds.ts";
import type { Author, OrderWalk, WalkedStep } from "./order-walk.ts";
import type { Cast } from "./tell-story.ts";

/** An order with its case, its walk and everyone in it. */
export interface ToldOrder {
  id: Id;
  caseId: Id;
  number: string;
  line: number;
  drawn: DrawnCase;
  asker: Author;
  walk: OrderWalk;
  cast: Cast;
  fault: FaultKind | null;
}

/** What an hour of a craftsman costs in øre: an example, as the catalogue's prices are. */
const hourlyOre = 46_000;
const endedByWork = ["done", "confirmed", "closed"];

/** Writes the rows of one order: itself, its events, hours, materials, price, who bears it, and what was approved. */
export class OrderWriter {
  constructor(
    private readonly random: Random,
    private readonly ids: DemoIds,
    private readonly facts: DemoCaseFacts,
    private readonly rows: DemoCaseRows,
  ) {}

  write(told: ToldOrder): void {
    const gapId = told.walk.planned.isGap ? this.#noteGap(told) : null;
    const minutes = workMinutes(told.walk.steps);
    const materials = this.#materialsOf(told);
    const priceOre = this.#priceOf(told, minutes, materials);
    this.#writeOrder(told, gapId, priceOre);
    this.#writeEvents(told);
    this.#writeHours(told);
    for (const material of materials) this.rows.materialEntry.push(material);
    if (priceOre !== null) this.#writeShares(told, priceOre);
    this.#writeApproval(told, priceOre);
  }

  #noteGap({ drawn, walk }: ToldOrder): Id {
    const { item, location } = walk.planned;
    const { tenure, buildingId } = drawn.premises;
    const itemCode = item.itemCode!;
    const known = this.rows.responsibilityGap.find(
      (gap) =>
        gap.itemCode === itemCode &&
        gap.location === location &&
        gap.cause === item.cause &&
        gap.tenure === tenure,
    );
    if (known) {
      known.timesMet = (known.timesMet ?? 1) + 1;
      known.lastMetAt = drawn.at;
      return known.id;
    }
    const id = this.ids.next();
    this.rows.responsibilityGap.push({
      ...{ id, organisationId: this.facts.organisationId, itemCode, location, cause: item.cause, tenure },
      ...{ buildingId, timesMet: 1, firstMetAt: drawn.at, lastMetAt: drawn.at },
    });
    return id;
  }

  #materialsOf({ id, walk, cast, fault }: ToldOrder): DemoCaseRows["materialEntry"] {
    const finished = walk.steps.findLast(({ step }) => step === "finish");
    const accountId = cast.worker.accountId;
    if (!finished || !accountId || !fault || fault.materials.length === 0 || !isOurs(walk)) return [];
    if (this.random.chance(0.35)) return [];
    const [name, unitOre, unit] = this.random.pick(fault.materials) as [string, number, string];
    const quantity = /m|m²|m³|stk\./.test(unit) && this.random.chance(0.3) ? this.random.int(2, 4) : 1;
    return [
      {
        ...{ id: this.ids.next(), organisationId: this.facts.organisationId, orderId: id, accountId },
        ...{ name, quantity, unit, priceOre: unitOre * quantity, usedAt: finished.at },
      },
    ];
  }

  /** What it cost: the catalogue's price, what was approved, or hours and materials; null while nobody knows or it is another's. */
  #priceOf({ walk }: ToldOrder, minutes: number, materials: DemoCaseRows["materialEntry"]): number | null {
    const { planned, facts } = walk;
    if (planned.priceOre !== null) return planned.priceOre;
    const asked = walk.steps.find(({ step }) => step === "askApproval")?.payload.amountOre;
    if (typeof asked === "number") return asked;
    if (!isOurs(walk) || !endedByWork.includes(facts.state)) return null;
    const used = materials.reduce((sum, { priceOre }) => sum + (priceOre ?? 0), 0);
    return Math.round((Math.max(minutes, 30) / 60) * hourlyOre) + used;
  }

  #writeOrder(
    { id, caseId, line, drawn, asker, walk, cast }: ToldOrder,
    gapId: Id | null,
    priceOre: number | null,
  ) {
    const { planned, facts, steps } = walk;
    const { item, isGap: _, approver: __, costs: ___, nameDa: ____, nameEn: _____, ...answer } = planned;
    const isBegun = steps.some(({ step }) => step === "plan" || step === "start");
    const duplicateOf = steps.find(({ step }) => step === "markDuplicate")?.payload.duplicateOfId;
    this.rows.serviceOrder.push({
      ...{
        id,
        organisationId: this.facts.organisationId,
        caseId,
        line,
        buildingId: drawn.premises.buildingId,
      },
      ...{ unitId: drawn.unit.id, administrationId: drawn.unit.administrationId },
      ...{ itemCode: item.itemCode ?? null, serviceCode: item.serviceCode ?? null, cause: item.cause },
      ...{ tenure: drawn.premises.tenure, quantity: item.quantity, description: item.description },
      ...answer,
      ...{ gapId, assignedTo: isBegun ? cast.worker.accountId : null },
      ...facts,
      nextOwner: facts.nextOwner || (facts.state === "declined" ? asker.name : ""),
      duplicateOfId: typeof duplicateOf === "string" ? duplicateOf : null,
      ...{ priceOre, version: 1 + steps.length, createdAt: drawn.at },
    });
  }

  #writeEvents({ id, caseId, drawn, asker, walk }: ToldOrder): void {
    const { organisationId } = this.facts;
    const { planned } = walk;
    const write = (
      event: string,
      from: string,
      to: string,
      at: Date,
      by: Author,
      reason: string,
      payload: object,
    ) =>
      this.rows.caseEvent.push({
        ...{ id: this.ids.next(), organisationId, caseId, orderId: id, event, fromState: from, toState: to },
        ...{ reason, payload, isInternal: false, accountId: by.accountId, actorName: by.name },
        ...{ happenedAt: at, recordedAt: at },
      });
    if (planned.approver) {
      const payload = { approver: planned.approver, amountOre: planned.priceOre };
      write("askApproval", "received", "awaitingApproval", drawn.at, asker, "", payload);
    }
    for (const { step, from, to, at, by, reason, payload } of walk.steps)
      write(step, from, to, at, by, reason, payload);
  }

  #writeHours({ id, walk }: ToldOrder): void {
    const { organisationId } = this.facts;
    for (const { from, to, by } of spells(walk.steps)) {
      if (!by.accountId) continue;
      const minutes = to && Math.round((to.getTime() - from.getTime()) / 600) / 100;
      this.rows.workEntry.push({
        ...{ id: this.ids.next(), organisationId, orderId: id, accountId: by.accountId },
        ...{ startedAt: from, endedAt: to, minutes },
      });
    }
  }

  #writeShares({ id, drawn, walk }: ToldOrder, priceOre: number): void {
    const { unit } = drawn;
    const place = { unitId: unit.id, administrationId: unit.administrationId, tenants: [] };
    const { basis, bearers } = bearersOf(walk.planned, place);
    splitCost(basis, bearers, priceOre).forEach((part, index) =>
      this.rows.costShare.push({
        ...{ orderId: id, line: index + 1, organisationId: this.facts.organisationId, payer: part.payer },
        ...{ unitId: part.unitId, administrationId: part.administrationId, basis: part.basis },
        ...{ basisValue: part.value, amountOre: part.amountOre },
      }),
    );
  }

  #writeApproval({ id, drawn, walk }: ToldOrder, priceOre: number | null): void {
    const asked = walk.steps.find(({ step }) => step === "askApproval");
    const approver = walk.planned.approver ?? (asked ? "landlord" : null);
    if (!approver) return;
    const decided = walk.steps.find(({ step }) => step === "approve" || step === "reject");
    this.rows.orderApproval.push({
      ...{ id: this.ids.next(), organisationId: this.facts.organisationId, orderId: id, approver },
      ...{ amountOre: priceOre ?? 0, askedAt: asked?.at ?? drawn.at, decidedAt: decided?.at ?? null },
      decision: !decided ? null : decided.step === "approve" ? "approved" : "rejected",
      ...{ decidedBy: decided?.by.accountId ?? null, decidedFor: null, comment: decided?.reason ?? "" },
    });
  }
}

/** Whether the city's own people or suppliers do it: what others do has no price here. */
const isOurs = ({ planned }: OrderWalk): boolean =>
  planned.executor === "landlord" || planned.executor === "administration";

/** The times somebody worked: from a start to whatever ended it, or to nothing yet. */
function spells(steps: readonly WalkedStep[]): { from: Date; to: Date | null; by: Author }[] {
  return steps.flatMap((step, index) =>
    step.to === "inProgress" ? [{ from: step.at, to: steps[index + 1]?.at ?? null, by: step.by }] : [],
  );
}

const workMinutes = (steps: readonly WalkedStep[]): number =>
  spells(steps).reduce((sum, { from, to }) => sum + (to ? (to.getTime() - from.getTime()) / 60_000 : 0), 0);
