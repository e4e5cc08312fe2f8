import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { BenefitKind } from "#domain/council/benefit.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { isInCouncil } from "../council/visible-council.ts";

/** A line of what a case promised, with every year of it. Øre a year. */
export interface BenefitRow {
  id: Id;
  caseId: Id;
  caseNumber: string;
  caseName: string;
  administrationId: Id | null;
  administrationCode: string | null;
  ownerAccountId: Id | null;
  ownerName: string | null;
  label: string;
  kind: BenefitKind;
  isHard: boolean;
  requiredOre: number;
  fromYear: number;
  phaseYears: number;
  securedBy: string;
  source: string;
  years: BenefitYearRow[];
  evidence: { id: Id; title: string; fileName: string; bytes: number }[];
}

/** A year of a line: asked, and answered or not. Instants as ISO text. */
export interface BenefitYearRow {
  year: number;
  askedAt: string | null;
  answeredAt: string | null;
  answeredByName: string | null;
  realisedOre: number | null;
  budgetCutOre: number | null;
  isBudgetReduced: boolean | null;
  words: string;
}

/** The lines an actor may read: all, those of an administration of theirs, their own, and the council's. `b` is benefit, `c` its case. */
export function visibleBenefits(actor: Actor): SQL {
  const scope = scopeOf(actor, "colocation", "read");
  const own = sql`(b.administration_id = any (${uuidArray(scope.administrationIds)})
    or b.owner_account_id = ${actor.accountId}::uuid or ${isInCouncil(actor)})`;
  return sql`(b.organisation_id = ${actor.organisationId} and ${scope.all ? sql`true` : own})`;
}

/** Lines of one case, of one line, or of all cases; by case, then by what is required most. */
export async function listBenefits(
  db: Db,
  actor: Actor,
  { caseId = null, id = null }: { caseId?: Id | null; id?: Id | null } = {},
): Promise<BenefitRow[]> {
  const rows = await db.execute<BenefitRow & Record<string, unknown>>(sql`
    select b.id, b.case_id as "caseId", c.number as "caseNumber", c.name as "caseName",
           b.administration_id as "administrationId", n.code as "administrationCode",
           b.owner_account_id as "ownerAccountId", o.name as "ownerName", b.label, b.kind, b.is_hard as "isHard",
           b.required_ore::float8 as "requiredOre", b.from_year as "fromYear", b.phase_years as "phaseYears",
           b.secured_by as "securedBy", b.source,
           coalesce((select json_agg(json_build_object('year', y.year, 'askedAt', y.asked_at, 'answeredAt', y.answered_at,
               'answeredByName', p.name, 'realisedOre', y.realised_ore, 'budgetCutOre', y.budget_cut_ore,
               'isBudgetReduced', y.is_budget_reduced, 'words', y.words) order by y.year)
             from benefit_year y left join account p on p.id = y.answered_by where y.benefit_id = b.id), '[]') as years,
           coalesce((select json_agg(json_build_object('id', e.id, 'title', e.title, 'fileName', e.file_name, 'bytes', e.bytes)
               order by e.created_at, e.id) from benefit_evidence e where e.benefit_id = b.id), '[]') as evidence
      from benefit b join colocation_case c on c.id = b.case_id
      left join administration n on n.id = b.administration_id left join account o on o.id = b.owner_account_id
     where ${visibleBenefits(actor)} and (${caseId}::uuid is null or b.case_id = ${caseId}::uuid)
       and (${id}::uuid is null or b.id = ${id}::uuid)
     order by c.number, b.required_ore desc, b.id limit 1000`);
  return [...rows];
}

/** Where the file of a line's evidence lies, for whoever may read the line. */
export async function getBenefitEvidence(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<{ storageKey: string; fileName: string; mediaType: string; bytes: number } | null> {
  const [row] = await db.execute<{
    storageKey: string;
    fileName: string;
    mediaType: string;
    bytes: number;
  }>(sql`
    select e.storage_key as "storageKey", e.file_name as "fileName", e.media_type as "mediaType", e.bytes
      from benefit_evidence e join benefit b on b.id = e.benefit_id join colocation_case c on c.id = b.case_id
     where e.id = ${id}::uuid and ${visibleBenefits(actor)}`);
  return row ?? null;
}
