import { usualElementTypes, type ElementType } from "#domain/condition/element-type.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { DemoBuilding } from "../model.ts";
import type { Random } from "../random.ts";

/** An element in the making: what it is, how much of it there is, and what its replacement is worth. */
export interface DemoElement {
  type: ElementType;
  quantity: number;
  replacementOre: number;
  renewedYear: number;
  condition: Condition;
}

export const typeOf = (code: string): ElementType => {
  const found = usualElementTypes.find((type) => type.code === code);
  if (!found) throw new Error(`There is no element type ${code}.`);
  return found;
};

/** Replacement price of an element's unit, øre; 0 for what is only a sum. */
const replacementPrice = (type: ElementType): number =>
  type.prices.find(({ purpose }) => purpose === "replace")?.unitPriceOre ?? 0;

/**
 * What a building is made of, from its size, storeys and age: roof and façade by its ground plan, installations by its
 * floor area. All in the condition the whole was seen in.
 */
export function makeElements(random: Random, building: DemoBuilding, loadDay: Day): DemoElement[] {
  const { footprintM2, storeys, grossM2, builtYear, isShed } = building;
  const facadeM2 = 4.4 * Math.sqrt(footprintM2) * storeys * 3.2;
  const glassM2 = facadeM2 * random.between(0.12, 0.26);
  const isFelt = isShed || random.chance(builtYear > 1950 ? 0.7 : 0.1);
  const outside: [string, number][] = [
    ["21", facadeM2 - glassM2],
    ["27", footprintM2 * 1.15],
    ["31", glassM2],
    ["41P", glassM2 * random.between(0.6, 1.2)],
    [isFelt ? "47F" : "47", footprintM2 * (isFelt ? 1.05 : 1.3)],
  ];
  const more: [string, number][] = [
    ["41", (facadeM2 - glassM2) * random.between(0.5, 1)],
    ["52", 12 + footprintM2 * random.between(0.06, 0.14)],
    ["10", footprintM2 * random.between(0.3, 1.5)],
    ["53", grossM2 * random.between(0.1, 0.25)],
    ["56", grossM2],
    ["62", grossM2],
    ["63", grossM2],
    ["42", grossM2 * random.between(1.6, 2.4)],
    ["43", grossM2 * 0.85],
    ["45", grossM2 * 0.85],
  ];
  if (grossM2 > 600 && random.chance(0.7)) more.push(["57", grossM2 * random.between(0.4, 1)]);
  if (storeys >= 3 && random.chance(0.5)) more.push(["66", grossM2 > 4000 ? 2 : 1]);
  return (isShed ? outside : [...outside, ...more]).map(([code, quantity]) => {
    const type = typeOf(code);
    const rounded = type.unit === "stk" ? quantity : Math.max(1, Math.round(quantity));
    return {
      ...{ type, quantity: rounded, replacementOre: rounded * replacementPrice(type) },
      renewedYear: Math.max(builtYear, yearOf(loadDay) - random.int(3, type.lifeYears)),
      condition: building.condition as Condition,
    };
  });
}
