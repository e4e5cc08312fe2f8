import { sql, type SQL } from "drizzle-orm";

/**
 * Which day it is in Denmark, asked by the database itself, where no day is given along. Its own `current_date` is
 * London's or Greenwich's: for an hour or two each night, yesterday.
 * @example sql`valid_from <= ${danishToday}`
 */
export const danishToday: SQL = sql`(now() at time zone 'Europe/Copenhagen')::date`;
