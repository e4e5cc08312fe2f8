import { sql, type SQL } from "drizzle-orm";
import type { ElementBasis } from "./get-element-basis.ts";

const list = (values: readonly (number | string)[]): SQL =>
  sql`${`{${values.map((value) => (typeof value === "number" ? value : JSON.stringify(value))).join(",")}}`}`;

const daysAYear = 365.25;

/**
 * The elements that stand in some buildings on the basis' day, as a query: each with its newest signed observation, what
 * ageing has made of that since (the rule of `estimatedCondition`; a test holds the two together), and what replacing it
 * costs in øre. `found` is a query of building_id; condition, observed_on, estimate and estimated_class are null where an
 * element was never seen, or needs a closer look.
 */
export const standingElements = ({ on, types }: ElementBasis, found: SQL): SQL => sql`(
  with basis as (
    select * from unnest(${list(types.map(({ code }) => code))}::text[], ${list(types.map(({ scope }) => scope))}::text[],
      ${list(types.map(({ lifeYears }) => (Number.isFinite(lifeYears) ? lifeYears : "Infinity")))}::float8[],
      ${list(types.map(({ replacementOre }) => replacementOre))}::float8[]) as b(type_code, scope, life_years, unit_ore)
  ), seen as (
    select distinct on (e.id) e.id as element_id, e.building_id, e.type_code, e.quantity, e.label, e.renewed_year,
           greatest(e.safety, e.authority, e.operation, e.damage, e.heritage, 1::smallint) as consequence,
           o.id as observation_id, o.condition, o.grade, o.is_gone, s.surveyed_on as observed_on
      from element e
      left join (element_observation o join survey s on s.id = o.survey_id and s.signed_at is not null
        and s.surveyed_on <= ${on}::date) on o.element_id = e.id and (o.condition is not null or o.grade = 'UN' or o.is_gone)
     where e.building_id in (${found}) and e.valid_from <= ${on}::date
       and (e.valid_to is null or e.valid_to > ${on}::date)
     order by e.id, s.surveyed_on desc nulls last, s.signed_at desc, o.id desc
  ), aged as (
    select seen.*, basis.scope, basis.life_years, round(seen.quantity * basis.unit_ore::numeric)::bigint as crv_ore,
           least(6, 1 + 5 * power(sqrt((seen.condition - 1) / 5.0::float8)
             + (${on}::date - seen.observed_on) / ${daysAYear}::float8 / basis.life_years, 2)) as estimate
      from seen join basis on basis.type_code = seen.type_code
     where seen.is_gone is not true
  )
  select aged.*, greatest(1, floor(aged.estimate + 0.5))::int as estimated_class from aged)`;

/**
 * The day on which ageing moves an element into its next class, not before it: the estimate reaches class + ½. Null for the last class, for what
 * was never seen, and for what does not age. `x` is of standingElements.
 */
export const nextClassOn: SQL = sql`
  case when x.estimated_class < 6 and x.life_years < 100000 then x.observed_on + floor((sqrt((x.estimated_class - 0.5) / 5.0::float8)
    - sqrt((x.condition - 1) / 5.0::float8)) * x.life_years * ${daysAYear}::float8)::int end`;
