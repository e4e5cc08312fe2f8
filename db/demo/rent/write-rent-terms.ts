import { addDays, yearOf, type Day } from "#domain/day.ts";
import { phasedIn } from "#domain/rent/phase-in.ts";
import { regulatedFactor, type Regulation } from "#domain/rent/regulated-factor.ts";
import type { BasePart, RentBasis, RentLineKind } from "#domain/rent/rent-term.ts";
import type { Random } from "../random.ts";
import type { ContractRow, DemoPortfolio } from "../rows.ts";
import type { Writing } from "../write-places.ts";
import { writeNetPriceIndex } from "./net-price-index.ts";
import type { RentTermRow } from "./rent-rows.ts";

/** How a rent is made up: line, its part, whether by the m², and its share. The city's own leases show what the base is for. */
type Share = readonly [RentLineKind, BasePart | null, RentBasis, number];
const internal: readonly Share[] = [
  ["base", "capital", "perM2", 0.5],
  ["base", "exteriorMaintenance", "perM2", 0.2],
  ["base", "reserve", "perM2", 0.05],
  ["administration", null, "perM2", 0.06],
  ["insurance", null, "whole", 0.03],
  ["taxes", null, "whole", 0.09],
  ["operation", null, "whole", 0.07],
];
const thirdParty: readonly Share[] = [
  ["base", null, "perM2", 0.82],
  ["taxes", null, "whole", 0.1],
  ["operation", null, "whole", 0.08],
];

/**
 * Writes the lines of every lease so that they come to about its yearly rent, and then gives the lease the rent that they do
 * come to on the load day (or its last), to the øre. What follows the index was agreed at the figure of its first year.
 */
export function writeRentTerms(random: Random, writing: Writing): void {
  const { rows, ids, organisationId, loadDay } = writing;
  writeNetPriceIndex(rows, ids, organisationId, loadDay);
  const areas = areasOf(rows, loadDay);
  for (const contract of rows.contract) {
    const areaM2 = areas.get(contract.id);
    if (!areaM2) continue;
    const regulation = regulationOf(random, contract);
    const on = dayThatCounts(contract, loadDay);
    const answer = regulatedFactor(regulation, npi(rows), on);
    if (!answer.ok) throw new Error(`The demo's index lacks ${answer.month}.`);
    const shares = contract.kind === "internal" ? internal : thirdParty;
    let yearly = 0;
    for (const [kind, part, basis, share] of shares) {
      const follows = kind === "base" || kind === "administration";
      const factor = follows ? answer.value.factor : 1;
      const units = basis === "perM2" ? areaM2 : 1;
      const unitOre = Math.round((contract.annualRentOre * share) / factor / units);
      const term = termRow(
        writing,
        contract,
        { kind, part, basis, yearlyOre: unitOre },
        follows ? regulation : null,
      );
      rows.rentTerm.push(term);
      yearly += Math.round(phasedIn(unitOre, null, on) * units * factor);
    }
    contract.annualRentOre = yearly;
  }
}

const npi = (rows: DemoPortfolio) => rows.priceIndex.filter(({ key }) => key === "npi");

/** Leases of others are often capped; those between the city's own follow the index as it is. */
function regulationOf(random: Random, { kind, validFrom }: ContractRow): Regulation {
  const isCapped = kind !== "internal" && random.chance(0.4);
  return {
    ...{ baseMonth: `${Math.max(2005, yearOf(validFrom) - 1)}-10-01`, adjustsInMonth: 1, monthsBefore: 3 },
    ...{ cap: isCapped ? 0.04 : null, floor: isCapped ? 0.01 : null },
  };
}

const dayThatCounts = ({ validFrom, validTo }: ContractRow, loadDay: Day): Day => {
  const last = validTo !== null && validTo <= loadDay ? addDays(validTo, -1) : loadDay;
  return last < validFrom ? validFrom : last;
};

/** The m² under each lease on the day that counts for it. */
function areasOf(rows: DemoPortfolio, loadDay: Day): Map<string, number> {
  const spaces = new Map(rows.space.map(({ id, areaM2 }) => [id, areaM2]));
  const days = new Map(rows.contract.map((contract) => [contract.id, dayThatCounts(contract, loadDay)]));
  const areas = new Map<string, number>();
  for (const { contractId, spaceId, validFrom, validTo } of rows.tenancy) {
    const on = days.get(contractId)!;
    if (validFrom > on || (validTo !== null && validTo <= on)) continue;
    areas.set(contractId, (areas.get(contractId) ?? 0) + spaces.get(spaceId)!);
  }
  return areas;
}

function termRow(
  { ids, organisationId }: Writing,
  { id: contractId, validFrom, validTo }: ContractRow,
  what: Pick<RentTermRow, "kind" | "part" | "basis" | "yearlyOre">,
  regulation: Regulation | null,
): RentTermRow {
  return {
    ...{ id: ids.next(), organisationId, contractId, ...what },
    ...{ baseMonth: regulation?.baseMonth ?? null, adjustsInMonth: regulation?.adjustsInMonth ?? null },
    ...{ monthsBefore: regulation?.monthsBefore ?? null, cap: regulation?.cap ?? null },
    ...{ floor: regulation?.floor ?? null, source: "Lejekontrakt (demo)", validFrom, validTo },
  };
}
