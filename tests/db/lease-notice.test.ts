import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { undoChange } from "#db/commands/lease/undo-change.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import {
  changePlan as plan,
  stateOf,
  withChangedLease,
  type ChangedLease,
} from "../helpers/changed-lease.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const inPortfolio = (work: (there: ChangedLease) => Promise<void>) =>
  database.rollback((db) => withChangedLease(db, work));

/** What the page of the daycare's building says on a day of the lease's notice and of the day from which it may be left. */
async function shownOn(db: Db, { small, lease }: ChangedLease, on: string) {
  const leases = await listBuildingLeases(db, small.as("manager"), small.daycare, on);
  const { noticeMonths, nonTerminableUntil } = leases.find(({ id }) => id === lease)!;
  return [noticeMonths, nonTerminableUntil];
}

test("a notice that is agreed anew is kept also where nobody had written the terms down, and undone with the change", () =>
  inPortfolio(async (there) => {
    const { db, manager, lease, small } = there;
    await db.execute(sql`delete from lease_term where contract_id = ${lease}`);
    await db.execute(sql`update contract set non_terminable_until = '2026-12-01' where id = ${lease}`);
    await refreshLeaseLevels(db, small.organisationId, [lease]);
    const before = await stateOf(db, lease, small.daycare);
    const change = plan({ kind: "renegotiate", effectiveOn: "2027-01-01", tenantNoticeMonths: 9 });
    const made = await confirmChange(db, manager, lease, change, now);
    if (!made.ok) throw new Error(made.refusal);
    expect(await shownOn(db, there, "2026-12-31")).toEqual([6, "2026-12-01"]);
    expect(await shownOn(db, there, "2027-01-01")).toEqual([9, "2026-12-01"]);
    const [landlord] = await db.execute(sql`
      select distinct landlord_notice_months as months from lease_term where contract_id = ${lease}`);
    expect(landlord).toEqual({ months: 6 });
    expect(await undoChange(db, manager, made.value.id, now)).toMatchObject({ ok: true });
    expect(await stateOf(db, lease, small.daycare)).toEqual(before);
    expect(await shownOn(db, there, "2027-01-01")).toEqual([6, "2026-12-01"]);
  }));

test("a notice that is agreed anew counts from its day, not from the day it was agreed", () =>
  inPortfolio(async (there) => {
    const { db, manager, lease } = there;
    const shown = (on: string) => shownOn(db, there, on);
    const change = plan({ kind: "renegotiate", effectiveOn: "2027-01-01", tenantNoticeMonths: 9 });
    expect(await confirmChange(db, manager, lease, change, now)).toMatchObject({ ok: true });
    expect(await shown("2026-12-31")).toEqual([6, null]);
    expect(await shown("2027-01-01")).toEqual([9, null]);
    await db.execute(
      sql`update lease_term set tenant_bound_until = '2029-01-01' where contract_id = ${lease}`,
    );
    expect(await shown("2027-01-01")).toEqual([9, "2029-01-01"]);
    await confirmChange(db, manager, lease, plan(), now);
    expect(await shown("2027-01-01")).toEqual([9, "2027-06-01"]);
  }));
