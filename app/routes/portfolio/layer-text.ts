import type { Formats } from "#app/i18n/format.ts";
import type { PortfolioWords } from "#app/i18n/portfolio.ts";
import { classCount, type MapLayer, type MapSubject } from "#domain/map-layer.ts";
import { conditions, useGroups } from "#domain/portfolio-row.ts";

/** The names of a layer's classes, in their order. Administrations are named by the portfolio. */
export function classNames(
  layer: MapLayer,
  administrations: readonly string[],
  words: PortfolioWords,
): string[] {
  if (layer === "use") return useGroups.map((use) => words.uses[use]);
  if (layer === "administration") return [...administrations];
  if (layer === "condition" || layer === "estimate")
    return conditions.map((condition) => words.conditions[condition]);
  return words.classes[layer].slice(0, classCount(layer, administrations.length));
}

/** What a layer says of one building, in words and with its unit: the figure behind its colour. */
export function layerFigure(
  layer: MapLayer,
  subject: MapSubject,
  administrations: readonly string[],
  words: PortfolioWords,
  format: Formats,
): string {
  switch (layer) {
    case "use":
      return words.uses[subject.useGroup];
    case "administration":
      return (
        (subject.administration === null ? undefined : administrations[subject.administration]) ??
        words.unknownClass.administration
      );
    case "condition":
      return subject.condition === null
        ? words.conditions.unknown
        : `${subject.condition} · ${words.conditions[subject.condition]}`;
    case "estimate":
      return subject.estimatedCondition == null
        ? words.unknownClass.estimate
        : `${subject.estimatedCondition} · ${words.conditions[subject.estimatedCondition]}`;
    case "fci":
      return words.classes.fci[subject.fciBand ?? -1] ?? words.unknownClass.fci;
    case "backlog":
      return `${format.number(backlogPerM2(subject), 0)} ${words.units.krPerM2}`;
    case "letting":
      return subject.areaM2 > 0 ? format.percent(subject.letM2 / subject.areaM2) : words.unknownClass.letting;
    case "leaseEnd":
      return subject.leaseEndOn ? format.day(subject.leaseEndOn) : words.unknownClass.leaseEnd;
    case "leaseDate":
      return subject.leaseDateOn ? format.day(subject.leaseDateOn) : words.unknownClass.leaseDate;
    case "surveyAge":
      return subject.surveyedOn ? format.day(subject.surveyedOn) : words.unknownClass.surveyAge;
    case "utilisation":
      return subject.utilisation == null
        ? words.unknownClass.utilisation
        : format.percent(subject.utilisation, 0);
    case "evening":
      return subject.eveningShare == null
        ? words.unknownClass.evening
        : format.percent(subject.eveningShare, 0);
    case "trust":
      return words.classes.trust[subject.trust] ?? words.unknownClass.trust;
  }
}

/** Exterior backlog in kr per m²; null where there is no area. @example backlogPerM2({ exteriorBacklogOre: 500_00, areaM2: 10 }) // 50 */
export const backlogPerM2 = ({
  exteriorBacklogOre,
  areaM2,
}: Pick<MapSubject, "exteriorBacklogOre" | "areaM2">): number | null =>
  areaM2 > 0 ? exteriorBacklogOre / 100 / areaM2 : null;
