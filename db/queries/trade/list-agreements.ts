import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { TradeBasis } from "#domain/trade/trade-basis.ts";
import { reachesTrade, speaksFor } from "./trade-scope.ts";

/** An agreement between two units under one roof. The price is in øre, a basis; validTo is the first day after it. */
export interface TradeAgreement {
  id: Id;
  sellerUnitId: Id;
  sellerName: string;
  buyerUnitId: Id;
  buyerName: string;
  buildingId: Id;
  buildingName: string;
  serviceCode: string;
  serviceNameDa: string;
  serviceNameEn: string;
  description: string;
  basis: TradeBasis;
  quantity: number | null;
  unitPriceOre: number | null;
  state: "draft" | "active" | "ended";
  validFrom: Day;
  validTo: Day | null;
  hasSellerAgreed: boolean;
  hasBuyerAgreed: boolean;
  /** Whether whoever asks speaks for that side, and may say yes for it. */
  isSeller: boolean;
  isBuyer: boolean;
  mayWrite: boolean;
}

const columns = (actor: Actor): SQL => sql`a.id, a.seller_unit_id as "sellerUnitId", su.name as "sellerName",
  a.buyer_unit_id as "buyerUnitId", bu.name as "buyerName", a.building_id as "buildingId", b.name as "buildingName",
  a.service_code as "serviceCode", s.name_da as "serviceNameDa", s.name_en as "serviceNameEn", a.description, a.basis,
  a.quantity::float8 as quantity, a.unit_price_ore as "unitPriceOre", a.state, a.valid_from as "validFrom",
  a.valid_to as "validTo", a.seller_agreed_by is not null as "hasSellerAgreed",
  a.buyer_agreed_by is not null as "hasBuyerAgreed", ${speaksFor(actor, sql`su`)} as "isSeller",
  ${speaksFor(actor, sql`bu`)} as "isBuyer", ${reachesTrade(actor, sql`su`, sql`bu`, "write")} as "mayWrite"`;

const joined = sql`trade_agreement a join unit su on su.id = a.seller_unit_id join unit bu on bu.id = a.buyer_unit_id
  join building b on b.id = a.building_id
  join service s on s.organisation_id = a.organisation_id and s.code = a.service_code`;

export const mostAgreements = 200;

/** The agreements an actor reaches: those that wait for an answer first, then active, then ended; at most two hundred. */
export async function listTradeAgreements(
  db: Db,
  actor: Actor,
): Promise<{ items: TradeAgreement[]; total: number }> {
  const rows = await db.execute<TradeAgreement & { total: number } & Record<string, unknown>>(sql`
    select ${columns(actor)}, count(*) over ()::int as total from ${joined}
     where a.organisation_id = ${actor.organisationId} and ${reachesTrade(actor, sql`su`, sql`bu`, "read")}
     order by array_position(array['draft', 'active', 'ended'], a.state), a.valid_from desc, a.id
     limit ${mostAgreements}`);
  return { items: [...rows], total: rows[0]?.total ?? 0 };
}

/** One agreement, or null where there is none that the actor may know of. */
export async function getTradeAgreement(db: Db, actor: Actor, id: Id): Promise<TradeAgreement | null> {
  const [row] = await db.execute<TradeAgreement & Record<string, unknown>>(sql`
    select ${columns(actor)} from ${joined}
     where a.id = ${id} and ${reachesTrade(actor, sql`su`, sql`bu`, "read")}`);
  return row ?? null;
}
