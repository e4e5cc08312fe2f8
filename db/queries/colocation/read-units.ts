import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseUnit } from "#domain/colocation/case-inputs.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import { useSources, type UseSource } from "#domain/use/use-week.ts";
import { premisesSpaces, usedOfPremises } from "./premises-spaces.ts";
import { visibleUnit } from "./visible-cases.ts";

/** The units of a case that the actor sees, with what they need and what they use of the case's premises on a day. */
export async function readUnits(db: Db, actor: Actor, caseId: Id, on: Day): Promise<CaseUnit[]> {
  const rows = await db.execute<Omit<CaseUnit, "observed"> & { weeks: SeenWeek[] | null }>(sql`
    with ${premisesSpaces(caseId, on)}, ${usedOfPremises(on)}
    select x.id, x.unit_id as "unitId", u.name, u.kind, u.administration_id as "administrationId",
           a.code as administration, x.employees,
           coalesce((select json_agg(json_build_object('roomFunction', n.room_function, 'places', n.places,
             'areaM2', n.area_m2, 'mayShare', n.may_share) order by n.room_function)
             from colocation_unit_need n where n.colocation_unit_id = x.id), '[]') as needs,
           coalesce((select json_agg(json_build_object('weekday', h.weekday, 'fromHour', h.from_hour,
             'toHour', h.to_hour, 'persons', h.persons) order by h.weekday, h.from_hour)
             from colocation_unit_hours h where h.colocation_unit_id = x.id), '[]') as hours,
           (select json_agg(json_build_object('buildingId', w.building_id, 'source', w.source, 'weeks', w.weeks_observed,
             'persons', coalesce(w.persons_p95, w.persons)) order by w.building_id, w.source)
             from use_pattern w where w.unit_id = x.unit_id and w.space_id is null and w.period = 'term'
              and w.valid_from <= ${on}::date and (w.valid_to is null or w.valid_to > ${on}::date)
              and w.building_id in (select p.building_id from colocation_premises p where p.case_id = ${caseId})) as weeks,
           coalesce((select json_agg(json_build_object('premisesId', d.premises_id, 'areaM2', d.area_m2::float8,
             'rentOre', round(coalesce(d.rent_ore, 0))::bigint) order by d.premises_id)
             from used d where d.unit_id = x.unit_id), '[]') as today
      from colocation_unit x join unit u on u.id = x.unit_id join administration a on a.id = u.administration_id
     where x.case_id = ${caseId} and x.organisation_id = ${actor.organisationId} and ${visibleUnit(actor)}
     order by danish_order(u.name), x.id limit 1000`);
  return rows.map(({ weeks, ...unit }) => ({ ...unit, observed: togetherOf(weeks ?? []) }));
}

type SeenWeek = { buildingId: Id; source: UseSource; weeks: number; persons: number[] };

/** The weeks of a unit's buildings added up, of each the surest; as sure as the least sure of them. */
function togetherOf(weeks: readonly SeenWeek[]): CaseUnit["observed"] {
  const rank = ({ source }: SeenWeek) => useSources.indexOf(source);
  const best = new Map<Id, SeenWeek>();
  for (const week of weeks) {
    const known = best.get(week.buildingId);
    if (!known || rank(week) < rank(known)) best.set(week.buildingId, week);
  }
  const chosen = [...best.values()].sort((a, b) => rank(b) - rank(a));
  const [least] = chosen;
  if (!least) return null;
  return {
    ...{ source: least.source, weeks: Math.min(...chosen.map((week) => week.weeks)) },
    persons: least.persons.map((_, hour) => chosen.reduce((sum, week) => sum + week.persons[hour]!, 0)),
  };
}
