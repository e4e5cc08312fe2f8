import { costOfWaiting } from "#domain/backlog/cost-of-waiting.ts";
import type { Formats } from "#app/i18n/format.ts";
import type { plans as da } from "#app/i18n/da/plans.ts";
import type { PlanPackage } from "#db/queries/plan/list-packages.ts";
import { waitingRatesOf, type PlanRates } from "#domain/plan/open-work.ts";

interface Told {
  words: (typeof da)["why"];
  format: Formats;
  rates: PlanRates;
  year: number;
  /** Packages of the year in all. */
  of: number;
}

/** Why a building has its turn when it has, line by line, each from what the plan was reckoned with. */
export function whyThen(found: PlanPackage, { words, format, rates, year, of }: Told): string[] {
  const { works, rank, yield: saved } = found;
  const setup = rates.siteSetupOre;
  const waiting = works.reduce(
    (sum, { todayOre: costOre, condition, consequence }) =>
      sum + costOfWaiting({ costOre, condition, consequence }, 1, waitingRatesOf(rates)),
    0,
  );
  const worst = Math.max(...works.map(({ consequence }) => consequence));
  return [
    ...(works.some(({ isDemanded }) => isDemanded) ? [words.demanded] : []),
    ...(rank === null ? [] : [words.rank(rank, format.number(of), year)]),
    (saved ?? 0) > 0 ? words.yield(format.number(saved, 2)) : words.noYield,
    works.length > 1
      ? words.shared(works.length, format.ore(setup), format.ore(setup * works.length))
      : words.alone(format.ore(setup)),
    ...(waiting > 0 ? [words.wait(format.ore(roundKroner(waiting)))] : []),
    words.worst(found.condition, worst),
    ...chosen(found, words),
  ];
}

/** Why a plan leaves a building's works out. */
export function whyNot(found: PlanPackage, { words, format }: Pick<Told, "words" | "format">): string[] {
  const worst = Math.max(...found.works.map(({ consequence }) => consequence));
  return [
    ...(found.works.every(({ isForbidden }) => isForbidden) ? [] : [words.notWorth]),
    words.costs(format.ore(found.todayOre), format.ore(roundKroner(found.costOre))),
    words.worst(found.condition, worst),
    ...chosen(found, words),
  ];
}

const roundKroner = (ore: number): number => Math.round(ore / 100) * 100;

const chosen = ({ works }: PlanPackage, words: Told["words"]): string[] =>
  works.flatMap(({ number, isPinned, isForbidden, chosenBy, reason }) => {
    if (isPinned) return [words.pinned(number, chosenBy ?? "", reason ?? "")];
    return isForbidden ? [words.forbidden(number, chosenBy ?? "", reason ?? "")] : [];
  });
