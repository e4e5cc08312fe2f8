import type { Day } from "#domain/day.ts";
import type { DemoBuilding } from "./model.ts";
import { fabricOf } from "./fabric.ts";
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
