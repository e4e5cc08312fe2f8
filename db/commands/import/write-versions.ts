import { sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import type { FactName } from "#domain/register-import/building-record.ts";
import type { Db } from "../../client.server.ts";
import { factColumns, factList, rowsParameter } from "../../queries/import-columns.ts";
import type { ChangedBuilding } from "./changed-building.ts";

/** What BBR is called where a fact's source is shown. */
export const registerSource = "BBR";

/**
 * Writes new facts as versions: the one in force ends today and another begins, so that the day before still answers as
 * it did. A version that began today is amended in place, because a day has one answer.
 */
export async function writeVersions(db: Db, changed: ChangedBuilding[], today: Day): Promise<void> {
  const rows = changed
    .filter(({ difference }) => Object.keys(difference.facts).length > 0)
    .map((building) => versionRow(building));
  await amendVersions(
    db,
    rows.filter(({ from }) => from === today),
    today,
  );
  await beginVersions(
    db,
    rows.filter(({ from }) => from !== today),
    today,
  );
}

function versionRow({ match, difference, followed }: ChangedBuilding) {
  const version = match.version!;
  const facts = factColumns.map(([fact, column]): [string, unknown] => [
    column,
    difference.facts[fact as FactName]?.to ?? version.facts[fact],
  ]);
  const heldAreaM2 = followed ? difference.facts.grossAreaM2!.to : version.heldAreaM2;
  return {
    ...{ version_id: version.id, new_id: newId(), from: version.from, follows: Boolean(followed) },
    ...{ held_area_m2: heldAreaM2, ...Object.fromEntries(facts) },
  };
}

const recordset = sql.raw(
  `x(version_id uuid, new_id uuid, follows boolean, held_area_m2 numeric, ${factColumns
    .map(([, column, type]) => `${column} ${type}`)
    .join(", ")})`,
);

async function amendVersions(db: Db, rows: unknown[], today: Day): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    update building_version v
       set (held_area_m2, source, method, recorded_on, ${factList()}) =
           (x.held_area_m2, ${registerSource}, case when x.follows then 'register' else v.method end, ${today}::date,
            ${factList("x.")})
      from jsonb_to_recordset(${rowsParameter(rows)}) as ${recordset}
     where v.id = x.version_id`);
}

async function beginVersions(db: Db, rows: unknown[], today: Day): Promise<void> {
  if (rows.length === 0) return;
  // Two statements, because the one-at-a-time constraint looks after each: the old has to have ended by then. The end it
  // had goes to the new one, so it is kept aside in the first.
  const ended = await db.execute<{ version_id: string; valid_to: Day | null }>(sql`
    with old as (
      select v.id, v.valid_to from building_version v
        join jsonb_to_recordset(${rowsParameter(rows)}) as ${recordset} on x.version_id = v.id
    )
    update building_version v set valid_to = ${today}::date from old where v.id = old.id
    returning v.id as version_id, old.valid_to::text as valid_to`);
  await db.execute(sql`
    insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure,
      responsible_administration_id, energy_label, held_area_m2, source, method, recorded_on, ${factList()})
    select x.new_id, v.organisation_id, v.building_id, ${today}::date, e.valid_to, v.tenure,
           v.responsible_administration_id, v.energy_label, x.held_area_m2, ${registerSource},
           case when x.follows then 'register' else v.method end, ${today}::date, ${factList("x.")}
      from jsonb_to_recordset(${rowsParameter(rows)}) as ${recordset}
      join building_version v on v.id = x.version_id
      join jsonb_to_recordset(${rowsParameter([...ended])}) as e(version_id uuid, valid_to date)
        on e.version_id = v.id`);
}
