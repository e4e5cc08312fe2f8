import type { Db } from "#db/client.server.ts";
import { resetCaseAssumption, setCaseAssumption } from "#db/commands/colocation/change-case-assumption.ts";
import type { Actor } from "#domain/actor.ts";
import { AssumptionForm } from "#domain/colocation/part-forms.ts";
import { priceLevelOf, usualCaseAssumptions } from "#domain/colocation/usual-assumptions.ts";
import { isId, type Id } from "#domain/id.ts";
import { numberIn } from "#domain/typed-number.ts";
import { shownFactor } from "../colocation-economy/shown-factor.ts";

/** Takes a value as typed, in kroner and percent, or lets the usual one hold again; says what is wrong with it. */
export async function takeAssumption(db: Db, actor: Actor, id: Id, typed: Record<string, string>) {
  const seen = { id, version: Number(typed["version"]) };
  const [part, partId = ""] = (typed["of"] ?? "").split(":");
  const subject = {
    premisesId: part === "premises" && isId(partId) ? partId : null,
    unitId: part === "unit" && isId(partId) ? partId : null,
  };
  if (typed["intent"] === "reset") {
    const done = await resetCaseAssumption(db, actor, seen, typed["key"] ?? "", subject);
    return { faults: [], refusal: done.ok ? null : done.refusal };
  }
  const like = [...usualCaseAssumptions, priceLevelOf(2013)].find(({ key }) => key === typed["key"]);
  const amount = (name: string) => {
    const value = numberIn(typed[name] ?? "");
    return value === null ? undefined : value / shownFactor(like?.unit ?? "øre");
  };
  const form = AssumptionForm.safeParse({
    ...{ key: typed["key"], low: amount("low"), base: amount("base"), high: amount("high") },
    ...{ source: typed["source"], owner: typed["owner"], ...subject },
  });
  if (!form.success)
    return { faults: [...new Set(form.error.issues.map(({ message }) => message))], refusal: null };
  const done = await setCaseAssumption(db, actor, seen, form.data);
  return { faults: [], refusal: done.ok ? null : done.refusal };
}
