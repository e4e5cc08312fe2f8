import { addBenefit } from "#db/commands/benefit/add-benefit.ts";
import { linkTrade } from "#db/commands/benefit/link-trade.ts";
import { decideCase } from "#db/commands/council/decide-case.ts";
import { fundCase } from "#db/commands/council/fund-case.ts";
import { submitCase } from "#db/commands/council/submit-case.ts";
import type { Db } from "#db/client.server.ts";
import type { CouncilCase } from "#db/queries/council/get-council-case.ts";
import type { Actor } from "#domain/actor.ts";
import { BenefitForm } from "#domain/council/benefit-form.ts";
import { paybackForPool } from "#domain/council/recommended-economy.ts";
import { isId } from "#domain/id.ts";
import { numberIn } from "#domain/typed-number.ts";

/** What came of a form that was not taken. */
export interface CouncilAnswer {
  intent: string;
  refusal: string | null;
  faults: string[];
  typed: Record<string, string>;
}

const deeds = ["commented", "returned", "approved", "rejected", "implementing", "closed"] as const;

/** Does what a form of the page asks; null where it is done. */
export async function act(
  db: Db,
  actor: Actor,
  found: CouncilCase,
  typed: Record<string, string>,
): Promise<CouncilAnswer | null> {
  const { intent = "" } = typed;
  const now = new Date();
  const seen = { id: found.id, version: Number(typed["version"]) };
  const words = (typed["words"] ?? "").slice(0, 4000);
  const answer = (refusal: string | null, faults: string[] = []): CouncilAnswer => ({
    intent,
    refusal,
    faults,
    typed,
  });
  const said = (result: { ok: true } | { ok: false; refusal: string }) =>
    result.ok ? null : answer(result.refusal);
  if (intent === "submitted") {
    const { scenarioId, meetingId } = typed;
    if (!isId(scenarioId)) return answer("noScenario");
    const form = { scenarioId, meetingId: isId(meetingId) ? meetingId : null, words };
    return said(await submitCase(db, actor, seen, form, now));
  }
  const event = deeds.find((one) => one === intent);
  if (event) return said(await decideCase(db, actor, seen, { event, words }, now));
  if (intent === "funded") {
    const { poolId } = typed;
    if (!isId(poolId)) return answer("noPool");
    const form = { poolId, amountOre: kronerIn(typed["amount"]), words };
    const paybackYears = paybackForPool(found.submission);
    return said(await fundCase(db, actor, seen, form, { paybackYears, now }));
  }
  if (intent === "benefit") {
    const form = BenefitForm.safeParse(typed);
    if (!form.success)
      return answer(
        null,
        form.error.issues.map(({ message }) => message),
      );
    const added = await addBenefit(db, actor, found.id, form.data, now);
    return added.ok ? null : answer(null, [added.refusal]);
  }
  if (intent === "trade" && isId(typed["agreementId"]))
    return said(await linkTrade(db, actor, { caseId: found.id, agreementId: typed["agreementId"] }));
  return answer("form");
}

/** Kroner as typed, in øre; 0 where it is none, which no pool pays. */
function kronerIn(text = ""): number {
  const bare = text.trim();
  const value = numberIn(/^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll(".", "") : bare);
  return value === null ? 0 : Math.round(value * 100);
}
