import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { isId, type Id } from "#domain/id.ts";

/** An order's number as people write it: the case's, a dash, its line. A case's number alone means its first line. */
const shape = /^(\d{4}-\d{6,})(?:-(\d{1,4}))?$/;

/**
 * The order that a number (or an id) names within an organisation, or null.
 * @example await findOrderNamed(db, organisationId, "2026-000123-2");
 */
export async function findOrderNamed(
  db: Db,
  organisationId: Id,
  name: string,
): Promise<{ id: Id; number: string } | null> {
  const [, number, line] = shape.exec(name.trim()) ?? [];
  if (!number && !isId(name)) return null;
  const named = number ? sql`c.number = ${number} and o.line = ${Number(line ?? 1)}` : sql`o.id = ${name}`;
  const rows = await db.execute<{ id: Id; number: string }>(sql`
    select o.id, c.number || '-' || o.line as number
      from service_order o join service_case c on c.id = o.case_id
     where o.organisation_id = ${organisationId} and ${named}`);
  return rows[0] ?? null;
}
