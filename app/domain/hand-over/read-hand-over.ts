import { isPosition, roundPosition, type Position } from "#geo/position.ts";
import { buildingUseOf } from "../building-use.ts";
import { parseDay, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { numberIn } from "../typed-number.ts";
import type {
  HandOverFacts,
  HandOverField,
  HandOverForm,
  HandOverKind,
  KnownPlace,
} from "./hand-over-facts.ts";
import { judgeFacts, type FaultAt, type HandOverFault } from "./judge-facts.ts";

/** What a form or a row is read against. */
export interface HandOverRegister {
  today: Day;
  administrations: { id: Id; code: string; name: string }[];
  units: { id: Id; code: string; name: string; administrationId: Id }[];
  known: KnownPlace[];
}

export type Typed = Partial<Record<HandOverField, string>>;

const longest = {
  premises: 80,
  counterparty: 200,
  note: 2000,
  street: 120,
  houseNumber: 20,
  town: 120,
} as const;

/**
 * Reads what was typed or stands in a row. What is left empty of a known place is as the register has it. Every field that
 * cannot be read is named; a form comes back only where nothing is wrong.
 * @example readHandOver("lease", { street: "Njalsgade", areaM2: "0" }, register).faults // [{ field: "areaM2", fault: "absurdArea" }, …]
 */
export function readHandOver(
  kind: HandOverKind,
  typed: Typed,
  register: HandOverRegister,
): { form: HandOverForm | null; faults: FaultAt[] } {
  const reader = new Reader(typed);
  const known = findKnown(kind, reader, register);
  const administrationId = known?.administrationId ?? readAdministration(reader, register);
  const unitId = readUnit(reader, register, administrationId) ?? known?.unitId ?? null;
  const facts = readFacts(kind, reader, known?.facts ?? null);
  judgeFacts(kind, facts, register.today, reader.faults);
  if (reader.faults.length > 0 || !administrationId) return { form: null, faults: reader.faults };
  const { contractId = null, buildingId = null } = known ?? {};
  return { form: { kind, administrationId, contractId, buildingId, unitId, facts }, faults: [] };
}

class Reader {
  readonly faults: FaultAt[] = [];
  constructor(private readonly typed: Typed) {}

  text(field: HandOverField): string {
    return (this.typed[field] ?? "").replaceAll("\0", "").trim();
  }
  fault(field: HandOverField, fault: HandOverFault): null {
    this.faults.push({ field, fault });
    return null;
  }
  /** What stands there, else what the register says, else (where it must be there) a fault. */
  words(
    field: keyof typeof longest & HandOverField,
    known: string | null | undefined,
    isNeeded: boolean,
  ): string {
    const text = this.text(field);
    if (text.length > longest[field]) this.fault(field, "tooLong");
    const said = text || (known ?? "");
    if (!said && isNeeded) this.fault(field, "missing");
    return said;
  }
  read<T>(
    field: HandOverField,
    known: T | null | undefined,
    reading: (text: string) => T | HandOverFault,
  ): T | null {
    const text = this.text(field);
    if (!text) return known ?? null;
    const value = reading(text);
    return typeof value === "string" && faultNames.has(value)
      ? this.fault(field, value as HandOverFault)
      : (value as T);
  }
}
const faultNames = new Set<string>(["notADay", "notANumber", "notAYear", "unknownUse", "postcode"]);

function findKnown(kind: HandOverKind, reader: Reader, { known }: HandOverRegister): KnownPlace | null {
  const key = reader.text("key");
  if (!key) return null;
  const place = known.find((one) => one.kind === kind && one.key.toLowerCase() === key.toLowerCase());
  return place ?? reader.fault("key", "unknownKey");
}

function readAdministration(reader: Reader, { administrations }: HandOverRegister): Id | null {
  const text = reader.text("administration");
  if (!text) {
    return administrations.length === 1 ? administrations[0]!.id : reader.fault("administration", "missing");
  }
  const found = administrations.find(({ id, code, name }) =>
    [id, code, name].some((one) => one.toLowerCase() === text.toLowerCase()),
  );
  return found?.id ?? reader.fault("administration", "unknownAdministration");
}

function readUnit(reader: Reader, { units }: HandOverRegister, administrationId: Id | null): Id | null {
  const text = reader.text("unit").toLowerCase();
  if (!text) return null;
  const found = units.find(
    (one) =>
      one.administrationId === administrationId &&
      [one.id, one.code.toLowerCase(), one.name.toLowerCase()].includes(text),
  );
  return found?.id ?? reader.fault("unit", "unknownUnit");
}

/** A day as the form sends it, as Danish people write it, or as a spreadsheet has it. @example readDay("1.2.2027") // "2027-02-01" */
export function readDay(text: string): Day | null {
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (!danish) return parseDay(text.slice(0, 10));
  const [, date, month, year] = danish;
  return parseDay(`${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`);
}

/** An amount as Danes write it: groups of three after a point are thousands. @example amountIn("120.000") // 120_000 */
const amountIn = (text: string): number | null =>
  numberIn(/^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text);

function readFacts(kind: HandOverKind, reader: Reader, known: HandOverFacts | null): HandOverFacts {
  const day = (field: HandOverField, before: Day | null | undefined) =>
    reader.read<Day>(field, before, (text) => readDay(text) ?? "notADay");
  const number = (field: HandOverField, before: number | null | undefined) =>
    reader.read<number>(field, before, (text) => amountIn(text) ?? "notANumber");
  const isLease = kind === "lease";
  const rentKr = number("annualRent", known?.annualRentOre == null ? null : known.annualRentOre / 100);
  return {
    street: reader.words("street", known?.street, true),
    houseNumber: reader.words("houseNumber", known?.houseNumber, true),
    postcode:
      reader.read<string>("postcode", known?.postcode, (text) =>
        /^\d{4}$/.test(text) ? text : "postcode",
      ) ?? "",
    town: reader.words("town", known?.town, true),
    premises: isLease ? reader.words("premises", known?.premises, false) : "",
    position: readPosition(reader) ?? known?.position ?? null,
    useCode: reader.read<string>("useCode", known?.useCode, (text) => {
      const code = text.split(/\s/)[0]!;
      return buildingUseOf(code) ? code : "unknownUse";
    }),
    areaM2: Math.round((number("areaM2", known?.areaM2) ?? 0) * 100) / 100,
    counterparty: isLease ? reader.words("counterparty", known?.counterparty, true) : null,
    startsOn: isLease ? day("startsOn", known?.startsOn) : null,
    lastDay: isLease ? day("lastDay", known?.lastDay) : null,
    noticeMonths: isLease ? number("noticeMonths", known?.noticeMonths) : null,
    nonTerminableUntil: isLease ? day("nonTerminableUntil", known?.nonTerminableUntil) : null,
    annualRentOre: isLease && rentKr !== null ? Math.round(rentKr * 100) : null,
    bfeNumber: isLease ? null : number("bfeNumber", known?.bfeNumber),
    builtYear: isLease ? null : number("builtYear", known?.builtYear),
    note: reader.words("note", null, false),
  };
}

function readPosition(reader: Reader): Position | null {
  const [latitude, longitude] = [reader.text("latitude"), reader.text("longitude")];
  if (!latitude && !longitude) return null;
  const position = [longitude, latitude].map((text) => numberIn(text) ?? Number.NaN);
  return isPosition(position) ? roundPosition(position, 7) : reader.fault("latitude", "positionWrong");
}
