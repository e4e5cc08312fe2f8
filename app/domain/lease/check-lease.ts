import type { Id } from "../id.ts";
import { premiseFaults, twiceFaults, type PremiseFacts } from "./check-premises.ts";
import { eanCheckDigit } from "./ean.ts";
import type { LeaseFault, LeaseFaultKind } from "./lease-fault.ts";
import type { LeaseForm } from "./lease-form.ts";
import { readLease, type ReadLease } from "./read-lease.ts";

/**
 * Everything that is wrong with a lease before it can be activated, checked as a whole: what cannot be read, parties that are
 * missing, spaces that do not exist as of the day or that another lease has, more m² than an undivided floor has left.
 * @example checkLease(form, facts, null).faults.map(({ fault }) => fault) // ["taken"]
 */
export function checkLease(
  form: LeaseForm,
  facts: PremiseFacts,
  ownContractId: Id | null,
): { lease: ReadLease | null; faults: LeaseFault[] } {
  const { lease, faults } = readLease(form);
  const found: LeaseFault[] = [...faults, ...partyFaults(form, facts)];
  if (lease) {
    if (lease.premises.length === 0) found.push({ step: "premises", field: "premises", fault: "noPremises" });
    for (const premise of lease.premises)
      found.push(...premiseFaults(form.kind, lease, premise, facts, ownContractId));
    found.push(...twiceFaults(lease.premises), ...rentFaults(lease), ...termFaults(lease));
  }
  return { lease, faults: found };
}

function partyFaults({ kind, parties, unit, administration }: LeaseForm, facts: PremiseFacts): LeaseFault[] {
  const faults: LeaseFault[] = [];
  const add = (field: string, fault: LeaseFaultKind, typed = "") =>
    faults.push({ step: "parties", field, fault, typed });
  if (parties.landlord.name.trim() === "") add("parties.landlord.name", "noLandlord");
  if (parties.tenant.name.trim() === "") add("parties.tenant.name", "noTenant");
  if (kind === "internal" && !facts.hasUnit) add("unit", "noUnit", unit);
  if (kind === "thirdPartyIn" && !facts.hasUnit && !facts.hasAdministration)
    add("administration", "noAdministration", administration);
  for (const [role, { cvr, ean, mail }] of Object.entries(parties)) {
    if (cvr.trim() && !/^\d{8}$/.test(cvr.trim())) add(`parties.${role}.cvr`, "cvr", cvr);
    if (ean.trim() && !isEan(ean.trim())) add(`parties.${role}.ean`, "ean", ean);
    if (mail.trim() && !/^\S+@\S+\.\S+$/.test(mail.trim())) add(`parties.${role}.mail`, "mail", mail);
  }
  return faults;
}

const isEan = (text: string): boolean =>
  /^\d{13}$/.test(text) && eanCheckDigit(text.slice(0, 12)) === Number(text[12]);

function rentFaults({ rent }: ReadLease): LeaseFault[] {
  if (rent.length === 0) return [{ step: "rent", field: "rent", fault: "noRent" }];
  const faults: LeaseFault[] = [];
  if (!rent.some(({ kind }) => kind === "base"))
    faults.push({ step: "rent", field: "rent", fault: "noBase" });
  rent.forEach((line, index) => {
    const before = rent.slice(0, index).some((other) => other.kind === line.kind && other.part === line.part);
    if (before) faults.push({ step: "rent", field: `rent.${index}.kind`, fault: "sameLine" });
    const { cap, floor } = line.regulation ?? { cap: null, floor: null };
    if (cap !== null && floor !== null && cap < floor)
      faults.push({ step: "rent", field: `rent.${index}.cap`, fault: "capBelowFloor" });
  });
  return faults;
}

function termFaults({ terms, validTo }: ReadLease): LeaseFault[] {
  return (["landlordBoundUntil", "tenantBoundUntil"] as const).flatMap((field) =>
    terms[field] !== null && validTo !== null && terms[field] > validTo
      ? [{ step: "terms" as const, field, fault: "boundAfterEnd" as const, day: validTo }]
      : [],
  );
}
