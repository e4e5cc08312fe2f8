import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ServiceApprover, ServiceUnit, ServiceVersion } from "#domain/catalogue/service.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Priority } from "#domain/order/sla.ts";

/** A service as the catalogue shows it, with its terms on the day asked about; null where it has none then. */
export interface ServiceRow {
  code: string;
  group: string;
  nameDa: string;
  nameEn: string;
  descriptionDa: string;
  descriptionEn: string;
  guidanceDa: string;
  guidanceEn: string;
  owner: string;
  teamId: Id | null;
  teamName: string | null;
  withdrawnOn: Day | null;
  unit: ServiceUnit | null;
  unitPriceOre: number | null;
  normMinutes: number | null;
  quality: number | null;
  visitsPerYear: number | null;
  slaCode: string | null;
  priority: Priority | null;
  approvalAboveOre: number | null;
  approver: ServiceApprover | null;
  source: string | null;
  /** What its deadlines are that day: minutes, on the working calendar unless they run round the clock. */
  respondMinutes: number | null;
  resolveMinutes: number | null;
  isRoundTheClock: boolean | null;
}

const columns: SQL = sql`s.code, s.service_group as "group", s.name_da as "nameDa", s.name_en as "nameEn",
  s.description_da as "descriptionDa", s.description_en as "descriptionEn", s.guidance_da as "guidanceDa",
  s.guidance_en as "guidanceEn", s.owner, s.team_id as "teamId", t.name as "teamName", s.withdrawn_on as "withdrawnOn",
  v.unit, v.unit_price_ore as "unitPriceOre", v.norm_minutes as "normMinutes", v.quality,
  v.visits_per_year as "visitsPerYear", v.sla_code as "slaCode", v.priority,
  v.approval_above_ore as "approvalAboveOre", v.approver, v.source,
  d.respond_minutes as "respondMinutes", d.resolve_minutes as "resolveMinutes", d.is_round_the_clock as "isRoundTheClock"`;

const joined = (on: Day): SQL => sql`service s
  left join team t on t.id = s.team_id
  left join service_version v on v.organisation_id = s.organisation_id and v.service_code = s.code
   and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)
  left join sla_target d on d.organisation_id = s.organisation_id and d.code = v.sla_code and d.priority = v.priority
   and d.valid_from <= ${on}::date and (d.valid_to is null or d.valid_to > ${on}::date)`;

/** Every service of the actor's organisation, by code; those that hold each of the words typed, where some are. */
export async function listServices(db: Db, actor: Actor, on: Day, text = ""): Promise<ServiceRow[]> {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const holds = words.map(
    (
      word,
    ) => sql`and fold_danish(concat_ws(' ', s.code, s.name_da, s.name_en, s.description_da, s.description_en,
        (select string_agg(y.term, ' ') from service_synonym y
          where y.organisation_id = s.organisation_id and y.service_code = s.code)))
      like '%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`,
  );
  const rows = await db.execute<ServiceRow & Record<string, unknown>>(sql`
    select ${columns} from ${joined(on)}
     where s.organisation_id = ${actor.organisationId} ${sql.join(holds, sql` `)} order by s.code limit 500`);
  return [...rows];
}

/** One service with its terms on a day, and null where there is none of that code. */
export async function getService(db: Db, actor: Actor, code: string, on: Day): Promise<ServiceRow | null> {
  const [row] = await db.execute<ServiceRow & Record<string, unknown>>(sql`
    select ${columns} from ${joined(on)} where s.organisation_id = ${actor.organisationId} and s.code = ${code}`);
  return row ?? null;
}

/** The terms of a service through time, the latest first. */
export async function listServiceVersions(db: Db, actor: Actor, code: string): Promise<ServiceVersion[]> {
  const rows = await db.execute<ServiceVersion & Record<string, unknown>>(sql`
    select v.id, v.valid_from as "validFrom", v.valid_to as "validTo", v.unit, v.unit_price_ore as "unitPriceOre",
           v.norm_minutes as "normMinutes", v.quality, v.visits_per_year as "visitsPerYear", v.sla_code as "slaCode",
           v.priority, v.approval_above_ore as "approvalAboveOre", v.approver, v.source
      from service_version v where v.organisation_id = ${actor.organisationId} and v.service_code = ${code}
     order by v.valid_from desc limit 200`);
  return [...rows];
}
