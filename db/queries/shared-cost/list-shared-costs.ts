import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { AllocationKey } from "#domain/rent/allocate-charge.ts";
import type { SharedLine } from "#domain/rent/shared-cost.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** A cost that leases of a building share. Days half-open. */
export interface SharedCost {
  id: Id;
  buildingId: Id;
  buildingName: string;
  name: string;
  line: SharedLine;
  key: AllocationKey;
  from: Day;
  to: Day;
  amountOre: number;
  source: string;
  enteredAt: string;
  enteredBy: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawnWhy: string | null;
  /** All that the parts weigh together. */
  wholeWeight: number;
}

/** The part of a lease that the actor may read; with null as lease what stands empty, or what others bear, in one. */
export interface CostPart {
  contractId: Id | null;
  number: string | null;
  party: string;
  weight: number;
  amountOre: number;
}

const columns = sql`
  c.id, c.building_id as "buildingId", b.name as "buildingName", c.name, c.line, c.key, c.period_from::text as "from",
  c.period_to::text as "to", c.amount_ore::float8 as "amountOre", c.source, c.entered_at as "enteredAt", e.name as "enteredBy",
  c.withdrawn_at as "withdrawnAt", w.name as "withdrawnBy", c.withdrawn_why as "withdrawnWhy",
  (select sum(p.weight)::float8 from shared_cost_part p where p.cost_id = c.id) as "wholeWeight"`;
const sources = sql`shared_cost c join building b on b.id = c.building_id
  left join account e on e.id = c.entered_by left join account w on w.id = c.withdrawn_by`;

const mostShown = 200;

/** The shared costs of a building that fall on a lease which the actor may read, the newest first. */
export async function listBuildingCosts(db: Db, actor: Actor, buildingId: Id): Promise<SharedCost[]> {
  const rows = await db.execute<SharedCost & Record<string, unknown>>(sql`
    select ${columns} from ${sources} where c.building_id = ${buildingId} and c.organisation_id = ${actor.organisationId}
       and exists (select 1 from shared_cost_part p join contract k on k.id = p.contract_id left join unit u on u.id = k.unit_id
             where p.cost_id = c.id and ${contractVisibleTo(actor)})
     order by c.withdrawn_at is not null, c.period_to desc, c.name, c.id limit ${mostShown}`);
  return [...rows];
}

export type LeaseCost = SharedCost & Pick<CostPart, "weight"> & { partOre: number };

/** What a lease bears of shared costs, the newest first, without what was taken back; none where the actor may not read it. */
export async function listLeaseCosts(db: Db, actor: Actor, contractId: Id): Promise<LeaseCost[]> {
  const rows = await db.execute<LeaseCost & Record<string, unknown>>(sql`
    select ${columns}, p.weight::float8 as weight, p.amount_ore::float8 as "partOre"
      from ${sources} join shared_cost_part p on p.cost_id = c.id and p.contract_id = ${contractId}
      join contract k on k.id = p.contract_id left join unit u on u.id = k.unit_id
     where c.organisation_id = ${actor.organisationId} and c.withdrawn_at is null and ${contractVisibleTo(actor)}
     order by c.period_to desc, c.name, c.id limit ${mostShown}`);
  return [...rows];
}

/**
 * A shared cost with its split: of leases that the actor may read, line by line. Where there are others, they and what stands
 * empty are one line, so that nothing is told of anybody. Null where none of it is the actor's to read.
 */
export async function getSharedCost(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<{ cost: SharedCost; parts: CostPart[]; hasOthers: boolean } | null> {
  const [cost] = await db.execute<SharedCost & Record<string, unknown>>(sql`
    select ${columns} from ${sources} where c.id = ${id} and c.organisation_id = ${actor.organisationId}`);
  if (!cost) return null;
  const visible: SQL = sql`(k.id is not null and ${contractVisibleTo(actor)})`;
  const rows = await db.execute<CostPart & { isVisible: boolean } & Record<string, unknown>>(sql`
    select p.contract_id as "contractId", k.number, coalesce(nullif(k.counterparty, ''), u.name, n.name, '') as party,
           p.weight::float8 as weight, p.amount_ore::float8 as "amountOre", ${visible} as "isVisible"
      from shared_cost_part p left join contract k on k.id = p.contract_id
      left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
     where p.cost_id = ${id} order by k.number nulls last`);
  const parts = rows.filter(({ isVisible }) => isVisible).map(({ isVisible: _, ...part }) => part);
  if (parts.length === 0) return null;
  const rest = rows.filter(({ isVisible }) => !isVisible);
  const sum = (of: "weight" | "amountOre") => rest.reduce((all, row) => all + row[of], 0);
  const others = {
    contractId: null,
    number: null,
    party: "",
    weight: sum("weight"),
    amountOre: sum("amountOre"),
  };
  return {
    cost,
    parts: rest.length > 0 ? [...parts, others] : parts,
    hasOthers: rest.some(({ contractId }) => contractId !== null),
  };
}
