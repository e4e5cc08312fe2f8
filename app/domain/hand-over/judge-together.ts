import { closedFrom, type LeaseGathering } from "../lease/who-enters-leases.ts";
import { addDays, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { HandOverFacts, HandOverForm } from "./hand-over-facts.ts";
import type { FaultAt } from "./judge-facts.ts";

/** One that is there before: handed over and not rejected, or a lease of the register. `name` is what people call it. */
export interface Earlier {
  isRegister: boolean;
  name: string;
  /** The day it was handed over; null for a lease of the register, and for one of the same sending. */
  handedOverOn: Day | null;
  contractId: Id | null;
  buildingId: Id | null;
  facts: Pick<
    HandOverFacts,
    "street" | "houseNumber" | "postcode" | "premises" | "counterparty" | "startsOn" | "lastDay"
  >;
}

export interface Together {
  earlier: readonly Earlier[];
  /** How far the gathering has come of those administrations for which the actor may not enter a lease. */
  gatherings: ReadonlyMap<Id, LeaseGathering>;
}

/** The forms of one sending, each with the name it goes by (its row). */
export interface NamedForm {
  name: string;
  form: HandOverForm;
}

/**
 * What is wrong with hand-overs beside what is there, and beside each other: handed over already, the same twice, the same
 * premises rented twice at once, or an administration whose leases KEjd has all taken over. One list of faults a form.
 * @example judgeTogether([{ name: "2", form }, { name: "3", form }], { earlier: [], gatherings: new Map() })[1] // sameTwice, of "2"
 */
export function judgeTogether(forms: readonly NamedForm[], { earlier, gatherings }: Together): FaultAt[][] {
  return forms.map(({ form }, index) => {
    const gathering = gatherings.get(form.administrationId);
    const closedOn = form.kind === "lease" && gathering ? closedFrom(gathering) : null;
    if (closedOn) return [{ field: "administration", fault: "closed", day: closedOn }];
    const inSending = forms
      .slice(0, index)
      .filter((one) => one.form.kind === form.kind)
      .map((one): Earlier => ({ ...one.form, name: one.name, isRegister: false, handedOverOn: null }));
    for (const one of [...earlier, ...inSending]) {
      const fault = faultBeside(form, one);
      if (fault) return [fault];
    }
    return [];
  });
}

function faultBeside(form: HandOverForm, one: Earlier): FaultAt | null {
  const [own, other] =
    form.kind === "lease" ? [form.contractId, one.contractId] : [form.buildingId, one.buildingId];
  const isKnown = form.buildingId !== null;
  const isSamePlace = placeKey(form.facts) === placeKey(one.facts);
  // Two that the register tells apart are two, wherever they are.
  const isSame = own && other ? own === other : isSamePlace && isSameLease(form, one);
  if (isSame) {
    if (one.isRegister && own === other) return null;
    return one.handedOverOn
      ? {
          field: isKnown ? "key" : "street",
          fault: "handedOverAlready",
          other: one.name,
          day: one.handedOverOn,
        }
      : { field: isKnown ? "key" : "street", fault: "sameTwice", other: one.name };
  }
  if (form.kind === "property" || !isSamePlace || (own && other)) return null;
  const day = overlapsFrom(form.facts, one.facts);
  return day === null ? null : { field: "startsOn", fault: "overlaps", other: one.name, day };
}

const isSameLease = ({ kind, facts }: HandOverForm, { facts: other }: Earlier): boolean =>
  kind === "property" ||
  (facts.startsOn === other.startsOn && fold(facts.counterparty) === fold(other.counterparty));

const fold = (text: string | null): string =>
  (text ?? "")
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, " ")
    .trim();

/** Where the premises are, however it was spelled. */
const placeKey = ({ street, houseNumber, postcode, premises }: Earlier["facts"]): string =>
  [street, houseNumber.replaceAll(/\s/g, ""), postcode, premises].map(fold).join("|");

/** The first day on which two leases of the same premises both run; null where they never do. */
function overlapsFrom(a: Earlier["facts"], b: Earlier["facts"]): Day | null {
  if (!a.startsOn || !b.startsOn) return null;
  const from = a.startsOn > b.startsOn ? a.startsOn : b.startsOn;
  const endOf = ({ lastDay }: Earlier["facts"]) => (lastDay ? addDays(lastDay, 1) : "9999-12-31");
  const to = endOf(a) < endOf(b) ? endOf(a) : endOf(b);
  return from < to ? from : null;
}
