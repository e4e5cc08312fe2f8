import { json } from "@remix-run/node";
import { confirmStaged, type Confirmed, type ConfirmRefusal } from "#db/commands/confirm-staged.ts";
import { rejectStaged, restoreStaged, type Decided } from "#db/commands/reject-staged.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { readStagedForm, type StagedFaults, type StagedTyped } from "#domain/staged/read-staged-form.ts";
import { readStagedSearch, type StagedSelection } from "#domain/staged/staged-search.ts";

/** What came of a decision, for its page. What was typed comes back only with what is wrong with it. */
export interface DecideAnswer {
  /** Changes with every answer, so that a form that succeeded begins anew. */
  key: string;
  intent: string;
  refusal: ConfirmRefusal | "nothingChosen" | "reasonMissing" | "unknown" | null;
  faults: StagedFaults;
  typed: StagedTyped | null;
  /** The rows that were ticked, where they are to be ticked again. */
  ids: Id[];
  confirmed: (Omit<Confirmed, "buildingIds"> & { made: number; firstId: string | null }) | null;
  decided: Decided | null;
}

const mostIds = 500;
const nothing = { refusal: null, faults: {}, typed: null, ids: [], confirmed: null, decided: null };

/** Does what the button says with the rows chosen: by hand, or all that the filter of the address finds. */
export async function decideStaged(db: Db, actor: Actor, url: string, form: FormData, isOne = false) {
  const now = new Date();
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === "string")) as StagedTyped;
  const intent = typed["intent"] ?? "";
  const answer = (part: Partial<DecideAnswer>, status = 200) =>
    json<DecideAnswer>({ key: now.toISOString(), intent, ...nothing, ...part }, status);
  const refuse = (refusal: DecideAnswer["refusal"], faults: StagedFaults = {}) =>
    answer({ refusal, faults, typed, ids: idsOf(form) }, refusal === "notAllowed" ? 403 : 422);
  const selection = selectionOf(url, form);
  if (intent === "reject" || intent === "restore") {
    const reason = (typed["reason"] ?? "").trim().slice(0, 200);
    if (!selection) return refuse("nothingChosen");
    if (intent === "reject" && !reason) return refuse("reasonMissing");
    const result =
      intent === "reject"
        ? await rejectStaged(db, actor, selection, reason, now)
        : await restoreStaged(db, actor, selection);
    return result.ok ? answer({ decided: result.value }) : refuse(result.refusal);
  }
  if (intent !== "confirm") return refuse("unknown");
  const { choices, faults } = readStagedForm(typed, { today: dayAt(now), isOne });
  if (!selection) return refuse("nothingChosen", faults);
  if (!choices) return refuse(null, faults);
  const result = await confirmStaged(db, actor, selection, choices, now);
  if (!result.ok) return refuse(result.refusal);
  const { buildingIds, ...counts } = result.value;
  const confirmed = { ...counts, made: buildingIds.length, firstId: buildingIds[0] ?? null };
  return answer({ confirmed, typed: counts.left > 0 ? typed : null }, counts.left > 0 && isOne ? 422 : 200);
}

function selectionOf(url: string, form: FormData): StagedSelection | null {
  if (form.get("all") === "yes") {
    const search = { ...readStagedSearch(new URL(url).searchParams), after: null };
    const expected = Number(form.get("expected"));
    return expected > 0 ? { search, expected } : null;
  }
  const ids = idsOf(form);
  return ids.length > 0 ? { ids } : null;
}

const idsOf = (form: FormData): Id[] =>
  form
    .getAll("id")
    .filter((id) => typeof id === "string" && isId(id))
    .slice(0, mostIds) as Id[];
