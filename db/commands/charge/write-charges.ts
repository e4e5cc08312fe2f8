import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { ChargeLine } from "#domain/charge/charge-line.ts";
import type { CounterEntry } from "#domain/charge/correct-charge.ts";
import type { PreparedCharge } from "#db/queries/charge/prepare-charges.ts";
import { newId, type Id } from "#domain/id.ts";

/** A charge to be written; its lines may be counter-entries. */
export type ChargeToWrite = Omit<PreparedCharge, "number" | "lines"> & {
  lines: readonly (ChargeLine | CounterEntry)[];
};

/**
 * Writes charges with their lines, each table in one statement; of a lease that the run has charged already nothing is written.
 * The caller holds the run.
 */
export async function writeCharges(
  db: Db,
  { id: runId, organisationId }: { id: Id; organisationId: Id },
  charges: readonly ChargeToWrite[],
): Promise<void> {
  const named = charges.map((charge) => ({ ...charge, id: newId() }));
  const written = await db.execute<{ id: Id }>(sql`
    insert into charge (id, organisation_id, run_id, contract_id, administration_id, unit_id, party, total_ore, previous_ore, reasons)
    select x.id, ${organisationId}, ${runId}, x."contractId", x."administrationId", x."unitId", x.party, x."totalOre",
           x."previousOre", x.reasons
      from json_to_recordset(${JSON.stringify(named.map(({ lines: _, ...charge }) => charge))}::json)
        as x(id uuid, "contractId" uuid, "administrationId" uuid, "unitId" uuid, party text, "totalOre" bigint,
             "previousOre" bigint, reasons jsonb)
    on conflict (run_id, contract_id) do nothing returning id`);
  const isWritten = new Set(written.map(({ id }) => id));
  const lines = named
    .filter(({ id }) => isWritten.has(id))
    .flatMap(({ id, lines }) =>
      lines.map((line) => ({ entry: "charge", ...line, id: newId(), chargeId: id })),
    );
  if (lines.length === 0) return;
  await db.execute(sql`
    insert into charge_line (id, organisation_id, charge_id, key, entry, valid_from, valid_to, formula, inputs, amount_ore, corrects_line_id)
    select x.id, ${organisationId}, x."chargeId", x.key, x.entry, x.from, x.to, x.formula, x.inputs, x."amountOre", x."correctsLineId"
      from json_to_recordset(${JSON.stringify(lines)}::json)
        as x(id uuid, "chargeId" uuid, key text, entry text, "from" date, "to" date, formula text, inputs jsonb,
             "amountOre" bigint, "correctsLineId" uuid)`);
}
