import type { Db } from "#db/client.server.ts";
import { listMaintenanceReceived } from "#db/queries/building/list-maintenance-received.ts";
import { listIssuedCharges } from "#db/queries/charge/get-run-charge.ts";
import { compareRent } from "#db/queries/rent/compare-rent.ts";
import { getLease, type Lease } from "#db/queries/rent/get-lease.ts";
import { getRentBasis, type RentBasis } from "#db/queries/rent/get-rent-basis.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { explainChange } from "#domain/rent/explain-change.ts";
import { rentLines } from "#domain/rent/rent-lines.ts";

const firstOf = (year: number): Day => `${year}-01-01`;

/** What is asked of a lease: a year (null for the usual one), and m² that might be handed back, as they were typed. */
interface Asked {
  year: number | null;
  less: string | null;
}

export type LeasePage = NonNullable<Awaited<ReturnType<typeof loadLease>>>;

/** What a lease's page shows of a year: its lines, why they differ from the year before, what was paid and received. */
export async function loadLease(db: Db, actor: Actor, id: Id, asked: Asked, today: Day) {
  const lease = await getLease(db, actor, id);
  if (!lease) return null;
  const { less } = asked;
  const year = asked.year ?? usualYear(lease, today);
  const basis = await getRentBasis(db, actor, id);
  const of = (one: number) => rentLines(basis, firstOf(one), firstOf(one + 1));
  const [now, before] = [of(year), of(year - 1)];
  const changes = now.ok && before.ok ? explainChange(before.value.lines, now.value.lines) : [];
  const on = lease.validTo !== null && lease.validTo <= today ? lease.validFrom : today;
  return {
    ...{ lease, year, now, before, changes, areaM2: areaOn(basis, today) },
    handBack: { typed: less, answer: less === null ? null : withoutM2(basis, less, today) },
    indexSource: basis.indexSource,
    contribution: await contributionOf(db, actor, lease, basis, today),
    charges: await listIssuedCharges(db, actor, id),
    compared: await compareRent(db, actor, lease, on),
  };
}

/** This year, or of a lease that begins later its first, of one that has ended its last. */
function usualYear({ validFrom, validTo }: Lease, today: Day): number {
  const last = validTo === null ? yearOf(today) : yearOf(addDays(validTo, -1));
  return Math.max(yearOf(validFrom), Math.min(yearOf(today), last));
}

const areaOn = ({ areas }: RentBasis, on: Day): number =>
  areas
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo > on))
    .reduce((sum, { areaM2 }) => sum + areaM2, 0);

export interface Contribution {
  years: number;
  /** Null where the index lacks a month that the rent of those years follows. */
  paidOre: number | null;
  receivedOre: number;
}

/** What was paid for exterior maintenance over the last whole years, and what the ledger shows was done for it. */
async function contributionOf(
  db: Db,
  actor: Actor,
  lease: Lease,
  basis: RentBasis,
  today: Day,
): Promise<Contribution[]> {
  if (!basis.terms.some(({ part }) => part === "exteriorMaintenance")) return [];
  const received = await Promise.all(
    lease.buildings.map(({ id }) => listMaintenanceReceived(db, actor, id, today)),
  );
  const booked = received.flatMap(({ leases }) =>
    leases.filter(({ contractId }) => contractId === lease.id).flatMap(({ years }) => years),
  );
  const lastYear = yearOf(today) - 1;
  return [5, 10].map((years) => {
    const from = lastYear - years + 1;
    const paid = rentLines(
      { ...basis, terms: basis.terms.filter(({ part }) => part === "exteriorMaintenance") },
      ...([firstOf(from), firstOf(lastYear + 1)] as const),
    );
    const done = booked.filter(({ year }) => year >= from && year <= lastYear);
    return {
      years,
      paidOre: paid.ok ? paid.value.totalOre : null,
      receivedOre: done.reduce((sum, { exteriorOre }) => sum + exteriorOre, 0),
    };
  });
}

/** What a lease would cost a year from today with fewer m²; null where it has not that many, or the index lacks a month. */
function withoutM2(basis: RentBasis, typed: string, today: Day) {
  const lessM2 = Number(typed.replace(",", "."));
  if (!(lessM2 > 0 && lessM2 <= areaOn(basis, today))) return null;
  const less = { areaM2: -lessM2, validFrom: today, validTo: null };
  const at = (data: RentBasis) => {
    const answer = rentLines(data, today, addDays(today, 1));
    return answer.ok
      ? answer.value.lines.reduce((sum, { yearlyOre }) => sum + Math.round(yearlyOre), 0)
      : null;
  };
  const [nowOre, thenOre] = [at(basis), at({ ...basis, areas: [...basis.areas, less] })];
  return nowOre === null || thenOre === null
    ? null
    : { lessM2, savedOre: nowOre - thenOre, leftOre: thenOre };
}
