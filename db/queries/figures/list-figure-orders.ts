import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { FiguresSearch } from "#domain/figures/figures-search.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { Punctuality } from "#domain/order/sla.ts";
import { chosenOrders, standingOf } from "./counted-orders.ts";

/** One order behind a figure. Instants are ISO texts, money is øre. */
export interface FigureOrder {
  caseNumber: string;
  line: number;
  createdAt: string;
  nameDa: string;
  nameEn: string;
  buildingName: string;
  teamName: string | null;
  administrationName: string | null;
  state: OrderState;
  respondBy: string | null;
  respondedAt: string | null;
  respond: Punctuality;
  resolveBy: string | null;
  resolvedAt: string | null;
  resolve: Punctuality;
  reopened: number;
  priceOre: number | null;
}

/** The orders that a figure is made of, the newest first, from one on; with the number of all. */
export async function listFigureOrders(
  db: Db,
  actor: Actor,
  search: FiguresSearch,
  page: { from: number; limit: number },
  now: Date,
): Promise<{ items: FigureOrder[]; total: number }> {
  const [counted] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from service_order o where ${chosenOrders(actor, search, now)}`,
  );
  const rows = await db.execute<FigureOrder & Record<string, unknown>>(sql`
    select c.number as "caseNumber", x.line, to_json(x.created_at)#>>'{}' as "createdAt",
           coalesce(i.name_da, s.name_da, '') as "nameDa", coalesce(i.name_en, s.name_en, '') as "nameEn",
           b.name as "buildingName", t.name as "teamName", n.name as "administrationName", x.state,
           to_json(x.respond_by)#>>'{}' as "respondBy", to_json(x.responded_at)#>>'{}' as "respondedAt", x.respond,
           to_json(x.resolve_by)#>>'{}' as "resolveBy", to_json(x.resolved_at)#>>'{}' as "resolvedAt", x.resolve,
           x.reopened, x.price_ore as "priceOre"
      from (select o.*, ${standingOf("respond", now)} as respond, ${standingOf("resolve", now)} as resolve
              from service_order o where ${chosenOrders(actor, search, now)}
             order by o.created_at desc, o.id desc limit ${page.limit} offset ${page.from}) x
      join service_case c on c.id = x.case_id join building b on b.id = x.building_id
      left join team t on t.id = x.team_id left join administration n on n.id = x.administration_id
      left join facility_item i on i.organisation_id = x.organisation_id and i.code = x.item_code
      left join service s on s.organisation_id = x.organisation_id and s.code = x.service_code
     order by x.created_at desc, x.id desc`);
  return { items: [...rows], total: counted!.total };
}
