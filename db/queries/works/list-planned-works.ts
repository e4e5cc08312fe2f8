import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { WorkState } from "#domain/works/works-search.ts";
import { workVisibleTo, workYear } from "./visible-works.ts";

/** A work that somebody has promised for a year, as those who use the building read it. */
export interface PlannedWork {
  id: Id;
  buildingId: Id;
  title: string;
  workGroup: string;
  year: number;
  state: WorkState;
  /** What of the building it is about. */
  elements: { nameDa: string; nameEn: string }[];
  /** The case it was ordered by, which can be followed. */
  caseId: Id | null;
  isFollowed: boolean;
}

/** Which works are asked about: of some buildings, and where items are given only what is about the same elements. */
interface Asked {
  buildingIds: readonly Id[];
  itemCodes?: readonly string[];
}

/**
 * The works of buildings that the plan in force, or somebody since, has set to a year: from this year on and not done yet,
 * within the actor's right, the earliest first.
 */
export async function listPlannedWorks(
  db: Db,
  actor: Actor,
  asked: Asked,
  today: Day,
): Promise<PlannedWork[]> {
  const { buildingIds, itemCodes } = asked;
  if (buildingIds.length === 0 || itemCodes?.length === 0) return [];
  const codes = sql`${sql.param([...(itemCodes ?? [])])}::text[]`;
  const isAbout = itemCodes
    ? sql`(exists (
        select 1 from backlog_line l join element e on e.id = l.element_id
        join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
        join facility_item i on i.organisation_id = t.organisation_id and i.element_group = t.sfb
       where l.work_id = w.id and i.code = any (${codes}))
      -- What stands on one scaffold is one matter to whoever asks: windows, and the painting of them.
      or exists (
        select 1 from element_type t join facility_item i on i.organisation_id = t.organisation_id and i.element_group = t.sfb
         where t.organisation_id = w.organisation_id and t.work_group = w.work_group and t.scope = 'exterior'
           and i.code = any (${codes})))`
    : sql`true`;
  const rows = await db.execute<PlannedWork & Record<string, unknown>>(sql`
    with found as (
      select w.*, ${workYear(sql`w`)} as in_year from work w
       where w.building_id = any (${uuidArray(buildingIds)}) and w.state in ('proposed', 'planned', 'ordered')
         and ${workVisibleTo(actor, sql`w`, today)} and ${isAbout}
    )
    select f.id, f.building_id as "buildingId", f.title, f.work_group as "workGroup", f.in_year as year, f.state,
           (select coalesce(json_agg(distinct jsonb_build_object('nameDa', t.name_da, 'nameEn', t.name_en)), '[]')
              from backlog_line l join element e on e.id = l.element_id
              join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
             where l.work_id = f.id) as elements,
           o.case_id as "caseId", exists (select 1 from case_follower v where v.case_id = o.case_id
             and v.account_id = ${actor.accountId} and v.stopped_at is null) as "isFollowed"
      from found f left join service_order o on o.id = f.order_id
     where f.in_year >= ${yearOf(today)} order by f.in_year, f.title, f.number limit 200`);
  return [...rows];
}
