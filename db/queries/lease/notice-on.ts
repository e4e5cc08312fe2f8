import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day-count.ts";
import { levelDay } from "./rent-on.ts";

/** By the terms of the contract `k` that hold on a day, or as it was brought in where nobody has written any. */
const byTerms = (on: Day, written: SQL, own: SQL): SQL => sql`(
  select case when m.id is null then ${own} else ${written} end
    from (values (1)) one left join lease_term m on m.contract_id = k.id
     and m.valid_from <= ${levelDay(on)} and (m.valid_to is null or m.valid_to > ${levelDay(on)}))`;

/** The notice that the tenant of the contract `k` has to give on a day, months; null where none is agreed. */
export const noticeMonthsOn = (on: Day): SQL =>
  byTerms(on, sql`m.tenant_notice_months`, sql`k.notice_months`);

/** The day from which the tenant of the contract `k` may leave, as agreed on a day, its end at the latest; null where it is not bound. */
export const boundUntilOn = (on: Day): SQL =>
  byTerms(
    on,
    sql`case when m.tenant_bound_until > k.valid_to then k.valid_to else m.tenant_bound_until end`,
    sql`k.non_terminable_until`,
  );
