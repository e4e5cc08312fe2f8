import { sql } from "drizzle-orm";
import { newId, type Id } from "#domain/id.ts";
import type { DistrictRecord } from "#domain/register-import/building-record.ts";
import type { FieldChanges } from "#domain/register-import/compare-building.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { Refusal } from "#domain/register-import/reasons.ts";
import type { Db } from "../client.server.ts";
import { rowsParameter } from "./import-columns.ts";

/** What becomes of one district of a file. `id` and `code` are ours; a district that is known keeps them. */
export type DistrictPlan =
  | { kind: "added" | "changed"; id: Id; code: string; record: DistrictRecord; changes: FieldChanges }
  | { kind: "unchanged"; id: Id }
  | { kind: "refused"; refusal: Refusal };

type Known = {
  row: number;
  id: Id | null;
  code: string | null;
  name: string | null;
  isApproximate: boolean | null;
  isSame: boolean | null;
  isValid: boolean;
  areaBeforeM2: number | null;
  areaM2: number;
};

/** Holds the districts of a file against ours. Reads only. */
export async function listDistrictPlans(
  db: Db,
  actor: ImportActor,
  records: DistrictRecord[],
): Promise<DistrictPlan[]> {
  const given = records.map(({ row, code, name, outline }) => ({
    ...{ row, code, name, outline: { type: "MultiPolygon", coordinates: outline } },
  }));
  const known = await db.execute<Known>(sql`
    with given as materialized (
      select x.row, x.code, x.name, st_setsrid(st_geomfromgeojson(x.outline::text), 4326) as outline
        from jsonb_to_recordset(${rowsParameter(given)}) as x(row int, code text, name text, outline jsonb)
    )
    select g.row, d.id, d.code, d.name, d.is_approximate as "isApproximate", st_isvalid(g.outline) as "isValid",
           st_asbinary(d.outline_wgs84) = st_asbinary(g.outline) as "isSame",
           round(st_area(st_transform(d.outline_wgs84, 25832)))::float8 as "areaBeforeM2",
           round(st_area(st_transform(g.outline, 25832)))::float8 as "areaM2"
      from given g
      left join lateral (
        select d.* from district d
         where d.organisation_id = ${actor.organisationId}
           and (fold_danish(d.name) = fold_danish(g.name) or d.code = g.code)
         order by fold_danish(d.name) = fold_danish(g.name) desc limit 1
      ) d on true
     order by g.row`);
  const taken = new Map<string, number>();
  return known.map((row, index) => {
    const record = records[index]!;
    const id = row.id ?? `new ${record.code}`;
    const earlier = taken.get(id);
    taken.set(id, record.row);
    if (earlier !== undefined) return refuse(record, "bydel_nr", "duplicateId", String(earlier));
    return planDistrict(row, record);
  });
}

function planDistrict(known: Known, record: DistrictRecord): DistrictPlan {
  if (!known.isValid) return refuse(record, "geometry", "brokenOutline");
  const { id, code, areaBeforeM2, areaM2 } = known;
  const changes: FieldChanges = {};
  if (known.name !== record.name) changes["name"] = { from: known.name, to: record.name };
  if (!known.isSame) changes["outlineAreaM2"] = { from: areaBeforeM2, to: areaM2 };
  if (known.isApproximate !== false) changes["isApproximate"] = { from: known.isApproximate, to: false };
  if (id === null || code === null) return { kind: "added", id: newId(), code: record.code, record, changes };
  return Object.keys(changes).length > 0
    ? { kind: "changed", id, code, record, changes }
    : { kind: "unchanged", id };
}

const refuse = (
  record: DistrictRecord,
  field: string,
  reason: Refusal["reason"],
  value?: string,
): DistrictPlan => ({
  kind: "refused",
  refusal: { row: record.row, field, reason, ...(value ? { value } : {}) },
});
