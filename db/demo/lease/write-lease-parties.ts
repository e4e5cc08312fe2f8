import type { Id } from "#domain/id.ts";
import { eanCheckDigit } from "#domain/lease/ean.ts";
import { fictionMark } from "../names.ts";
import type { ContractRow } from "../rows.ts";
import type { Writing } from "../write-places.ts";
import type { LeasePartyRow } from "./lease-rows.ts";

type Part = Pick<LeasePartyRow, "role" | "name"> & Partial<LeasePartyRow>;

/** GS1 keeps numbers that begin with 2 for use inside a house, and no CVR number begins with 0: neither can be anybody's. */
const eanOf = (index: number): string => {
  const twelve = `2990000${String(index).padStart(5, "0")}`;
  return twelve + String(eanCheckDigit(twelve));
};
const cvrOf = (index: number): string => `00${String(index).padStart(6, "0")}`;

const landlordOfTheCity = {
  name: "Københavns Ejendomme",
  contact: "Udlejningsteamet",
  mail: "udlejning@kejd.example",
};

/** Says who stands in every lease: offices and functions, never persons; numbers that nobody has. */
export function writeLeaseParties({ rows, ids, organisationId }: Writing): void {
  const unitOf = new Map(rows.unit.map((unit) => [unit.id, unit]));
  const indexOf = new Map<Id, number>(rows.administration.map(({ id }, index) => [id, index + 1]));
  const nameOf = new Map(rows.administration.map(({ id, name, code }) => [id, { name, code }]));
  const firms = new Map<string, number>();
  for (const contract of rows.contract) {
    const { administrationId, unitId } = contract;
    const administration = administrationId ? nameOf.get(administrationId)! : null;
    const unit = unitId ? unitOf.get(unitId)! : null;
    const payer: Part | null = administration && {
      ...{ role: "payer", name: administration.name, ean: eanOf(indexOf.get(administrationId!)!) },
      ...{ contact: "Økonomifunktionen", mail: `okonomi@${administration.code.toLowerCase()}.example` },
    };
    const ours: Part | null = unit && {
      ...{ role: "tenant", name: unit.name, contact: "Institutionens ledelse" },
      ...{ mail: `ledelse@${unit.code.toLowerCase()}.example` },
    };
    for (const part of partsOf(contract, payer, ours, numberOf(firms, contract.counterparty)))
      rows.leaseParty.push({
        ...{ id: ids.next(), organisationId, contractId: contract.id, cvr: null, ean: null, phone: "" },
        ...{ contact: "", mail: "", ...part, source: "Demo" },
        ...{ validFrom: contract.validFrom, validTo: contract.validTo },
      });
  }
}

/** Firms are numbered as they come, so that one has the same CVR number in all its leases. */
function numberOf(firms: Map<string, number>, name: string | null): number {
  if (name === null) return 0;
  if (!firms.has(name)) firms.set(name, firms.size + 1);
  return firms.get(name)!;
}

function partsOf(
  { kind, counterparty, knownFrom }: ContractRow,
  payer: Part | null,
  ours: Part | null,
  firm: number,
): Part[] {
  const city: Part = { role: "landlord", ...landlordOfTheCity };
  const theirs = { name: counterparty ?? "", cvr: cvrOf(firm), mail: `firma-${firm}@leje.example` };
  if (kind === "internal") return [city, ...(ours ? [ours] : []), ...(payer ? [payer] : [])];
  if (kind === "thirdPartyOut")
    return [
      city,
      { role: "tenant", ...theirs, contact: "Lejers bogholderi" },
      { role: "payer", ...theirs, ean: eanOf(500 + firm), contact: "Lejers bogholderi" },
    ];
  return [
    { role: "landlord", ...theirs, contact: "Udlejers kontor" },
    {
      role: "administrator",
      name: `Administration ${firm} ${fictionMark}`,
      contact: "Udlejers administration",
    },
    knownFrom === null && ours ? ours : { ...city, role: "tenant", contact: "Indlejningsteamet" },
    ...(payer ? [payer] : []),
  ];
}
