/** What a norm is counted by. */
export type NormHead = "employee" | "child" | "pupil";

/** A norm for m² gross a head: from the tight end to the roomy. */
export interface SpaceNorm {
  unitKind: string;
  head: NormHead;
  fromM2: number;
  toM2: number;
  source: string;
}

const offices = "Vejledende for kommunale kontorer: 25–30 m² brutto pr. medarbejder, 17–19 i åbne kontorer";
const daycare = "Vejledende for dagtilbud: 8–10 m² brutto pr. barn";
const schools = "Vejledende for folkeskoler: 11–13 m² brutto pr. elev";
const asOffice = (unitKind: string): SpaceNorm => ({
  ...{ unitKind, head: "employee", fromM2: 25, toM2: 30, source: offices },
});

/** Norms by the kind of unit; kinds without one are compared with their peers alone. Source: the project's domain notes (5). */
export const spaceNorms: readonly SpaceNorm[] = [
  { unitKind: "daycare", head: "child", fromM2: 8, toM2: 10, source: daycare },
  { unitKind: "school", head: "pupil", fromM2: 11, toM2: 13, source: schools },
  ...["office", "jobCentre", "citizenService"].map(asOffice),
];

/** Where m² a head lies against a norm. @example againstNorm(14, { fromM2: 11, toM2: 13 }) // "roomy" */
export function againstNorm(
  m2PerHead: number,
  { fromM2, toM2 }: Pick<SpaceNorm, "fromM2" | "toM2">,
): "tight" | "within" | "roomy" {
  if (m2PerHead < fromM2) return "tight";
  return m2PerHead > toM2 ? "roomy" : "within";
}
