import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { beginDraft, saveDraft } from "#db/commands/lease/save-draft.ts";
import { markStep } from "#db/commands/lease/undo-change.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, addMonths, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { demoDrafts } from "./lease-drafts.ts";

/** A change of the demo: of which lease, asked for how many days ago, and which of its steps are done. */
interface DemoChange {
  leases: string;
  askedDaysAgo: number;
  plan: (loadDay: Day) => Partial<ChangePlan> & Pick<ChangePlan, "kind" | "effectiveOn" | "reason">;
  done: string[];
}

/** Leases that a change of the demo may speak of: a school's or a daycare's own, of no protected unit and not the demo leader's. */
const internal = "k.kind = 'internal' and n.code = 'BUF' and k.valid_to is null";

const changes: DemoChange[] = [
  {
    leases: internal,
    askedDaysAgo: 9,
    plan: (day) => ({
      ...{ kind: "renegotiate", effectiveOn: firstOfMonth(addMonths(day, 4)), by: "both" },
      ...{ reason: "Kælderen tages ud af brug til undervisning (demo).", tenantNoticeMonths: 9 },
    }),
    done: ["consent"],
  },
  {
    leases: internal,
    askedDaysAgo: 30,
    plan: (day) => ({
      ...{ kind: "moveIn", effectiveOn: addDays(day, -8), by: "tenant" },
      reason: "Enheden er flyttet ind efter ombygning (demo).",
    }),
    done: ["inspection", "keys"],
  },
  {
    leases: "k.kind = 'thirdPartyOut' and k.valid_to is null",
    askedDaysAgo: 5,
    plan: (day) => ({
      ...{ kind: "terminate", effectiveOn: firstOfMonth(addMonths(day, 14)), by: "tenant" },
      reason: "Lejeren samler sine lokaler et andet sted (demo).",
    }),
    done: [],
  },
];

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

/**
 * Gives the demo three drafts of leases and three changes under way, where it has none: what is agreed takes effect after the
 * load day, so that every figure of the day stays as it is.
 */
export async function loadDemoLeaseWork(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [present] = await db.execute(
    sql`select 1 from lease_draft where organisation_id = ${organisationId}
        union all select 1 from lease_change where organisation_id = ${organisationId} limit 1`,
  );
  const at = (days: number) => new Date(`${addDays(loadDay, -days)}T09:00:00Z`);
  const [account] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = 'manager@demo.example'`,
  );
  const manager = account && (await getActorByAccount(db, account.id, at(0)));
  if (present || !manager) return false;
  for (const [index, form] of (await demoDrafts(db, organisationId, loadDay)).entries()) {
    const begun = await beginDraft(db, manager, form, at(6 - index));
    if (begun.ok) await saveDraft(db, manager, begun.value, form, 1, at(2 - index));
  }
  for (const [index, change] of changes.entries())
    await makeChange(db, manager, change, index, { loadDay, at });
  return true;
}

async function makeChange(
  db: Db,
  manager: Actor,
  { leases, askedDaysAgo, plan, done }: DemoChange,
  index: number,
  { loadDay, at }: { loadDay: Day; at: (days: number) => Date },
): Promise<void> {
  const [lease] = await db.execute<{ id: Id }>(sql`
    select k.id from contract k left join administration n on n.id = k.administration_id left join unit u on u.id = k.unit_id
     where k.organisation_id = ${manager.organisationId} and ${sql.raw(leases)} and k.valid_from < ${loadDay}::date - 365
       and not coalesce(u.is_protected, false)
       and not exists (select 1 from account_grant g where k.unit_id = any (g.unit_ids))
     order by k.number offset ${3 + index} limit 1`);
  if (!lease) return;
  const receivedOn = addDays(loadDay, -askedDaysAgo);
  const whole: ChangePlan = {
    ...{ by: "both", receivedOn, newEnd: null, isComplex: false, rentOre: {} },
    ...{ landlordNoticeMonths: null, tenantNoticeMonths: null, ...plan(loadDay) },
  };
  const made = await confirmChange(db, manager, lease.id, whole, at(askedDaysAgo));
  if (!made.ok) return;
  for (const key of done)
    await markStep(db, manager, made.value.id, { key, doneOn: addDays(loadDay, -4), note: "" });
}
