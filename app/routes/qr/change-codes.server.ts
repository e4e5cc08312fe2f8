import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { makeCodes } from "#db/commands/qr/make-codes.ts";
import { renewCode, revokeCode } from "#db/commands/qr/revoke-code.ts";
import type { Actor } from "#domain/actor.ts";
import { isId, type Id } from "#domain/id.ts";

const CodeForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    places: z.array(z.union([z.uuid(), z.literal("building").transform(() => null)])),
  }),
  z.object({ intent: z.enum(["renew", "revoke"]), code: z.uuid() }),
]);

export type CodesChange =
  | { ok: true; was: "made" | "renewed" | "revoked"; count: number }
  | { ok: false; fault: "nothingChosen" | "notFound" };

const notFound = { ok: false, fault: "notFound" } as const;

/** Does what the form of a building's codes asks for. */
export async function changeCodes(
  db: Db,
  actor: Actor,
  buildingId: Id | string | null,
  form: FormData,
  now: Date,
): Promise<CodesChange> {
  const read = CodeForm.safeParse({ ...Object.fromEntries(form), places: form.getAll("place") });
  if (!read.success || !isId(buildingId)) return notFound;
  if (read.data.intent === "make") {
    const made = await makeCodes(db, actor, { buildingId, spaceIds: read.data.places }, now);
    return made.ok ? { ok: true, was: "made", count: made.value } : { ok: false, fault: made.refusal };
  }
  const { intent, code } = read.data;
  const result = await (intent === "renew" ? renewCode : revokeCode)(db, actor, code, now);
  return result.ok ? { ok: true, was: intent === "renew" ? "renewed" : "revoked", count: 1 } : notFound;
}
