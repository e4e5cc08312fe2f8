import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { apportion } from "../apportion.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Tenure } from "../portfolio-row.ts";
import { faultOfPlace } from "../register-import/judge-place.ts";
import type { StagedFacts } from "../register-import/plan-building.ts";
import { addressOf, type MissingFact, type PostalAddress, type StagedRow } from "./staged-row.ts";

/** What a person says of one row beyond what the register says; null leaves it as it is. Areas in m². */
export interface Corrections {
  name: string | null;
  useCode: string | null;
  grossAreaM2: number | null;
  heldAreaM2: number | null;
  storeys: number | null;
  builtYear: number | null;
  position: Position | null;
  /** Why it may stand outside the municipality. */
  positionExcuse: string | null;
}

/** What a person says of the rows that are ours. `from` is the first day that the register answers for them. */
export interface StagedChoices {
  tenure: Tenure;
  from: Day;
  administrationId: Id | null;
  bfeNumber: number | null;
  address: PostalAddress | null;
  corrections: Corrections | null;
}

/** Why a row cannot become a building as it stands. */
export type StagedFault = MissingFact | "inTheSea" | "outsideMunicipality";

/** A whole building to be: every fact there, each floor with its area. */
export interface PlannedBuilding {
  row: StagedRow;
  name: string;
  address: PostalAddress;
  /** The address that is ours already; null where it is looked for by its text, or made. */
  addressId: Id | null;
  bfeNumber: number | null;
  facts: StagedFacts & { useCode: string };
  heldAreaM2: number;
  method: "register" | "estimate";
  isCorrected: boolean;
  position: Position;
  positionExcuse: string | null;
  floors: { level: number; areaM2: number }[];
}

export type ConfirmationPlan =
  { ok: true; building: PlannedBuilding } | { ok: false; row: StagedRow; faults: StagedFault[] };

/**
 * What becomes of a row that somebody says is ours: a whole building, or all that stands in the way. The held area is
 * the gross area; sheds that BBR gives only a built-up area have that, as an estimate. Floors share it evenly to the
 * hundredth, and their parts are exactly the whole.
 * @example a row of 301 m² on two storeys: floors 0 and 1 of 150.5 m² each
 */
export function planConfirmation(
  row: StagedRow,
  choices: StagedChoices,
  outline: MultiPolygonCoordinates | null,
): ConfirmationPlan {
  const { corrections } = choices;
  const facts = correctedFacts(row.facts, corrections);
  const held = heldArea(facts, corrections);
  const address = choices.address ?? addressOf(row);
  const position = corrections?.position ?? row.position;
  const { useCode } = facts;
  const place = position && placeFault(position, choices, outline);
  if (!useCode || !held || !address || !position || place) {
    const lacking: [unknown, StagedFault][] = [
      [useCode, "use"],
      [held, "area"],
      [address, "address"],
      [position, "position"],
    ];
    const faults = lacking.flatMap(([value, fault]) => (value ? [] : [fault]));
    return { ok: false, row, faults: place ? [...faults, place] : faults };
  }
  const isCorrected = corrections !== null && isDifferent(row, facts, position);
  return {
    ok: true,
    building: {
      ...{ row, name: nameOf(facts, corrections, address), address, bfeNumber: bfeOf(row, choices) },
      addressId: choices.address ? null : (row.knownAddress?.id ?? null),
      ...{ facts: { ...facts, useCode }, ...held, isCorrected, position },
      positionExcuse: corrections?.positionExcuse ?? null,
      floors: floorsOf(held.heldAreaM2, facts.storeys ?? 1),
    },
  };
}

function correctedFacts(facts: StagedFacts, corrections: Corrections | null): StagedFacts {
  if (!corrections) return facts;
  const { useCode, grossAreaM2, storeys, builtYear } = corrections;
  const said = Object.entries({ useCode, grossAreaM2, storeys, builtYear }).filter(
    ([, value]) => value !== null,
  );
  return { ...facts, ...Object.fromEntries(said) };
}

function heldArea(
  facts: StagedFacts,
  corrections: Corrections | null,
): Pick<PlannedBuilding, "heldAreaM2" | "method"> | null {
  const gross = facts.grossAreaM2 ?? null;
  const typed = corrections?.heldAreaM2 ?? null;
  if (typed !== null && typed !== gross) return { heldAreaM2: typed, method: "estimate" };
  if (gross !== null) return { heldAreaM2: gross, method: "register" };
  const built = facts.footprintAreaM2 ?? null;
  return built === null ? null : { heldAreaM2: built, method: "estimate" };
}

function placeFault(
  position: Position,
  { corrections }: StagedChoices,
  outline: MultiPolygonCoordinates | null,
): "inTheSea" | "outsideMunicipality" | null {
  if (corrections?.positionExcuse) return null;
  const fault = faultOfPlace({ position, footprint: null }, { outline });
  return fault === "inTheSea" || fault === "outsideMunicipality" ? fault : null;
}

const bfeOf = ({ facts, knownAddress }: StagedRow, { bfeNumber, address }: StagedChoices): number | null =>
  bfeNumber ?? facts.bfeNumber ?? (address ? null : (knownAddress?.bfeNumber ?? null));

/** What the register calls it, or else where it stands, with BBR's number of the building on its ground. */
function nameOf(facts: StagedFacts, corrections: Corrections | null, address: PostalAddress): string {
  const name = corrections?.name ?? facts.name;
  if (name) return name;
  const place = `${address.street} ${address.houseNumber}`;
  return facts.buildingNumber ? `${place}, bygning ${facts.buildingNumber}` : place;
}

const isDifferent = (row: StagedRow, facts: StagedFacts, position: Position): boolean =>
  (["useCode", "grossAreaM2", "storeys", "builtYear"] as const).some(
    (key) => facts[key] !== row.facts[key],
  ) || position.some((degrees, index) => degrees !== row.position?.[index]);

function floorsOf(heldAreaM2: number, storeys: number): PlannedBuilding["floors"] {
  const parts = apportion(Array<number>(storeys).fill(1), Math.round(heldAreaM2 * 100));
  return parts.map((hundredths, level) => ({ level, areaM2: hundredths / 100 }));
}
