import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { SurveyPage } from "#domain/survey/survey-page.ts";
import { reachesSurveyed } from "../condition/survey-access.ts";
import { defectsOf } from "./packed-parts.ts";

const timesOf = (survey: SQL): SQL => sql`
  'id', ${survey}.id, 'surveyorId', ${survey}.surveyor_id, 'amendsId', ${survey}.amends_id,
  'surveyedOn', ${survey}.surveyed_on, 'startedAt', ${survey}.started_at, 'signedAt', ${survey}.signed_at`;

const remedies = sql`(
  select coalesce(json_agg(json_build_object('purpose', m.purpose, 'description', m.description,
           'priceDa', p.name_da, 'priceEn', p.name_en,
           'unitPriceOre', coalesce(m.own_price_ore, p.unit_price_ore), 'isLumpSum', m.is_lump_sum,
           'shareToRepair', m.share_to_repair::float8, 'recommendedYear', m.recommended_year) order by m.id), '[]')
    from remedy m left join price_line p on p.id = m.price_line_id where m.observation_id = o.id)`;

const elements = sql`(
  select coalesce(json_agg(json_build_object('id', e.id, 'sfb', t.sfb, 'nameDa', t.name_da, 'nameEn', t.name_en,
           'label', e.label, 'scope', t.scope, 'unit', t.unit,
           'quantity', coalesce(o.quantity, e.quantity)::float8, 'condition', o.condition, 'grade', o.grade,
           'isGone', o.is_gone,
           'note', o.note, 'defects', ${defectsOf(sql`o.id`)}, 'remedies', ${remedies},
           'photos', (select coalesce(json_agg(f.id order by f.added_at, f.id), '[]') from observation_photo f
                       where f.observation_id = o.id)) order by t.sort_order, e.label, e.id), '[]')
    from element_observation o join element e on e.id = o.element_id
    join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
   where o.survey_id = s.id)`;

/** A survey with everything in it, and the other surveys of its building; null where there is none that the actor may read. */
export async function getSurvey(db: Db, actor: Actor, id: Id, today: Day): Promise<SurveyPage | null> {
  const [row] = await db.execute<{ survey: SurveyPage } & Record<string, unknown>>(sql`
    select json_build_object(${timesOf(sql`s`)}, 'buildingId', b.id, 'building', b.name, 'surveyor', a.name,
             'source', s.source, 'scale', s.scale, 'grade', s.grade, 'condition', s.condition, 'note', s.note,
             'elements', ${elements},
             'others', (select coalesce(json_agg(json_build_object(${timesOf(sql`x`)}, 'surveyor', c.name)
                                        order by x.surveyed_on desc, x.id desc), '[]')
                          from survey x left join account c on c.id = x.surveyor_id
                         where x.building_id = b.id and x.id <> s.id)) as survey
      from survey s join building b on b.id = s.building_id left join account a on a.id = s.surveyor_id
     where s.id = ${id} and s.organisation_id = ${actor.organisationId}
       and (s.signed_at is not null or s.surveyor_id = ${actor.accountId})
       and ${reachesSurveyed(actor, sql`b.id`, "read", today)}`);
  return row?.survey ?? null;
}
