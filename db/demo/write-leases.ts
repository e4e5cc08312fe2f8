import { addMonths, addYears, yearOf, type Day } from "#domain/day.ts";
import { earlierEnd, overlapOf, type DemoDays } from "./demo-days.ts";
import type { DemoUnit } from "./generate-units.ts";
import type { Lot, LotTenure, Site } from "./model.ts";
import { fictionMark, landlordName, tenantName } from "./names.ts";
import { externalRentKr } from "./profiles.ts";
import type { Random } from "./random.ts";
import type { ContractRow } from "./rows.ts";
import type { Writing } from "./write-places.ts";
import type { WrittenSpace } from "./write-spaces.ts";

/** Writes contracts, the spaces they cover and who uses those. One writer for the whole demo: it numbers the contracts. */
export class LeaseWriter {
  #numbers = { "KEJD-I": 0, "KEJD-U": 0, "3P-IND": 0 };
  #counterparties = 0;

  constructor(
    private readonly random: Random,
    private readonly writing: Writing,
    private readonly days: DemoDays,
  ) {}

  /** Everything about a site's leases, given its spaces. */
  write(site: Site, spaces: WrittenSpace[]): void {
    if (site.kind === "leasedIn" || site.kind === "formerLease" || site.kind === "unknownLease")
      this.#writeRentedIn(site, spaces);
    if (site.kind === "outside")
      for (const space of spaces) this.#occupy(space, site.unit!, space.row.validFrom, space.row.validTo);
    for (const lot of site.lots)
      for (const tenure of lot.tenures)
        this.#writeTenure(
          lot,
          tenure,
          spaces.filter((space) => space.floor.lot === lot),
        );
  }

  /** What KEjd, or an administration alone, rents from somebody else. */
  #writeRentedIn(site: Site, spaces: WrittenSpace[]): void {
    const isOffice = site.group === "administration";
    const [least, most] = externalRentKr[isOffice ? "office" : "other"];
    const rentKr = this.random.between(least, most);
    const areaM2 = spaces
      .filter(({ row }) => row.validTo === site.end)
      .reduce((sum, { row }) => sum + row.areaM2, 0);
    const contract = this.#contract("3P-IND", {
      kind: "thirdPartyIn",
      unit: site.unit!,
      counterparty: landlordName(1 + (this.#counterparties++ % 90)),
      from: site.start,
      to: site.end ?? this.#agreedEnd(0.1),
      noticeMonths: this.random.pick([3, 6, 6, 12]),
      boundShare: 0.6,
      annualRentOre: Math.round(rentKr * areaM2) * 100,
      knownFrom: site.kind === "unknownLease" ? null : (site.takenOverOn ?? site.start),
    });
    for (const { row } of spaces) this.#tenancy(contract, row, "in", row.validFrom, row.validTo);
  }

  /** What KEjd lets to a unit or to somebody else, for the time the tenure ran. */
  #writeTenure(lot: Lot, tenure: LotTenure, spaces: WrittenSpace[]): void {
    const covered = spaces.flatMap((space) => {
      const until = earlierEnd(space.row.validTo, space.vacantFrom);
      const shared =
        until !== null && until <= space.row.validFrom
          ? null
          : overlapOf(tenure, { from: space.row.validFrom, to: until });
      return shared ? [{ space, shared }] : [];
    });
    if (covered.length === 0) return;
    const lastDay = covered.reduce<Day | null>(
      (latest, { shared }) =>
        latest === null || shared.to === null ? null : latest > shared.to ? latest : shared.to,
      "0000",
    );
    const areaM2 = covered
      .filter(({ shared }) => shared.to === lastDay)
      .reduce((sum, { space }) => sum + space.row.areaM2, 0);
    const agedBy = tenure.to === null ? 0 : yearOf(this.days.loadDay) - yearOf(tenure.to);
    const contract = this.#contract(lot.isThirdParty ? "KEJD-U" : "KEJD-I", {
      kind: lot.isThirdParty ? "thirdPartyOut" : "internal",
      unit: tenure.unit,
      counterparty: lot.isThirdParty
        ? `${tenantName(this.random, ++this.#counterparties)} ${fictionMark}`
        : null,
      from: tenure.from,
      to: lastDay ?? this.#agreedEnd(0.55),
      noticeMonths: this.random.pick([6, 6, 12]),
      boundShare: 0.25,
      annualRentOre: Math.round(lot.rentKrPerM2 * areaM2 * 0.98 ** agedBy) * 100,
      knownFrom: tenure.from,
    });
    for (const { space, shared } of covered) {
      this.#tenancy(contract, space.row, "out", shared.from, shared.to);
      if (tenure.unit && space.row.roomUse !== null) this.#occupy(space, tenure.unit, shared.from, shared.to);
    }
  }

  /** When a running contract ends by its own words: one in ten within two years, some never. */
  #agreedEnd(neverShare: number): Day | null {
    if (this.random.chance(0.1)) return addMonths(monthStart(this.days.loadDay), this.random.int(1, 24));
    return this.random.chance(neverShare)
      ? null
      : addMonths(monthStart(this.days.loadDay), this.random.int(25, 180));
  }

  #contract(series: "KEJD-I" | "KEJD-U" | "3P-IND", facts: ContractFacts): ContractRow {
    const { unit, from, to } = facts;
    const isBound = (to === null || to > this.days.loadDay) && this.random.chance(facts.boundShare);
    const bound = isBound ? addYears(monthStart(this.days.loadDay), this.random.int(1, 6)) : null;
    const row: ContractRow = {
      id: this.writing.ids.next(),
      organisationId: this.writing.organisationId,
      number: `${series}-${String(++this.#numbers[series]).padStart(5, "0")}`,
      kind: facts.kind,
      administrationId: unit?.row.administrationId ?? null,
      unitId: unit?.row.id ?? null,
      counterparty: facts.counterparty,
      validFrom: from,
      validTo: to,
      noticeMonths: facts.noticeMonths,
      nonTerminableUntil: earlierEnd(bound, bound && to),
      annualRentOre: facts.annualRentOre,
      knownFrom: facts.knownFrom,
      source: "Demo",
      recordedOn: from,
    };
    this.writing.rows.contract.push(row);
    return row;
  }

  #tenancy(
    contract: ContractRow,
    space: { id: string; buildingId: string },
    side: "in" | "out",
    validFrom: Day,
    validTo: Day | null,
  ): void {
    const { organisationId, ids, rows } = this.writing;
    rows.tenancy.push({
      id: ids.next(),
      organisationId,
      contractId: contract.id,
      buildingId: space.buildingId,
      spaceId: space.id,
      side,
      validFrom,
      validTo,
    });
  }

  #occupy({ row, persons }: WrittenSpace, unit: DemoUnit, validFrom: Day, validTo: Day | null): void {
    const { organisationId, ids, rows } = this.writing;
    const facts = {
      unitId: unit.row.id,
      purpose: unit.kind.purpose,
      persons,
      source: "Demo",
      recordedOn: validFrom,
    };
    rows.occupation.push({
      id: ids.next(),
      organisationId,
      buildingId: row.buildingId,
      spaceId: row.id,
      ...facts,
      validFrom,
      validTo,
    });
  }
}

interface ContractFacts {
  kind: ContractRow["kind"];
  unit: DemoUnit | null;
  counterparty: string | null;
  from: Day;
  to: Day | null;
  noticeMonths: number;
  boundShare: number;
  annualRentOre: number;
  knownFrom: Day | null;
}

const monthStart = (day: Day): Day => `${day.slice(0, 8)}01`;
