import { addMonths, addYears, yearOf, type Day } from "#domain/day.ts";
import type { Random } from "../random.ts";
import type { ContractRow } from "../rows.ts";
import type { Writing } from "../write-places.ts";
import type { LeaseOptionRow, LeaseTermRow } from "./lease-rows.ts";

/**
 * Writes what every lease says of notice, of being bound, of how premises are given back, of deposit and of the rent of the
 * market; and the choices that some leases give. Notice and the day until which the tenant is bound are the contract's own.
 */
export function writeLeaseTerms(random: Random, writing: Writing): void {
  const { rows } = writing;
  for (const contract of rows.contract) {
    rows.leaseTerm.push(termOf(random, writing, contract));
    const option = optionOf(random, writing, contract);
    if (option) rows.leaseOption.push(option);
  }
}

function termOf(
  random: Random,
  { ids, organisationId, loadDay }: Writing,
  contract: ContractRow,
): LeaseTermRow {
  const isInternal = contract.kind === "internal";
  const monthly = Math.round(contract.annualRentOre / 12);
  const sinceYears = yearOf(loadDay) - yearOf(contract.validFrom);
  const hasMarketRent = !isInternal && random.chance(0.7);
  const longer = random.pick([0, 0, 3, 6]);
  return {
    ...{ id: ids.next(), organisationId, contractId: contract.id },
    landlordNoticeMonths: contract.noticeMonths + longer,
    tenantNoticeMonths: contract.noticeMonths,
    landlordBoundUntil:
      contract.nonTerminableUntil && addYears(contract.nonTerminableUntil, random.int(0, 1)),
    tenantBoundUntil: contract.nonTerminableUntil,
    noticeTo: random.pick(["monthEnd", "monthEnd", "quarterEnd"] as const),
    restoration: isInternal ? "maintained" : random.pick(["asReceived", "maintained", "cleared"] as const),
    depositOre: isInternal ? 0 : monthly * random.pick([3, 3, 6]),
    prepaidOre: contract.kind === "thirdPartyOut" ? monthly * random.pick([0, 1, 3]) : 0,
    ...{ regulation: "index", regulatesInMonth: 1 },
    // Every fourth year, counted from the beginning, the next one to come (the law on business leases, § 13).
    marketRentFrom: hasMarketRent
      ? addYears(contract.validFrom, 4 * (1 + Math.max(0, Math.floor(sinceYears / 4))))
      : null,
    marketRentEveryYears: hasMarketRent ? 4 : null,
    ...{ source: "Lejekontrakt (demo)", validFrom: contract.validFrom, validTo: contract.validTo },
  };
}

/** One running lease with others in four can be made longer, and one in six be left before its time. */
function optionOf(
  random: Random,
  { ids, organisationId, loadDay }: Writing,
  { id, kind, validFrom, validTo }: ContractRow,
): LeaseOptionRow | null {
  const turn = random.next();
  if (kind === "internal" || (validTo !== null && validTo <= loadDay)) return null;
  const shared = {
    ...{ id: ids.next(), organisationId, contractId: id, holder: "tenant" as const },
    ...{ note: "", source: "Lejekontrakt (demo)", validFrom, validTo },
  };
  const month: Day = `${loadDay.slice(0, 8)}01`;
  if (turn < 0.25 && validTo !== null)
    return { ...shared, kind: "extend", decideBy: addMonths(validTo, -12), effectOn: validTo, months: 60 };
  if (turn < 0.4) {
    const effectOn = addMonths(month, random.int(9, 40));
    if (validTo !== null && effectOn >= validTo) return null;
    return { ...shared, kind: "break", decideBy: addMonths(effectOn, -6), effectOn, months: null };
  }
  return null;
}
