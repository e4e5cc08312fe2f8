import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { visibleCases } from "./visible-cases.ts";

/** What someone said of a case, and when. */
export interface CaseComment {
  id: Id;
  name: string;
  words: string;
  at: Date;
}

const mostComments = 200;

/** What has been said of a case that the actor may read, the latest first. */
export const listComments = async (db: Db, actor: Actor, caseId: Id): Promise<CaseComment[]> => [
  ...(await db.execute<CaseComment & Record<string, unknown>>(sql`
    select m.id, a.name, m.words, m.at
      from colocation_comment m join account a on a.id = m.account_id join colocation_case c on c.id = m.case_id
     where m.case_id = ${caseId} and ${visibleCases(actor)} order by m.at desc, m.id desc limit ${mostComments}`)),
];
