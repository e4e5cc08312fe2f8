import { yearOf, type Day } from "#domain/day.ts";
import type { DemoBuilding } from "./model.ts";
import type { Random } from "./random.ts";
import type { BuildingVersionRow, DemoTenure, Method } from "./rows.ts";
import type { Writing } from "./write-places.ts";

/** Writes what is true of a building from day to day: its tenure, use, area and how they are known. */
export function writeVersions(random: Random, writing: Writing, building: DemoBuilding): void {
  const { site } = building;
  const turns = [building.recodedOn, building.correction?.on, building.digitisedOn, site.takenOverOn]
    .filter(
      (day): day is Day => !!day && day > building.start && (building.end === null || day < building.end),
    )
    .sort();
  const days = [building.start, ...new Set(turns)];
  const fabric = fabricOf(random, building);
  days.forEach((validFrom, index) => {
    writing.rows.buildingVersion.push({
      id: writing.ids.next(),
      organisationId: writing.organisationId,
      buildingId: building.id,
      validFrom,
      validTo: days[index + 1] ?? building.end,
      ...standingOn(building, validFrom),
      ...fabric,
      recordedOn: validFrom,
    });
  });
}

type Standing = Pick<
  BuildingVersionRow,
  "tenure" | "responsibleAdministrationId" | "useCode" | "heldAreaM2" | "grossAreaM2" | "source" | "method"
> & { housingAreaM2: number; businessAreaM2: number };

function standingOn(building: DemoBuilding, day: Day): Standing {
  const { site, correction } = building;
  const difference =
    correction && day < correction.on ? correction.oldM2 - building.floors[correction.level]!.areaM2 : 0;
  const grossAreaM2 = building.grossM2 + difference;
  const tenure = tenureOn(building, day);
  const isDigitised = building.digitisedOn !== null && building.digitisedOn <= day;
  const isHousing = building.useCode.startsWith("1");
  const method: Method = isDigitised ? "drawing" : tenure === "outside" ? "estimate" : "register";
  return {
    tenure,
    responsibleAdministrationId: tenure === "outside" ? (site.unit?.row.administrationId ?? null) : null,
    useCode:
      building.recodedOn !== null && day < building.recodedOn ? building.formerUseCode! : building.useCode,
    heldAreaM2: building.heldM2 + difference,
    grossAreaM2,
    housingAreaM2: isHousing ? grossAreaM2 : 0,
    businessAreaM2: isHousing ? 0 : grossAreaM2,
    source: isDigitised
      ? "Tegningsgennemgang (demo)"
      : tenure === "outside"
        ? "Indberettet af forvaltningen (demo)"
        : "BBR (demo)",
    method,
  };
}

function tenureOn({ site }: DemoBuilding, day: Day): DemoTenure {
  if (site.kind === "owned" || site.kind === "sold") return "owned";
  if (site.kind === "leasedIn" || site.kind === "formerLease")
    return site.takenOverOn !== null && day < site.takenOverOn ? "outside" : "leasedIn";
  return "outside";
}

/** Materials, heating and listing as buildings of the age have them; codes are BBR's. */
function fabricOf(random: Random, building: DemoBuilding) {
  const { builtYear, isShed } = building;
  const isOld = builtYear < 1941;
  const isHeated = !isShed;
  const isListed = !isShed && builtYear < 1850 && random.chance(0.3);
  const isWorthy = !isShed && isOld && random.chance(0.3);
  return {
    bbrStatus: "6",
    builtYear,
    rebuiltYear:
      !isShed && builtYear < 1990 && random.chance(0.35)
        ? random.int(Math.max(1975, builtYear + 20), yearOf(building.start))
        : null,
    footprintAreaM2: building.footprintM2,
    storeys: building.storeys,
    wallCode: isShed
      ? "5"
      : random.weighted(
          isOld
            ? ([
                ["1", 95],
                ["4", 5],
              ] as const)
            : builtYear < 1971
              ? ([
                  ["1", 70],
                  ["6", 25],
                  ["2", 5],
                ] as const)
              : ([
                  ["6", 50],
                  ["1", 30],
                  ["5", 12],
                  ["12", 8],
                ] as const),
        ),
    roofCode: isShed
      ? "1"
      : random.weighted(
          isOld
            ? ([
                ["5", 70],
                ["6", 12],
                ["2", 10],
                ["3", 8],
              ] as const)
            : ([
                ["1", 65],
                ["3", 8],
                ["5", 12],
                ["6", 5],
                ["10", 7],
                ["20", 3],
              ] as const),
        ),
    heatingCode: isHeated
      ? random.weighted([
          ["1", 93],
          ["5", 3],
          ["7", 2],
          ["2", 2],
        ] as const)
      : "9",
    heatingMediumCode: null,
    isListed,
    preservationCode: isListed ? "1" : isWorthy ? "8" : null,
    energyLabel:
      isShed || isListed
        ? null
        : random.weighted(
            builtYear >= 2008
              ? ([
                  ["A2010", 3],
                  ["A2015", 4],
                  ["B", 3],
                ] as const)
              : builtYear > 1980
                ? ([
                    ["B", 2],
                    ["C", 5],
                    ["D", 3],
                  ] as const)
                : ([
                    ["C", 2],
                    ["D", 4],
                    ["E", 3],
                    ["F", 1],
                    ["G", 1],
                  ] as const),
          ),
  };
}
