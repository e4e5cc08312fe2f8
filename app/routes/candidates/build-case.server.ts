import type { Db } from "#db/client.server.ts";
import { createWholeCase } from "#db/commands/colocation/create-whole-case.ts";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import { sendingKeyOf } from "#app/http/sending-key.server.ts";
import { candidates as area } from "#app/i18n/candidates.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { Actor } from "#domain/actor.ts";
import { caseOfCandidates } from "#domain/colocation/candidates/case-of-candidates.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import { dayAt } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";

/** Makes the case that a candidate or a group leads into, from the register as it is now; pressed twice, it is made once. */
export async function buildCase(
  db: Db,
  actor: Actor,
  form: FormData,
  locale: Locale,
  now: Date,
): Promise<Result<Id, "gone" | "refused">> {
  const toId = String(form.get("to"));
  const members = form.getAll("member").flatMap((each) => {
    const [unitId, fromId] = String(each).split("~");
    return isId(unitId) && isId(fromId) ? [{ unitId, fromId }] : [];
  });
  if (!isId(toId) || members.length === 0) return refused("gone");
  const sendingKey = sendingKeyOf(form.get("key"), [toId, members]);
  const words = area[locale];
  const places = await readCandidatePlaces(db, actor, dayAt(now));
  const whole = caseOfCandidates(
    places,
    { toId, members },
    { name: words.caseName, scenario: words.caseScenario, purpose: words.casePurpose },
  );
  if (!whole) return refused("gone");
  const made = await createWholeCase(db, actor, WholeCaseForm.parse(whole), now, sendingKey);
  return made.ok ? done(made.value.id) : refused("refused");
}
