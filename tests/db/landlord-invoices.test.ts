import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordLandlordInvoice, settleLandlordInvoice } from "#db/commands/charge/record-landlord-invoice.ts";
import { setInvoiceIssuer } from "#db/commands/charge/set-invoice-issuer.ts";
import type { Db } from "#db/client.server.ts";
import { listPostedLines } from "#db/queries/charge/list-posted-lines.ts";
import { listReconciliation } from "#db/queries/charge/list-reconciliation.ts";
import { listRunCharges, summariseRunCharges } from "#db/queries/charge/list-run-charges.ts";
import { getInvoiceIssuer, listRunInvoices } from "#db/queries/charge/list-run-invoices.ts";
import type { ChargeSearch } from "#domain/charge/charge-search.ts";
import { newId, type Id } from "#domain/id.ts";
import { insertChargedHouse, insertTerm, type ChargedHouse } from "../helpers/charged-house.ts";
import { useDatabase } from "../helpers/database.ts";
import { issued, period } from "../helpers/made-run.ts";

const database = useDatabase();
const now = new Date("2026-02-10T10:00:00Z");
const january = period("2026-01");

/** A lease rented from others and one let to others, each with one line. */
async function withThirdParties(db: Db): Promise<ChargedHouse> {
  const house = await insertChargedHouse(db);
  for (const [number, kind, administrationId] of [
    ["3P-1", "thirdPartyIn", house.buf],
    ["U-1", "thirdPartyOut", null],
  ] as const) {
    house.contracts[number] = newId();
    await db.execute(sql`
      insert into contract (id, organisation_id, number, kind, administration_id, counterparty, valid_from, known_from, source, recorded_on)
      values (${house.contracts[number]}, ${house.organisationId}, ${number}, ${kind}, ${administrationId}, 'Modpart ApS', '2020-01-01',
              '2020-01-01', 'Prøve', '2020-01-01')`);
    await insertTerm(db, house.organisationId, house.contracts, [
      number,
      "base",
      null,
      "whole",
      120_000_00,
      false,
    ]);
  }
  return house;
}

const form = (ore: number) => ({
  ...{ number: "F-77", receivedOn: "2026-01-07", lines: [{ key: "base" as const, amountOre: ore }] },
});

test("the rent of others is passed on with its fee and held against the landlord's invoice", () =>
  database.rollback(async (db) => {
    const house = await withThirdParties(db);
    const contractId = house.contracts["3P-1"]!;
    await issued(db, [house.ane, house.bo], "2026-01");
    const seen = async () => (await listReconciliation(db, house.ane, january, contractId))[0];
    expect(await seen()).toMatchObject({ chargedOre: 10_000_00, feeOre: 200_00, state: "notInvoiced" });
    const of = { contractId, period: january };
    const recorded = await recordLandlordInvoice(db, house.ane, of, form(10_500_00));
    expect(recorded.ok).toBe(true);
    expect(await seen()).toMatchObject({ state: "differs", differenceOre: 500_00, invoicedOre: 10_500_00 });
    expect(await recordLandlordInvoice(db, house.ane, of, form(1))).toEqual({
      ok: false,
      refusal: "numberTaken",
    });
    const id = (recorded as { value: { id: Id } }).value.id;
    await settleLandlordInvoice(db, house.bo, id, "Efterregulering", now);
    expect((await seen())!.invoices[0]).toMatchObject({ settledNote: "Efterregulering", settledBy: "Bo" });
  }));

test("neither is done outside one's scope, nor for a lease that is none of others'", () =>
  database.rollback(async (db) => {
    const house = await withThirdParties(db);
    const of = { contractId: house.contracts["3P-1"]!, period: january };
    const user = house.as("administrationUser", { administrationIds: [house.buf] });
    expect(await recordLandlordInvoice(db, user, of, form(1))).toEqual({ ok: false, refusal: "notAllowed" });
    const elsewhere = await insertChargedHouse(db);
    expect(await recordLandlordInvoice(db, elsewhere.ane, of, form(1))).toEqual({
      ok: false,
      refusal: "notFound",
    });
    expect(await settleLandlordInvoice(db, elsewhere.ane, newId(), "Fejl", now)).toEqual({
      ok: false,
      refusal: "notFound",
    });
    const internal = { contractId: house.contracts["L-1001"]!, period: january };
    expect(await recordLandlordInvoice(db, house.ane, internal, form(1))).toEqual({
      ok: false,
      refusal: "notFound",
    });
    await issued(db, [house.ane, house.bo], "2026-01");
    expect((await listReconciliation(db, user, january)).map(({ number }) => number)).toEqual(["3P-1"]);
    expect(await listReconciliation(db, house.as("leader", { unitIds: [house.skolen] }), january)).toEqual(
      [],
    );
  }));

