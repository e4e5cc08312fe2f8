import { createHash } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { frozenText } from "#domain/council/frozen-inputs.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** The SHA-256 of what a case rests on, in hexadecimal. */
export const hashOf = (inputs: CaseInputs): string =>
  createHash("sha256").update(frozenText(inputs)).digest("hex");

/**
 * A case as the council reads it: whole, but for protected places, whoever asks. Frozen and compared with the same eyes,
 * it is the same text. The caller has found that the actor may know of the case.
 */
export const readForCouncil = (db: Db, actor: Actor, caseId: Id, on: Day): Promise<CaseInputs | null> =>
  readColocationCase(
    db,
    { ...actor, grants: [{ role: "planner", administrationIds: [], unitIds: [] }] },
    caseId,
    on,
  );
