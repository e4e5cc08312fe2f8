import { importRegister } from "#app/jobs/register-import/import-register.ts";
import type { RegisterFile } from "#app/jobs/register-import/register-file.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { ImportCounts } from "#domain/register-import/import-report.ts";
import type { StagedChoices } from "#domain/staged/plan-confirmation.ts";
import { givenAccount, givenOrganisation } from "./people.ts";

/** A BBR id of this test file: 1 is `40000000-…-000000000001`. */
export const bbrIdOf = (number: number): Id => `40000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const groundOf = (number: number): Id => `50000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export type BbrRow = Record<string, unknown>;

/** A row that lacks nothing, as an extract with addresses spells it; what differs is given. */
export const bbrRow = (number: number, more: BbrRow = {}): BbrRow => ({
  ...{ id_lokalId: bbrIdOf(number), kommunekode: "0101", status: "6", grund: groundOf(number) },
  ...{ byg007Bygningsnummer: 1, byg021BygningensAnvendelse: "421", byg026Opførelsesår: 1950 },
  ...{ byg038SamletBygningsareal: 301, byg054AntalEtager: 2, byg404Koordinat: "POINT(12.5512 55.6963)" },
  ...{ bfeNummer: String(100_000 + number), vejnavn: "Prøvegade", husnr: String(number) },
  ...{ postnr: "2200", postnrnavn: "København N" },
  ...more,
});

/** The rows of the browser's journey: one that lacks nothing, one without an address, one without a place, one in
 *  another town's hands. */
export const smallRegister: BbrRow[] = [
  bbrRow(1),
  bbrRow(2, { vejnavn: null, husnr: null, postnr: null, postnrnavn: null, bfeNummer: null }),
  bbrRow(3, { byg404Koordinat: null, byg038SamletBygningsareal: 88, byg054AntalEtager: 1 }),
  bbrRow(4, { byg021BygningensAnvendelse: "140", byg038SamletBygningsareal: 2400, byg054AntalEtager: 5 }),
];

/** Rows as a file. */
export function registerFile(rows: BbrRow[]): RegisterFile {
  const bytes = Buffer.from(JSON.stringify(rows));
  async function* open() {
    yield bytes;
  }
  return { name: "prøve.json", size: bytes.length, open };
}

/** Takes rows in. */
export const takeIn = async (db: Db, actor: Actor, rows: BbrRow[], now: Date): Promise<ImportCounts> =>
  (await importRegister(db, actor, registerFile(rows), { isApplied: true, now })).counts;

/** An empty organisation with its administrator, and rows that wait. */
export async function givenStaged(db: Db, rows: BbrRow[], now: Date): Promise<Actor> {
  const actor = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
  if (rows.length > 0) await takeIn(db, actor, rows, now);
  return actor;
}

/** "They are ours", with nothing said beyond what the rows say. */
export const ours = (more: Partial<StagedChoices> = {}): StagedChoices => ({
  ...{ tenure: "owned", from: "2026-11-20", administrationId: null, bfeNumber: null, address: null },
  corrections: null,
  ...more,
});
