import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import { elementBacklogOre } from "#domain/backlog/element-backlog.ts";
import type { PricePurpose, UsualPrice } from "#domain/condition/element-type.ts";
import { usualAcceptance, type TargetQuality } from "#domain/condition/target-quality.ts";
import type { Random } from "../random.ts";
import type { DemoElement } from "./make-elements.ts";

/** What prices are laid on with: the same for every line of the demo. */
export interface Pricing {
  indexFactor: number;
  overheadRate: number;
}

/** A part of an estimate: what is done about an element, and what that costs. A lump sum takes up what rounding leaves. */
export interface DemoLine {
  element: DemoElement;
  price: UsualPrice | null;
  share: number;
  amountOre: number;
}

const priceFor = (element: DemoElement, purpose: PricePurpose): UsualPrice | undefined =>
  element.type.prices.find((price) => price.purpose === purpose);

/** How many elements of a building an estimate lies on: backlog on all that are past the target, the rest on a few. */
const atMost: Record<BacklogKind, number> = { exterior: 99, interior: 99, tenYearNeed: 3, modernisation: 2 };

/** The elements that a kind of backlog may lie on, with the price it is reckoned by. */
function candidates(
  elements: readonly DemoElement[],
  kind: BacklogKind,
  target: TargetQuality,
): { element: DemoElement; price: UsualPrice; weight: number }[] {
  return elements.flatMap((element) => {
    const accepted = usualAcceptance[target][element.type.scope];
    const isPast = element.condition > accepted;
    const fits =
      kind === "modernisation"
        ? true
        : kind === "tenYearNeed"
          ? !isPast && element.condition >= Math.min(accepted, 2)
          : isPast && element.type.scope === kind;
    const purpose = kind === "modernisation" ? "modernise" : element.condition >= 5 ? "replace" : "repair";
    const price = fits ? priceFor(element, purpose) : undefined;
    return price ? [{ element, price, weight: element.replacementOre * element.condition }] : [];
  });
}

/** Shares are kept to the hundredth of a percent, as the register keeps them. */
const share4 = (share: number): number => Math.floor(Math.min(1, share) * 1e4) / 1e4;

/**
 * Lays an estimate on elements so that the lines add up to it to the øre. What no element can hold, and what rounding
 * leaves, is a lump sum on the first of them, or on one made for it.
 */
export function shareBacklog(
  random: Random,
  elements: readonly DemoElement[],
  kind: BacklogKind,
  amountOre: number,
  target: TargetQuality,
  pricing: Pricing,
  lumpElement: () => DemoElement,
): DemoLine[] {
  const chosen = random.shuffled(candidates(elements, kind, target)).slice(0, atMost[kind]);
  const shares = chosen.map(() => 0);
  const whole = chosen.map(({ element: { quantity }, price: { unitPriceOre } }) =>
    elementBacklogOre({ ...{ quantity, shareToRepair: 1, unitPriceOre }, ...pricing }),
  );
  const costs = () =>
    chosen.map(({ element: { quantity }, price: { unitPriceOre } }, index) =>
      elementBacklogOre({ ...{ quantity, unitPriceOre, shareToRepair: shares[index]! }, ...pricing }),
    );
  // What one element cannot hold goes to the others, until nothing more fits.
  for (let round = 0; round < 4; round += 1) {
    const left = amountOre - costs().reduce((sum, ore) => sum + ore, 0);
    const open = chosen.map(({ weight }, index) => (shares[index]! < 1 ? weight : 0));
    const weights = open.reduce((sum, weight) => sum + weight, 0);
    if (left <= 0 || weights === 0) break;
    chosen.forEach((_, index) => {
      const wanted = shares[index]! + (left * open[index]!) / weights / whole[index]!;
      shares[index] = share4(wanted * 0.995);
    });
  }
  const lines: DemoLine[] = costs().flatMap((ore, index) =>
    shares[index]! > 0 ? [{ ...chosen[index]!, share: shares[index]!, amountOre: ore }] : [],
  );
  const left = amountOre - lines.reduce((sum, line) => sum + line.amountOre, 0);
  if (left > 0)
    lines.push({ element: lines[0]?.element ?? lumpElement(), price: null, share: 1, amountOre: left });
  return lines;
}
