import type { Db } from "#db/client.server.ts";
import { attachEvidence } from "#db/commands/works/attach-evidence.ts";
import { dropWork } from "#db/commands/works/drop-work.ts";
import { finishWork } from "#db/commands/works/finish-work.ts";
import { orderWork } from "#db/commands/works/order-work.ts";
import { setWorkMoney } from "#db/commands/works/set-work-money.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import {
  DropWorkForm,
  EvidenceForm,
  FinishWorkForm,
  OrderWorkForm,
  WorkMoneyForm,
} from "#domain/works/work-forms.ts";

/** What came of a form about a work: nothing to say, or why not, with the fields that could not be read. */
export interface WorkAnswer {
  intent: string;
  refusal: string | null;
  faults: string[];
  typed: Record<string, string>;
}

type Outcome = { ok: true } | { ok: false; refusal: string };
type Schema<Form> = {
  safeParse: (
    given: unknown,
  ) =>
    { success: true; data: Form } | { success: false; error: { issues: readonly { path: PropertyKey[] }[] } };
};

/** Takes one form of a work's page; null where it was done. */
export async function changeWorkBy(
  db: Db,
  actor: Actor,
  id: Id,
  form: FormData,
  now: Date,
): Promise<WorkAnswer | null> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const intent = typed["intent"] ?? "";
  const no = (refusal: string | null, faults: string[] = []): WorkAnswer => ({
    intent,
    refusal,
    faults,
    typed,
  });
  const take = async <Form>(schema: Schema<Form>, given: unknown, run: (form: Form) => Promise<Outcome>) => {
    const read = schema.safeParse(given);
    if (!read.success) return no(null, [...new Set(read.error.issues.map(({ path }) => String(path[0])))]);
    const outcome = await run(read.data);
    return outcome.ok ? null : no(outcome.refusal);
  };
  const today = dayAt(now);
  if (intent === "money")
    return take(WorkMoneyForm, typed, (form) => setWorkMoney(db, actor, id, form, today));
  if (intent === "order") return take(OrderWorkForm, typed, (form) => orderWork(db, actor, id, form, now));
  if (intent === "drop") return take(DropWorkForm, typed, (form) => dropWork(db, actor, id, form, today));
  if (intent === "evidence")
    return take(EvidenceForm, typed, (form) => attachEvidence(db, actor, id, form, now));
  if (intent === "finish")
    return take(FinishWorkForm, { ...typed, conditions: conditionsOf(typed) }, (form) =>
      finishWork(db, actor, id, form, now),
    );
  return no("form");
}

const prefix = "condition:";

/** The conditions that the form gives, by element. */
const conditionsOf = (typed: Record<string, string>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), Number(value)]),
  );
