import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day-count.ts";

/** Where m² and rent of the lease `k` are read from: its own last day before the day asked for, or its first after. */
export const levelDay = (on: Day): SQL => sql`greatest(k.valid_from, least(${on}::date, k.valid_to - 1))`;

/**
 * The yearly rent of the contract `k` on a day, øre: what its lines come to then (lease_level), or what it was brought in
 * with where it has none; null where neither is known.
 *
 * @example sql`select ${yearlyRentOn(today)} as "annualRentOre" from contract k`
 */
export const yearlyRentOn = (on: Day): SQL =>
  sql`coalesce(${levelOn(on, sql`l.yearly_ore`)}, k.annual_rent_ore)`;

/**
 * The yearly rent of a square metre of the contract `k` on a day, øre, by the m² that it had then; by the rent that it was
 * brought in with, over the `areaM2` of today, where it has no lines.
 */
export const rentPerM2On = (on: Day, areaM2: SQL): SQL =>
  sql`coalesce(${levelOn(on, sql`l.yearly_ore / nullif(l.area_m2, 0)`)}, k.annual_rent_ore / nullif(${areaM2}, 0))`;

const levelOn = (on: Day, value: SQL): SQL => sql`(
  select ${value} from lease_level l
   where l.contract_id = k.id and l.valid_from <= ${levelDay(on)} and l.valid_to > ${levelDay(on)})`;
