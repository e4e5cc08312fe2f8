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
export const yearlyRentOn = (on: Day): SQL => sql`coalesce((
  select l.yearly_ore from lease_level l
   where l.contract_id = k.id and l.valid_from <= ${levelDay(on)} and l.valid_to > ${levelDay(on)}), k.annual_rent_ore)`;
