import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day.ts";

/** The defects of an observation as JSON, in the order in which they were written. */
export const defectsOf = (observation: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('description', d.description, 'severity', d.severity,
           'intensity', d.intensity, 'extent', d.extent::float8) order by d.id), '[]')
    from defect d where d.observation_id = ${observation})`;

/** What the survey that this one amends found gone can be put right, so it is there to be seen. */
const isAmendedGone = sql`exists (
  select 1 from survey m join element_observation g on g.survey_id = m.amends_id and g.is_gone
   where m.id = o.survey_id and g.element_id = e.id)`;

/** The elements of building `b` on a day, each with what a signed survey saw of it last, as JSON. */
export const packedElements = (today: Day): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', e.id, 'typeCode', e.type_code, 'label', e.label,
           'quantity', e.quantity::float8, 'lastOn', l.surveyed_on, 'lastCondition', l.condition,
           'lastDefects', ${defectsOf(sql`l.id`)}) order by t.sort_order, e.label, e.id), '[]')
    from element e join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
    left join lateral (
      select x.id, x.condition, x.is_gone, s.surveyed_on from element_observation x join survey s on s.id = x.survey_id
       where x.element_id = e.id and s.signed_at is not null
       order by s.surveyed_on desc, s.signed_at desc, x.id desc limit 1) l on true
   where e.building_id = b.id and e.valid_from <= ${today}::date
     and ((e.valid_to is null or e.valid_to > ${today}::date) and l.is_gone is not true or ${isAmendedGone})
     and (l.id is not null or not exists (
       select 1 from element_observation y join survey z on z.id = y.survey_id
        where y.element_id = e.id and z.id is distinct from o.survey_id)))`;

/** An unsigned survey with what has been seen so far, as JSON; null where there is none. */
export const packedSurvey = (survey: SQL): SQL => sql`(
  select json_build_object('id', s.id, 'surveyedOn', s.surveyed_on, 'amendsId', s.amends_id, 'observations', (
      select coalesce(json_agg(json_build_object('elementId', x.element_id, 'newElement', null,
               'quantity', coalesce(x.quantity, e.quantity)::float8, 'isGone', x.is_gone,
               'needsInvestigation', x.condition is null and not x.is_gone,
               'note', coalesce(x.note, ''), 'defects', ${defectsOf(sql`x.id`)},
               'remedies', (select coalesce(json_agg(json_build_object('purpose', m.purpose,
                  'description', m.description, 'priceLineId', m.price_line_id, 'ownPriceOre', m.own_price_ore,
                  'isLumpSum', m.is_lump_sum, 'shareToRepair', m.share_to_repair::float8,
                  'recommendedYear', m.recommended_year) order by m.id), '[]') from remedy m where m.observation_id = x.id),
               'photos', (select count(*) from observation_photo p where p.observation_id = x.id))), '[]')
        from element_observation x join element e on e.id = x.element_id where x.survey_id = s.id))
    from survey s where s.id = ${survey} and s.signed_at is null)`;
