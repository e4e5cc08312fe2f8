import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** An invitation to the yearly questions, with what was answered before. */
export interface Invitation {
  id: Id;
  accountId: Id;
  year: number;
  opensOn: Day;
  closesOn: Day;
  answeredAt: string | null;
  acuteRepair: number | null;
  exteriorUpkeep: number | null;
  rentCollection: number | null;
  comment: string;
}

export async function getInvitation(db: Db, invitationId: Id): Promise<Invitation | null> {
  const rows = await db.execute<Invitation & Record<string, unknown>>(sql`
    select i.id, i.account_id as "accountId", s.year, s.opens_on as "opensOn", s.closes_on as "closesOn",
           i.answered_at as "answeredAt", i.acute_repair as "acuteRepair", i.exterior_upkeep as "exteriorUpkeep",
           i.rent_collection as "rentCollection", i.comment
      from opinion_invitation i join opinion_survey s on s.id = i.survey_id where i.id = ${invitationId} limit 1`);
  return rows[0] ?? null;
}
