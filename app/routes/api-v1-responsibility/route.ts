import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { noteGap } from "#db/commands/responsibility/note-gap.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { answerResponsibility } from "#db/queries/responsibility/answer-responsibility.ts";
import { dayAt } from "#domain/day.ts";
import type { ResponsibilityFinding } from "#domain/responsibility/answer.ts";
import { questionParameters, readQuestion } from "#domain/responsibility/read-question.ts";

export const handle = { needs: { area: "services", right: "read" } };

/**
 * Who acts, who pays, by when and why. Location and cause follow from the item where they are not said (its usual
 * place; wear), the tenure from the building. A matter without a rule is 404 with the number of the gap it was noted as.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const params = new URL(request.url).searchParams;
  const { faults, itemCode, buildingId, ...rest } = readQuestion(params);
  // Who misspells a parameter must not get an answer to another question.
  const unknown = [...new Set(params.keys())].filter((name) => !questionParameters.has(name));
  faults.push(...unknown.map((field) => ({ field, message: "unknown parameter" })));
  const now = new Date();
  if (!itemCode && faults.every(({ field }) => field !== "item"))
    faults.unshift({ field: "item", message: "missing" });
  if (!itemCode || faults.length > 0)
    throw problem(400, { detail: "Some parameters could not be read.", errors: faults });
  if (buildingId && !(await mayReachBuilding(context.db, actor, buildingId, "read", dayAt(now))))
    throw problem(404, { detail: "There is no such building." });
  const asked = { itemCode, buildingId, ...rest };
  const found = await answerResponsibility(context.db, actor.organisationId, asked, now);
  if (!found.ok && found.refusal === "unknownItem")
    throw problem(400, {
      detail: "There is no such item.",
      errors: [{ field: "item", message: "no such item" }],
    });
  if (!found.ok) throw problem(404, { detail: "There is no such building on that day." });
  if (!found.value.rule) {
    const gap = await noteGap(context.db, actor.organisationId, { ...found.value.asked, buildingId }, now);
    throw problem(404, {
      title: "No rule answers this",
      detail: "The service desk takes it. The gap in the matrix is noted.",
      gap: gap.number,
    });
  }
  return json(toApiAnswer(found.value, localeFrom(request, actor.locale)));
}

/** Deadlines as instants, null where nothing is promised; the payer's share of the cost from 0 to 1. */
const toApiAnswer = ({ answer, rule, respondBy, resolveBy }: ResponsibilityFinding, locale: Locale) => ({
  executor: answer.executor,
  payer: answer.payer,
  share: answer.payerSharePercent / 100,
  respondBy: respondBy?.toISOString() ?? null,
  resolveBy: resolveBy?.toISOString() ?? null,
  clause: locale === "da" ? answer.clauseDa : answer.clauseEn,
  validFrom: rule!.validFrom,
});
