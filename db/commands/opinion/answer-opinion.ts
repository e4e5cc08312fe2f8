import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { OpinionForm } from "#domain/opinion/opinion-form.ts";
import { done, refused, type Result } from "#domain/result.ts";

/**
 * Keeps the answer to an invitation; until the round closes it can be given again, and the last stands. Who answered is
 * known, so that nobody is counted twice; the record of changes does not say what.
 */
export async function answerOpinion(
  db: Db,
  invitationId: Id,
  form: OpinionForm,
  { today, now }: { today: Day; now: Date },
): Promise<Result<null, "closed">> {
  const kept = await db.execute(sql`
    update opinion_invitation i set answered_at = ${now.toISOString()}::timestamptz,
           acute_repair = ${form.acuteRepair}, exterior_upkeep = ${form.exteriorUpkeep},
           rent_collection = ${form.rentCollection}, comment = ${form.comment}
      from opinion_survey s
     where i.id = ${invitationId} and s.id = i.survey_id and ${today}::date between s.opens_on and s.closes_on
    returning 1`);
  return kept.length > 0 ? done(null) : refused("closed");
}
