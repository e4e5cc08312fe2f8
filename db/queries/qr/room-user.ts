import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day.ts";

const inForce = (row: SQL, today: Day): SQL =>
  sql`${row}.valid_from <= ${today}::date and (${row}.valid_to is null or ${row}.valid_to > ${today}::date)`;

/** Who uses a room on a day: the unit recorded in it, else the one that rents it. A lateral row of unit_id and administration_id. */
export const roomUser = (space: SQL, today: Day): SQL => sql`(
  select x.unit_id, x.administration_id from (
    select o.unit_id, n.administration_id, 1 as rank from occupation o join unit n on n.id = o.unit_id
     where o.space_id = ${space} and ${inForce(sql`o`, today)}
    union all
    select k.unit_id, k.administration_id, 2 from tenancy t join contract k on k.id = t.contract_id
     where t.space_id = ${space} and t.side = 'out' and ${inForce(sql`t`, today)}) x
   order by x.rank, x.unit_id limit 1)`;

/** Spaces that are there on a day. */
export const spaceThere = (space: SQL, today: Day): SQL => inForce(space, today);
