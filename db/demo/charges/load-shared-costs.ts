import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { enterSharedCost } from "#db/commands/shared-cost/enter-shared-cost.ts";
import type { Actor } from "#domain/actor.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { SharedCostForm } from "#domain/rent/shared-cost.ts";

/** So many buildings have accounts of last year: those with the most leases, and that of the demo's leader. */
const buildings = 25;
/** Heat by m², kr. a m² a year, and a caretaker by persons: one for so many m². Both made up. */
const heatKroner = 96;
const m2EachPerson = 30;

interface House {
  buildingId: Id;
  areaM2: number;
  leases: { id: Id; areaM2: number }[];
  [key: string]: unknown;
}

/** Gives buildings that several share a heating account and a caretaker of the last whole year, shared out as any other. */
export async function loadDemoSharedCosts(db: Db, actor: Actor, loadDay: Day): Promise<void> {
  const year = yearOf(loadDay) - 1;
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const now = new Date(`${loadDay}T08:00:00Z`);
  for (const [at, house] of (await listHouses(db, actor.organisationId, from, to)).entries()) {
    const of = (name: string, line: SharedCostForm["line"], key: SharedCostForm["key"], kroner: number) =>
      ({
        ...{ name, line, key, from, to, amountOre: Math.round(kroner * 100) },
        source: `Regnskab ${year}-${String(at + 1).padStart(3, "0")} (demo)`,
      }) satisfies SharedCostForm;
    const heat = of("Varme", "consumption", "m2", house.areaM2 * heatKroner + ((at * 37) % 100) / 100);
    const isShared = house.leases.length > 1;
    const caretaker = of("Vicevært", "operation", isShared ? "persons" : "share", 40_000 + house.areaM2 * 9);
    const costs: [SharedCostForm, URLSearchParams][] = [[caretaker, weightsOf(house)]];
    if (isShared) costs.push([heat, new URLSearchParams()]);
    for (const [form, typed] of costs) {
      const entered = await enterSharedCost(db, actor, house.buildingId, form, typed, now);
      if (!entered.ok)
        throw new Error(`The demo's shared cost ${form.name} cannot be entered: ${entered.refusal}.`);
    }
  }
}

/** Persons by the m² of each; who has a house alone bears most of the caretaker, the landlord the grounds. */
function weightsOf({ leases }: House): URLSearchParams {
  const [only] = leases;
  if (leases.length === 1) return new URLSearchParams({ [`weight.${only!.id}`]: "85", "weight.own": "15" });
  return new URLSearchParams(
    leases.map(({ id, areaM2 }) => [`weight.${id}`, String(Math.max(1, Math.round(areaM2 / m2EachPerson)))]),
  );
}

async function listHouses(db: Db, organisationId: Id, from: Day, to: Day): Promise<House[]> {
  const rows = await db.execute<House>(sql`
    with lease as (
      select t.building_id, k.id, sum(s.area_m2)::float8 as area_m2, bool_or(k.unit_id = any (g.unit_ids)) as is_leader
        from tenancy t join contract k on k.id = t.contract_id join space s on s.id = t.space_id
        left join account a on a.organisation_id = k.organisation_id and a.email = 'leader@demo.example'
        left join account_grant g on g.account_id = a.id
       where t.organisation_id = ${organisationId} and t.side = 'out' and k.kind <> 'thirdPartyIn'
         and t.valid_from < ${to}::date and (t.valid_to is null or t.valid_to > ${from}::date)
         and k.valid_from < ${to}::date and (k.valid_to is null or k.valid_to > ${from}::date)
       group by 1, 2
    )
    select building_id as "buildingId", sum(area_m2) as "areaM2",
           json_agg(json_build_object('id', id, 'areaM2', area_m2) order by id) as leases
      from lease group by 1 order by bool_or(is_leader) is true desc, count(*) desc, 1 limit ${buildings}`);
  return [...rows];
}
