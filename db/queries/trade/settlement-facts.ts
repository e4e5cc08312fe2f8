import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { firstDayOf, monthAfter, type Month } from "#domain/trade/month.ts";
import type { Correction, Delivered, PricedAgreement } from "#domain/trade/settlement.ts";

export interface SettlementFacts {
  agreements: PricedAgreement[];
  deliveries: Delivered[];
  corrections: Correction[];
}

/** All that a month's settlement is made of: agreements in force in it or put right in it, what was delivered, what is put right. */
export async function getSettlementFacts(db: Db, organisationId: Id, month: Month): Promise<SettlementFacts> {
  const [from, after] = [firstDayOf(month), firstDayOf(monthAfter(month))];
  const agreements = await db.execute<PricedAgreement & Record<string, unknown>>(sql`
    select a.id, a.seller_unit_id as "sellerUnitId", a.buyer_unit_id as "buyerUnitId", a.basis,
           a.quantity::float8 as quantity, a.unit_price_ore as "unitPriceOre", a.valid_from as "validFrom",
           a.valid_to as "validTo"
      from trade_agreement a
     where a.organisation_id = ${organisationId} and a.state in ('active', 'ended')
       and ((a.valid_from < ${after}::date and (a.valid_to is null or a.valid_to > ${from}::date))
         or exists (select 1 from trade_correction c where c.agreement_id = a.id and c.booked_month = ${from}::date))
     order by a.id`);
  const deliveries = await db.execute<Delivered & Record<string, unknown>>(sql`
    select d.agreement_id as "agreementId", sum(d.quantity)::float8 as quantity from trade_delivery d
     where d.organisation_id = ${organisationId} and d.delivered_on >= ${from}::date and d.delivered_on < ${after}::date
     group by 1 order by 1`);
  const corrections = await db.execute<Correction & Record<string, unknown>>(sql`
    select c.agreement_id as "agreementId", c.amount_ore as "amountOre" from trade_correction c
     where c.organisation_id = ${organisationId} and c.booked_month = ${from}::date order by c.id`);
  return { agreements: [...agreements], deliveries: [...deliveries], corrections: [...corrections] };
}
