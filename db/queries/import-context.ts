import { sql } from "drizzle-orm";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import { buildingUses } from "#domain/building-use.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import type { Db } from "../client.server.ts";

/** What an import is judged against. `municipality` widens or moves whose rows are taken; by default the organisation's
 *  own. Throws where the organisation does not exist. */
export async function getImportContext(
  db: Db,
  { organisationId }: { organisationId: Id },
  { municipality, now }: { municipality?: string; now: Date },
): Promise<ImportContext> {
  const [organisation] = await db.execute<{
    code: string;
    outline: { coordinates: MultiPolygonCoordinates } | null;
  }>(sql`
    select municipality_code as code, st_asgeojson(outline_wgs84, 15)::json as outline
      from organisation where id = ${organisationId}`);
  if (!organisation) throw new Error(`There is no organisation ${organisationId}.`);
  return {
    ...{ today: dayAt(now), now: now.getTime(), organisationMunicipality: organisation.code },
    municipality: municipality ?? organisation.code,
    outline: organisation.outline?.coordinates ?? null,
    useCodes: new Map(buildingUses.map(({ code, isPhasedOut }) => [code, { isPhasedOut }])),
  };
}
