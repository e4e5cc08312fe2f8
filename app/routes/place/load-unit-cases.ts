import type { Db } from "#db/client.server.ts";
import { listCases, type CaseRow } from "#db/queries/case/list-cases.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** What of a unit's cases its leader meets on her own page: what is under way, and what ended last. */
export interface CasesOfUnit {
  open: CaseRow[];
  openTotal: number;
  /** How many of them wait for an answer of hers. */
  yours: number;
  ended: CaseRow[];
}

const mostOpen = 5;
const mostEnded = 3;

export async function loadUnitCases(db: Db, actor: Actor, unit: Id, today: Day): Promise<CasesOfUnit> {
  const of = (state: "open" | "yours" | "ended", limit: number) =>
    listCases(db, actor, { unit, state, building: null, q: "" }, { limit, cursor: null }, today);
  const [open, yours, ended] = await Promise.all([
    of("open", mostOpen),
    of("yours", 1),
    of("ended", mostEnded),
  ]);
  return { open: open.items, openTotal: open.total, yours: yours.total, ended: ended.items };
}
