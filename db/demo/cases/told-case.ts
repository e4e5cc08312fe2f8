import { CaseItem } from "#domain/case/case-form.ts";
import { danishTimeAt } from "#domain/calendar/danish-time.ts";
import type { Day } from "#domain/day.ts";
import type { OrderStep } from "#domain/order/order-state.ts";
import type { DemoCaseUnit } from "./case-facts.ts";
import type { Override, Teller } from "./case-writer.ts";
import type { DrawnCase } from "./draw-cases.ts";
import { faultKinds } from "./need-kinds.ts";
import type { WalkedStep } from "./order-walk.ts";
import { portal, type Cast } from "./tell-story.ts";
import { instantOn, workingDayAt } from "./told-day.ts";

/** A step that is told: which, how many working days from the load day, at what hour, by whom. */
export interface ToldStep {
  step: OrderStep;
  on: number;
  at: string;
  by: keyof Cast | "portal";
  reason?: string;
  payload?: WalkedStep["payload"];
  /** The working day it is planned for, counted from the load day. */
  plannedFor?: number;
}

/** A case that the demo always has, with what became of each of its orders. */
export interface ToldCase extends Override {
  unit: DemoCaseUnit;
  on: number;
  at: string;
  text: string;
  needs: (Pick<CaseItem, "itemCode" | "serviceCode"> & Partial<CaseItem>)[];
  steps: ToldStep[][];
  /** Demo accounts that follow it besides the asker. */
  followers?: ("deputy" | "administration" | "manager")[];
}

/** The same as a drawn case, and what to tell of its orders. */
export function readTold(told: ToldCase, loadDay: Day): { drawn: DrawnCase; tell: Teller } {
  const at = instantOn(loadDay, told.on, told.at);
  const premises = told.unit.premises.toSorted((a, b) => b.areaM2 - a.areaM2)[0]!;
  const items = told.needs.map((need) => CaseItem.parse(need));
  const faults = items.map(({ itemCode }) => faultKinds.find(({ item }) => item === itemCode) ?? null);
  const drawn = {
    ...{ at, day: danishTimeAt(at).day, unit: told.unit, premises, room: null },
    ...{ text: told.text, items, faults },
  };
  const tell: Teller = (walk, cast, _fault, line) => {
    for (const { step, on, at: clock, by, reason, payload, plannedFor } of told.steps[line] ?? []) {
      const author = by === "portal" ? portal : cast[by];
      const plannedOn = plannedFor === undefined ? {} : { plannedOn: workingDayAt(loadDay, plannedFor) };
      walk.take(step, instantOn(loadDay, on, clock), author, {
        reason,
        payload: { ...payload, ...plannedOn },
      });
    }
  };
  return { drawn, tell };
}
