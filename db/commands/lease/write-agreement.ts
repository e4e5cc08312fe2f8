import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { leaseOption, leaseParty, leaseTerm, rentTerm, tenancy } from "#db/schema/index.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { sideOf } from "#domain/lease/check-premises.ts";
import { type LeaseForm } from "#domain/lease/lease-form.ts";
import { partyRoles } from "#domain/lease/lease-step.ts";
import type { ReadLease } from "#domain/lease/read-lease.ts";
import { takeFromFloor } from "./split-space.ts";

/** Which lease is written, by what it was agreed, and from which day to which. */
export interface Agreement {
  organisationId: Id;
  contractId: Id;
  amendmentId: Id;
  source: string;
  validFrom: Day;
  validTo: Day | null;
}

/** Writes the premises of a lease: whole spaces as they are, m² of a floor as a space that is parted from it. */
export async function writePremises(
  tx: Db,
  { organisationId, contractId }: Pick<Agreement, "organisationId" | "contractId">,
  kind: LeaseForm["kind"],
  premises: ReadLease["premises"],
): Promise<void> {
  for (const { buildingId, spaceId, floorId, areaM2, validFrom, validTo } of premises) {
    const space =
      spaceId ??
      (await takeFromFloor(tx, organisationId, {
        ...{ floorId: floorId!, areaM2: areaM2!, on: validFrom, until: validTo, side: sideOf(kind) },
      }));
    await tx.insert(tenancy).values({
      ...{ id: newId(), organisationId, contractId, buildingId, spaceId: space, side: sideOf(kind) },
      ...{ validFrom, validTo },
    });
  }
}

/** Writes what a lease says from a day on: its terms, its rent lines, what a party may choose, and who stands in it. */
export async function writeTerms(
  tx: Db,
  agreement: Agreement,
  form: LeaseForm,
  { terms, option, rent }: ReadLease,
): Promise<void> {
  const { organisationId, contractId, amendmentId, source, validFrom, validTo } = agreement;
  const shared = { organisationId, contractId, source, validFrom, validTo };
  const indexed = rent.find(({ regulation }) => regulation !== null)?.regulation ?? null;
  await tx.insert(leaseTerm).values({
    ...{ id: newId(), ...shared, amendmentId, ...terms, regulation: indexed ? "index" : "none" },
    regulatesInMonth: indexed?.adjustsInMonth ?? null,
  });
  if (option)
    await tx.insert(leaseOption).values({ id: newId(), ...shared, amendmentId, note: "", ...option });
  for (const { kind, part, basis, yearlyOre, regulation } of rent)
    await tx.insert(rentTerm).values({
      ...{ id: newId(), ...shared, kind, part, basis, yearlyOre, baseMonth: regulation?.baseMonth ?? null },
      ...{
        adjustsInMonth: regulation?.adjustsInMonth ?? null,
        monthsBefore: regulation?.monthsBefore ?? null,
      },
      ...{ cap: regulation?.cap ?? null, floor: regulation?.floor ?? null },
    });
  for (const role of partyRoles) {
    const { name, cvr, ean, contact, mail, phone } = form.parties[role];
    if (name.trim() === "") continue;
    await tx.insert(leaseParty).values({
      ...{
        id: newId(),
        ...shared,
        role,
        name: name.trim(),
        cvr: cvr.trim() || null,
        ean: ean.trim() || null,
      },
      ...{ contact: contact.trim(), mail: mail.trim(), phone: phone.trim() },
    });
  }
}

const series = { internal: "KEJD-I", thirdPartyOut: "KEJD-U", thirdPartyIn: "3P-IND" } as const;

/** The next number of a kind of lease. The organisation's row is held, so that two who activate at once get two numbers. */
export async function nextLeaseNumber(tx: Db, organisationId: Id, kind: LeaseForm["kind"]): Promise<string> {
  await tx.execute(sql`select 1 from organisation where id = ${organisationId} for update`);
  const [row] = await tx.execute<{ last: number }>(sql`
    select coalesce(max(substring(number from '\\d+$')::int), 0) as last from contract
     where organisation_id = ${organisationId} and number ~ ${`^${series[kind]}-\\d{1,8}$`}`);
  return `${series[kind]}-${String(row!.last + 1).padStart(5, "0")}`;
}
