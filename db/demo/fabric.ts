import { yearOf } from "#domain/day.ts";
import type { DemoBuilding } from "./model.ts";
import type { Random } from "./random.ts";
import type { BuildingVersionRow } from "./rows.ts";

type Fabric = Pick<
  BuildingVersionRow,
  | "bbrStatus"
  | "builtYear"
  | "rebuiltYear"
  | "footprintAreaM2"
  | "storeys"
  | "wallCode"
  | "roofCode"
  | "heatingCode"
  | "heatingMediumCode"
  | "isListed"
  | "preservationCode"
  | "energyLabel"
>;
type Codes = readonly (readonly [code: string, weight: number])[];

/** Materials, heating and labels that are common in buildings up to a year. Codes are BBR's. */
const ages: readonly { upTo: number; walls: Codes; roofs: Codes; labels: Codes }[] = [
  {
    upTo: 1940,
    walls: [
      ["1", 95],
      ["4", 5],
    ],
    roofs: [
      ["5", 70],
      ["6", 12],
      ["2", 10],
      ["3", 8],
    ],
    labels: [
      ["C", 2],
      ["D", 4],
      ["E", 3],
      ["F", 1],
      ["G", 1],
    ],
  },
  {
    upTo: 1970,
    walls: [
      ["1", 70],
      ["6", 25],
      ["2", 5],
    ],
    roofs: [
      ["1", 60],
      ["5", 18],
      ["3", 12],
      ["10", 10],
    ],
    labels: [
      ["C", 2],
      ["D", 4],
      ["E", 3],
      ["F", 1],
      ["G", 1],
    ],
  },
  {
    upTo: 2007,
    walls: [
      ["6", 50],
      ["1", 35],
      ["5", 15],
    ],
    roofs: [
      ["1", 70],
      ["10", 12],
      ["5", 10],
      ["6", 8],
    ],
    labels: [
      ["B", 2],
      ["C", 5],
      ["D", 3],
    ],
  },
  {
    upTo: 9999,
    walls: [
      ["6", 55],
      ["1", 20],
      ["5", 15],
      ["12", 10],
    ],
    roofs: [
      ["1", 60],
      ["20", 25],
      ["6", 15],
    ],
    labels: [
      ["A2010", 3],
      ["A2015", 4],
      ["B", 3],
    ],
  },
];
const heatings: Codes = [
  ["1", 93],
  ["5", 3],
  ["7", 2],
  ["2", 2],
];

/** What a building is made of, as buildings of its age are. */
export function fabricOf(
  random: Random,
  { builtYear, isShed, footprintM2, storeys, start }: DemoBuilding,
): Fabric {
  const age = ages.find(({ upTo }) => builtYear <= upTo)!;
  const isListed = !isShed && builtYear < 1850 && random.chance(0.3);
  const isWorthy = !isShed && builtYear <= 1940 && random.chance(0.3);
  const isRebuilt = !isShed && builtYear < 1980 && random.chance(0.35);
  return {
    bbrStatus: "6",
    builtYear,
    rebuiltYear: isRebuilt ? random.int(Math.max(1975, builtYear + 20), Math.max(2005, yearOf(start))) : null,
    footprintAreaM2: footprintM2,
    storeys,
    wallCode: isShed ? "5" : random.weighted(age.walls),
    roofCode: isShed ? "1" : random.weighted(age.roofs),
    heatingCode: isShed ? "9" : random.weighted(heatings),
    heatingMediumCode: null,
    isListed,
    preservationCode: isListed ? "1" : isWorthy ? "8" : null,
    energyLabel: isShed || isListed ? null : random.weighted(age.labels),
  };
}
