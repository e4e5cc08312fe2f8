import { addDays, parseDay, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { RentTerm } from "../rent/rent-term.ts";
import { numberIn } from "../typed-number.ts";
import type { LeaseForm, PremiseTyped, RentTyped } from "./lease-form.ts";
import type { LeaseStep } from "./lease-step.ts";

/** What cannot be read of a typed lease: where, which field, and the text itself. */
export interface TypedFault {
  step: LeaseStep;
  field: string;
  fault: "day" | "dayRequired" | "endBeforeStart" | "number" | "month";
  typed: string;
}

export interface ReadPremise {
  index: number;
  buildingId: Id;
  spaceId: Id | null;
  floorId: Id | null;
  /** m² of an undivided floor; null for a whole space. */
  areaM2: number | null;
  validFrom: Day;
  validTo: Day | null;
}

type Terms = LeaseForm["terms"];

/** The terms as the register keeps them; money in øre, "until" the first day that is free again. */
export interface ReadTerms extends Pick<Terms, "noticeTo" | "restoration"> {
  landlordNoticeMonths: number | null;
  tenantNoticeMonths: number | null;
  landlordBoundUntil: Day | null;
  tenantBoundUntil: Day | null;
  depositOre: number;
  prepaidOre: number;
  marketRentFrom: Day | null;
  marketRentEveryYears: number | null;
}

export interface ReadOption {
  kind: "extend" | "break" | "expand" | "buy";
  holder: "landlord" | "tenant";
  decideBy: Day;
  effectOn: Day;
  months: number | null;
}

export interface ReadLease {
  validFrom: Day;
  validTo: Day | null;
  premises: ReadPremise[];
  terms: ReadTerms;
  option: ReadOption | null;
  rent: RentTerm[];
}

/** Reads texts into days and numbers, and keeps what could not be read. */
class Reader {
  readonly faults: TypedFault[] = [];
  constructor(public step: LeaseStep) {}

  day(field: string, typed: string, fault: "day" | "dayRequired" = "day"): Day | null {
    const found = parseDay(typed.trim());
    if (!found && (typed.trim() !== "" || fault === "dayRequired"))
      this.faults.push({ step: this.step, field, typed, fault: typed.trim() === "" ? "dayRequired" : "day" });
    return found;
  }

  /** The day after a last day as typed. */
  end(field: string, typed: string): Day | null {
    const last = this.day(field, typed);
    return last && addDays(last, 1);
  }

  number(field: string, typed: string, least: number, most: number, isWhole = false): number | null {
    if (typed.trim() === "") return null;
    // "4.000" is four thousand to whoever writes it in Danish, and nobody writes a rent with three decimals.
    const value = numberIn(
      typed.trim().replace(/^\d{1,3}(\.\d{3})+$/, (grouped) => grouped.replaceAll(".", "")),
    );
    if (value !== null && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
      return value;
    this.faults.push({ step: this.step, field, typed, fault: "number" });
    return null;
  }
}

/**
 * What a typed lease says, and all that cannot be read of it. A last day becomes the day after; 29 February is a day in leap
 * years alone. Where the first day cannot be read, `lease` is null.
 * @example readLease({ ...form, from: "2027-02-29" }).faults[0].fault // "day"
 */
export function readLease(form: LeaseForm): { lease: ReadLease | null; faults: TypedFault[] } {
  const reader = new Reader("parties");
  const validFrom = reader.day("from", form.from, "dayRequired");
  const validTo = reader.end("to", form.to);
  if (validFrom && validTo && validTo <= validFrom)
    reader.faults.push({ step: "parties", field: "to", typed: form.to, fault: "endBeforeStart" });
  reader.step = "premises";
  const premises = form.premises.map((one, index) => readPremise(reader, one, index, validFrom, validTo));
  reader.step = "terms";
  const terms = readTerms(reader, form.terms);
  const option = readOption(reader, form.terms);
  reader.step = "rent";
  const period = { validFrom: validFrom ?? "1900-01-01", validTo };
  // A line without an amount is one that this lease does not have.
  const rent = form.rent.flatMap((row, index) =>
    row.kroner.trim() === "" ? [] : readRent(reader, row, index, form.terms, period),
  );
  const { faults } = reader;
  if (!validFrom) return { lease: null, faults };
  return { lease: { validFrom, validTo, premises, terms, option, rent }, faults };
}

function readPremise(
  reader: Reader,
  typed: PremiseTyped,
  index: number,
  from: Day | null,
  to: Day | null,
): ReadPremise {
  const field = (name: string) => `premises.${index}.${name}`;
  const validFrom = reader.day(field("from"), typed.from) ?? from ?? "1900-01-01";
  const validTo = reader.end(field("to"), typed.to) ?? to;
  if (validTo !== null && validTo <= validFrom)
    reader.faults.push({ step: "premises", field: field("to"), typed: typed.to, fault: "endBeforeStart" });
  const areaM2 = typed.spaceId === "" ? reader.number(field("areaM2"), typed.areaM2, 0.01, 1_000_000) : null;
  return {
    ...{
      index,
      buildingId: typed.buildingId,
      spaceId: typed.spaceId || null,
      floorId: typed.floorId || null,
    },
    ...{ areaM2, validFrom, validTo },
  };
}

function readTerms(reader: Reader, typed: Terms): ReadTerms {
  const kroner = (field: "depositKroner" | "prepaidKroner") =>
    Math.round((reader.number(field, typed[field], 0, 1e10) ?? 0) * 100);
  return {
    landlordNoticeMonths: reader.number("landlordNoticeMonths", typed.landlordNoticeMonths, 0, 240, true),
    tenantNoticeMonths: reader.number("tenantNoticeMonths", typed.tenantNoticeMonths, 0, 240, true),
    landlordBoundUntil: reader.end("landlordBoundUntil", typed.landlordBoundUntil),
    tenantBoundUntil: reader.end("tenantBoundUntil", typed.tenantBoundUntil),
    ...{ noticeTo: typed.noticeTo, restoration: typed.restoration },
    ...{ depositOre: kroner("depositKroner"), prepaidOre: kroner("prepaidKroner") },
    marketRentFrom: reader.day("marketRentFrom", typed.marketRentFrom),
    marketRentEveryYears: reader.number("marketRentEveryYears", typed.marketRentEveryYears, 1, 30, true),
  };
}

function readOption(reader: Reader, typed: Terms): ReadOption | null {
  if (typed.optionKind === "") return null;
  const decideBy = reader.day("optionDecideBy", typed.optionDecideBy, "dayRequired");
  const effectOn = reader.day("optionEffectOn", typed.optionEffectOn, "dayRequired");
  const isExtend = typed.optionKind === "extend";
  const months = reader.number("optionMonths", typed.optionMonths || (isExtend ? "?" : ""), 1, 600, true);
  if (decideBy && effectOn && effectOn < decideBy)
    reader.faults.push({
      step: "terms",
      field: "optionEffectOn",
      typed: typed.optionEffectOn,
      fault: "endBeforeStart",
    });
  if (!decideBy || !effectOn) return null;
  return { kind: typed.optionKind, holder: typed.optionHolder, decideBy, effectOn, months };
}

const monthsBefore = 3;

function readRent(
  reader: Reader,
  row: RentTyped,
  index: number,
  terms: Terms,
  period: { validFrom: Day; validTo: Day | null },
): RentTerm {
  const field = (name: string) => `rent.${index}.${name}`;
  const kroner = reader.number(field("kroner"), row.kroner, 0, 1e10) ?? 0;
  const share = (name: "cap" | "floor") => {
    const percent = reader.number(field(name), row[name], -100, 1_000);
    return percent === null ? null : percent / 100;
  };
  const typedMonth = `${terms.baseMonth.trim().slice(0, 7)}-01`;
  const baseMonth: Day | null = row.isIndexed ? parseDay(typedMonth) : null;
  if (row.isIndexed && !baseMonth)
    reader.faults.push({ step: "rent", field: "baseMonth", typed: terms.baseMonth, fault: "month" });
  const adjustsInMonth =
    Number(terms.adjustsInMonth) >= 1 && Number(terms.adjustsInMonth) <= 12
      ? Number(terms.adjustsInMonth)
      : 1;
  return {
    ...{ id: String(index), kind: row.kind, part: row.kind === "base" ? row.part : null, basis: row.basis },
    yearlyOre: Math.round(kroner * 100),
    regulation:
      baseMonth === null
        ? null
        : {
            baseMonth,
            adjustsInMonth,
            monthsBefore,
            cap: share("cap"),
            floor: share("floor"),
          },
    ...{ phaseIn: null, source: "", ...period },
  };
}