test("a tenant outside the city is invoiced to the payer's location number; the posting file leaves it out", () =>
  database.rollback(async (db) => {
    const house = await withThirdParties(db);
    const contractId = house.contracts["U-1"]!;
    const runId = await issued(db, [house.ane, house.bo], "2026-01");
    const customer = async () => (await listRunInvoices(db, house.ane, runId))[0]!.customer;
    expect(await customer()).toMatchObject({ name: "Modpart ApS", ean: null });
    for (const [role, name, ean] of [
      ["tenant", "Lejeren", "5798009883735"],
      ["payer", "Betaleren", "5798009811578"],
    ] as const)
      await db.execute(sql`
        insert into lease_party (id, organisation_id, contract_id, role, name, ean, source, valid_from)
        values (${newId()}, ${house.organisationId}, ${contractId}, ${role}, ${name}, ${ean}, 'Prøve', '2020-01-01')`);
    expect(await customer()).toMatchObject({ name: "Betaleren", ean: "5798009811578" });
    expect((await listRunInvoices(db, house.as("leader", { unitIds: [house.skolen] }), runId)).length).toBe(
      0,
    );
    const posted = await listPostedLines(db, house.ane, runId);
    expect(new Set(posted.map(({ lease }) => lease))).toEqual(
      new Set(["L-1001", "L-1002", "L-2001", "3P-1"]),
    );
  }));

test("who sends invoices is written by whoever may charge, and the record tells", () =>
  database.rollback(async (db) => {
    const house = await insertChargedHouse(db);
    const issuer = {
      ...{
        name: "Prøven",
        cvr: "64942212",
        ean: "5798009811578",
        street: "Vej",
        houseNumber: "1",
        postcode: "1599",
      },
      ...{
        town: "By",
        bankRegistration: "1234",
        bankAccount: "0000123456",
        paymentDays: 30,
        contact: "Kontoret",
      },
    };
    expect(await setInvoiceIssuer(db, house.as("planner"), issuer)).toEqual({
      ok: false,
      refusal: "notAllowed",
    });
    expect(await getInvoiceIssuer(db, house.ane)).toBeNull();
    await setInvoiceIssuer(db, house.ane, issuer);
    await setInvoiceIssuer(db, house.bo, { ...issuer, paymentDays: 14 });
    expect(await getInvoiceIssuer(db, house.ane)).toEqual({ ...issuer, paymentDays: 14 });
    const [last] = await db.execute<{ changes: unknown }>(sql`
      select changes from audit_entry where entity = 'invoiceIssuer' and organisation_id = ${house.organisationId} order by at desc, id desc limit 1`);
    expect(last!.changes).toEqual({ paymentDays: { from: 30, to: 14 } });
  }));

test("a run is listed and summed by administration and cause; what is filtered is counted whole", () =>
  database.rollback(async (db) => {
    const house = await withThirdParties(db);
    const runId = await issued(db, [house.ane, house.bo], "2025-12");
    const next = await issued(db, [house.ane, house.bo], "2026-01");
    const search: ChargeSearch = {
      administration: "",
      kind: "",
      cause: "",
      isChanged: false,
      q: "",
      page: 1,
    };
    const all = await listRunCharges(db, house.ane, next, search);
    expect(all.count).toBe(5);
    const changed = await listRunCharges(db, house.ane, next, { ...search, isChanged: true });
    expect(changed.rows.map(({ number }) => number)).toEqual(["L-1001"]);
    expect((await listRunCharges(db, house.ane, next, { ...search, cause: "index" })).count).toBe(1);
    expect(
      (await listRunCharges(db, house.ane, next, { ...search, administration: "-" })).rows[0]!.number,
    ).toBe("U-1");
    expect((await listRunCharges(db, house.ane, next, { ...search, q: "3P-" })).totalOre).toBe(10_200_00);
    const sums = await summariseRunCharges(db, house.ane, next);
    expect(sums.administrations.map(({ code }) => code)).toEqual(["BUF", "SOF", null]);
    expect(sums.administrations.reduce((sum, { totalOre }) => sum + totalOre, 0)).toBe(all.totalOre);
    const before = await listRunCharges(db, house.ane, runId, search);
    expect(sums.causes.reduce((sum, { deltaOre }) => sum + deltaOre, 0)).toBe(all.totalOre - before.totalOre);
    const user = house.as("administrationUser", { administrationIds: [house.sof] });
    expect((await summariseRunCharges(db, user, next)).administrations.map(({ code }) => code)).toEqual([
      "SOF",
    ]);
  }));

test("a lease between the city's own over rented rooms is charged by what is passed on, and not twice", () =>
  database.rollback(async (db) => {
    const house = await withThirdParties(db);
    await db.execute(sql`
      insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from)
      select gen_random_uuid(), organisation_id, ${house.contracts["3P-1"]!}, building_id, space_id, 'in', '2020-01-01'
        from tenancy where contract_id = ${house.contracts["L-1002"]!}`);
    const runId = await issued(db, [house.ane, house.bo], "2026-01");
    const posted = await listPostedLines(db, house.ane, runId);
    expect(new Set(posted.map(({ lease }) => lease))).toEqual(new Set(["L-1001", "L-2001", "3P-1"]));
  }));
