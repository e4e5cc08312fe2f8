import type { ValueOf } from "./case-values.ts";
import { FlowBook, landlord, type FlowLine } from "./flow-lines.ts";
import { areaToday } from "./moved-units.ts";
import type { ScenarioShape, ShapedMove } from "./scenario-shape.ts";
import { shareOfYears, yearDue } from "./years-between.ts";

/**
 * The money of a scenario against the base, line by line and party by party. Administrations pay internal rent, FM, energy and
 * moving; KEjd everything else. Internal rent that one saves the other loses, so it is nothing to the city.
 */
export function priceShape(shape: ScenarioShape, value: ValueOf): FlowLine[] {
  const book = new FlowBook(shape.lastYear);
  for (const move of shape.moves) {
    priceMoving(book, move, value);
    priceUse(book, move, value);
  }
  for (const vacated of shape.vacated) priceVacated(book, vacated, value);
  priceAvoided(book, shape, value);
  for (const { condition, unit, atYears } of shape.brokenSoft)
    book.yearly(
      ...[unit.administration, "softConditions" as const, -condition.yearlyPriceOre!],
      shareOfYears(atYears, shape.lastYear),
    );
  return book.lines();
}

/** An expense that turns out dearer than thought: what is put aside for that goes with it. */
function spend(
  book: FlowBook,
  party: string,
  kind: "move" | "refurbish" | "restoration",
  ore: number,
  year: number,
  value: ValueOf,
) {
  book.once(party, kind, -ore, year);
  book.once(party, "contingency", -ore * value("contingency"), year);
}

/** What moving and making ready costs, once. */
function priceMoving(book: FlowBook, move: ShapedMove, value: ValueOf): void {
  const { unit, to, atYears } = move;
  const year = yearDue(atYears);
  const refurbish = to.tenure === "owned" ? "refurbishOwn" : "refurbishLeased";
  const works = move.refurbishM2 * value(refurbish, to.id) + move.convertM2 * value("conversion", to.id);
  spend(book, unit.administration, "move", unit.employees * value("movePerEmployee", unit.id), year, value);
  spend(book, landlord, "refurbish", works, year, value);
}

/** What a unit pays for using premises, before and after: rent to KEjd, cleaning and service, and energy where it stood empty. */
function priceUse(
  book: FlowBook,
  { unit, from, to, atYears, areaM2, wakenedM2 }: ShapedMove,
  value: ValueOf,
): void {
  const shares = shareOfYears(atYears, book.lastYear);
  const rentBefore = unit.today.find(({ premisesId }) => premisesId === from?.id)?.rentOre ?? 0;
  const rentAfter = areaM2 * rentPerM2(to);
  book.yearly(unit.administration, "internalRent", rentBefore - rentAfter, shares);
  book.yearly(landlord, "internalRent", rentAfter - rentBefore, shares);
  const served = from ? value("facilityManagement", from.id) * areaToday(unit, from.id) : 0;
  const serve = value("facilityManagement", to.id) * areaM2;
  book.yearly(unit.administration, "facilityManagement", served - serve, shares);
  book.yearly(unit.administration, "energy", -wakenedM2 * value("energy", to.id), shares);
}

/** What a m² costs a unit of the city in rent: as others there pay, or as the city itself does. */
const rentPerM2 = (to: ShapedMove["to"]): number =>
  to.internalRentOrePerM2 || (to.areaM2 > 0 ? to.externalRentOre / to.areaM2 : 0);

/** What ends when premises are empty and the city is done with them. Premises that are kept end nothing. */
function priceVacated(book: FlowBook, vacated: ScenarioShape["vacated"][number], value: ValueOf): void {
  const { premises, usedBy, emptyM2, leftAtYears } = vacated;
  if (premises.whenVacated === "keep") return;
  const buyOutOre = premises.whenVacated === "endLease" ? value("buyOut", premises.id) : 0;
  const exitAtYears = buyOutOre > 0 ? leftAtYears : vacated.exitAtYears;
  const shares = shareOfYears(exitAtYears, book.lastYear);
  const year = yearDue(exitAtYears);
  for (const { unit, areaM2 } of usedBy)
    book.yearly(unit.administration, "energy", areaM2 * value("energy", premises.id), shares);
  book.yearly(landlord, "energy", emptyM2 * value("energy", premises.id), shares);
  if (premises.whenVacated === "endLease") {
    const rentOre = premises.externalRentOre * value("externalRentFactor", premises.id);
    book.yearly(landlord, "externalRent", rentOre, shares);
    book.once(landlord, "buyOut", -buyOutOre, year);
    spend(book, landlord, "restoration", premises.areaM2 * value("restoration", premises.id), year, value);
  } else if (premises.whenVacated === "let") {
    book.yearly(landlord, "letIncome", premises.areaM2 * value("letIncome", premises.id), shares);
  } else if (premises.tenure === "owned") {
    book.once(landlord, "sale", premises.areaM2 * value("salePrice", premises.id), year);
    book.yearly(landlord, "maintenance", premises.areaM2 * value("maintenance", premises.id), shares);
  }
}

/** A new lease or a new building that is not needed once everyone has moved. */
function priceAvoided(book: FlowBook, { moves, lastYear }: ScenarioShape, value: ValueOf): void {
  if (moves.length === 0) return;
  const last = Math.max(...moves.map(({ atYears }) => atYears));
  book.yearly(landlord, "avoidedYearly", value("avoidedYearly"), shareOfYears(last, lastYear));
  book.once(landlord, "avoidedOnce", value("avoidedOnce"), yearDue(last));
}
