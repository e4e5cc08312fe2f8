import type { Db } from "#db/client.server.ts";
import { answerResponsibility } from "#db/queries/responsibility/answer-responsibility.ts";
import { findKnownContract } from "#db/queries/responsibility/find-known-contract.ts";
import { listRules, type RuleRow } from "#db/queries/responsibility/list-rules.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { readQuestion } from "#domain/responsibility/read-question.ts";

/** What the form of "what if" says, as it stands in the address. */
export function readAsked(params: URLSearchParams) {
  const { itemCode, location, cause, tenure } = readQuestion(params);
  const administrationId = params.get("administration");
  return {
    ...{ itemCode, location, cause, tenure },
    administrationId: isId(administrationId) ? administrationId : null,
    lease: (params.get("lease") ?? "").trim().slice(0, 60),
  };
}
export type Asked = ReturnType<typeof readAsked>;

/**
 * Answers "what if" as the matrix stands on a day, with the rules that spoke of it, the winner first. Null where nothing
 * was asked or the item is not there. Nothing is noted: a question of curiosity is no gap.
 */
export async function askWhatIf(db: Db, actor: Actor, asked: Asked, on: Day, now: Date) {
  const { itemCode, lease } = asked;
  if (!itemCode) return null;
  const contractId = lease === "" ? null : await findKnownContract(db, actor, { number: lease });
  const contractIds = contractId ? [contractId] : [];
  const found = await answerResponsibility(
    db,
    actor.organisationId,
    { ...asked, itemCode, contractIds, on },
    now,
  );
  if (!found.ok) return null;
  const { rule, beaten, answer, asked: question, respondBy, resolveBy } = found.value;
  const rows = new Map((await listRules(db, actor, on)).map((row) => [row.id, row]));
  const spoke = [rule, ...beaten]
    .map((one) => one && rows.get(one.id))
    .filter((row): row is RuleRow => Boolean(row));
  return {
    ...{ answer, question, spoke, isGap: rule === null },
    ...{ respondBy: respondBy?.toISOString() ?? null, resolveBy: resolveBy?.toISOString() ?? null },
    unknownLease: lease !== "" && !contractId ? lease : null,
  };
}
export type WhatIf = NonNullable<Awaited<ReturnType<typeof askWhatIf>>>;
