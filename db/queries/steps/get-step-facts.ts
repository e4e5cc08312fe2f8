import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { addYears, type Day } from "#domain/day.ts";
import { readFiguresSearch } from "#domain/figures/figures-search.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { StepFacts } from "#domain/steps/development-steps.ts";
import { summariseOrders } from "../figures/summarise-orders.ts";
import { portfolioFilter, withinScope } from "../portfolio-filter.ts";
import { listGaps } from "../responsibility/list-gaps.ts";
import { contractVisibleTo } from "../building/visible-to.ts";
import { unitUseVisible } from "../use/hourly-use.ts";

type AreaFacts = Pick<
  StepFacts,
  | "outsideBuildings"
  | "outsideM2"
  | "wholeM2"
  | "unknownLeases"
  | "portfolioM2"
  | "digitisedM2"
  | "surveyedM2"
  | "useKnownM2"
>;
type CountFacts = Pick<
  StepFacts,
  | "councilChairs"
  | "councilMembers"
  | "leases"
  | "newLeases"
  | "newLeasesEntered"
  | "units"
  | "unitsWithLeader"
  | "services"
  | "pricedServices"
>;

/** A survey this young is fresh; leases are counted as new for so long. */
const freshYears = 5;
const newYears = 2;

/** Everything the development steps are judged by, within what the actor may see. */
export async function getStepFacts(db: Db, actor: Actor, today: Day, now: Date): Promise<StepFacts> {
  const [areas, counts, gaps, orders] = await Promise.all([
    readAreas(db, actor, today),
    readCounts(db, actor, today),
    listGaps(db, actor, today),
    summariseOrders(db, actor, readFiguresSearch(new URLSearchParams(), today), now),
  ]);
  const { met, missed, unmeasured } = orders.total.resolve;
  return {
    ...areas,
    ...counts,
    ...{ openGaps: gaps.total, ordersMet: met, ordersMissed: missed, ordersUnmeasured: unmeasured },
  };
}

async function readAreas(db: Db, actor: Actor, today: Day): Promise<AreaFacts> {
  const { search } = readPortfolioSearch(new URLSearchParams(), today);
  const [row] = await db.execute<AreaFacts & Record<string, unknown>>(sql`
    select count(*) filter (where r.tenure = 'outside')::int as "outsideBuildings",
           coalesce(sum(r.area_m2) filter (where r.tenure = 'outside'), 0)::float8 as "outsideM2",
           coalesce(sum(r.area_m2), 0)::float8 as "wholeM2",
           coalesce(sum(r.unknown_leases), 0)::int as "unknownLeases",
           coalesce(sum(r.area_m2) filter (where r.tenure <> 'outside'), 0)::float8 as "portfolioM2",
           coalesce(sum(r.digitised_m2) filter (where r.tenure <> 'outside'), 0)::float8 as "digitisedM2",
           coalesce(sum(r.area_m2) filter (where r.tenure <> 'outside'
             and r.surveyed_on > ${addYears(today, -freshYears)}::date), 0)::float8 as "surveyedM2",
           coalesce(sum(r.area_m2) filter (where r.tenure <> 'outside' and exists (
             select 1 from use_pattern p join unit u on u.id = p.unit_id
              where p.building_id = r.building_id and p.period = 'term' and p.valid_from <= ${today}::date
                and (p.valid_to is null or p.valid_to > ${today}::date) and ${unitUseVisible(actor)})), 0)::float8 as "useKnownM2"
      from portfolio_row r where ${portfolioFilter(actor, search)}`);
  return row!;
}

async function readCounts(db: Db, actor: Actor, today: Day): Promise<CountFacts> {
  const holds = sql`valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`;
  const [row] = await db.execute<CountFacts & Record<string, unknown>>(sql`
    with lease as (
      select k.valid_from, k.valid_to, k.known_from from contract k left join unit u on u.id = k.unit_id
       where k.organisation_id = ${actor.organisationId} and k.kind = 'thirdPartyIn' and ${contractVisibleTo(actor)}
    ), own as (
      select u.id from unit u where u.organisation_id = ${actor.organisationId} and u.valid_from <= ${today}::date
         and (u.valid_to is null or u.valid_to > ${today}::date)
         and (select ${withinScope(actor, "register", sql`x`)} from (select u.organisation_id,
                array[u.administration_id] as administration_ids, array[u.id] as unit_ids, u.is_protected) x)
    )
    select (select count(*)::int from council_seat where organisation_id = ${actor.organisationId} and seat = 'chair'
               and ${holds}) as "councilChairs",
           (select count(*)::int from council_seat where organisation_id = ${actor.organisationId} and seat = 'member'
               and ${holds}) as "councilMembers",
           (select count(*)::int from lease where ${holds}) as leases,
           (select count(*)::int from lease where valid_from > ${addYears(today, -newYears)}::date
               and valid_from <= ${today}::date) as "newLeases",
           (select count(*)::int from lease where valid_from > ${addYears(today, -newYears)}::date
               and valid_from <= ${today}::date and known_from <= valid_from) as "newLeasesEntered",
           (select count(*)::int from own) as units,
           (select count(*)::int from own o where exists (select 1 from account_grant g
               where g.role = 'leader' and o.id = any (g.unit_ids) and ${holds})) as "unitsWithLeader",
           (select count(*)::int from service s where s.organisation_id = ${actor.organisationId}
               and (s.withdrawn_on is null or s.withdrawn_on > ${today}::date)) as services,
           (select count(distinct v.service_code)::int from service_version v
             where v.organisation_id = ${actor.organisationId} and v.unit_price_ore > 0 and ${holds}) as "pricedServices"`);
  return row!;
}
