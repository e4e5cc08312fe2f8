/** What a norm is counted by. */
export type NormHead = "employee" | "child" | "pupil";

export const normKeys = ["daycare", "school", "office"] as const;
export type NormKey = (typeof normKeys)[number];

/** A norm for m² gross a head: from the tight end to the roomy. */
export interface SpaceNorm {
  key: NormKey;
  unitKinds: readonly string[];
  head: NormHead;
  fromM2: number;
  toM2: number;
  source: string;
  owner: string;
}

/** Which kinds of units a norm speaks of; kinds without one are compared with their peers alone. */
const speaksOf: Record<NormKey, Pick<SpaceNorm, "unitKinds" | "head">> = {
  daycare: { unitKinds: ["daycare"], head: "child" },
  school: { unitKinds: ["school"], head: "pupil" },
  office: { unitKinds: ["office", "jobCentre", "citizenService"], head: "employee" },
};

/** The norms where nobody has said otherwise: assumptions with an owner and days in the database. Source: the project's domain
 *  notes (5). */
export const usualNorms: Record<NormKey, Pick<SpaceNorm, "fromM2" | "toM2" | "source">> = {
  daycare: { fromM2: 8, toM2: 10, source: "Vejledende for dagtilbud: 8–10 m² brutto pr. barn" },
  school: { fromM2: 11, toM2: 13, source: "Vejledende for folkeskoler: 11–13 m² brutto pr. elev" },
  office: {
    ...{ fromM2: 25, toM2: 30 },
    source: "Vejledende for kommunale kontorer: 25–30 m² brutto pr. medarbejder, 17–19 i åbne kontorer",
  },
};

/** How a norm's ends are named among the assumptions. @example normAssumption("school", "from") // "norm.school.from" */
export const normAssumption = (key: NormKey, end: "from" | "to"): string => `norm.${key}.${end}`;

export interface NormRow {
  key: string;
  value: number;
  source: string;
  owner: string;
}

/** The norms of the assumptions of a day; one whose ends were turned round is read the right way. */
export function normsOf(rows: readonly NormRow[]): SpaceNorm[] {
  const known = new Map(rows.map((row) => [row.key, row]));
  return normKeys.map((key): SpaceNorm => {
    const [from, to] = [known.get(normAssumption(key, "from")), known.get(normAssumption(key, "to"))];
    const usual = usualNorms[key];
    const ends = [from?.value ?? usual.fromM2, to?.value ?? usual.toM2].sort((a, b) => a - b);
    const sources = new Set([from?.source ?? usual.source, to?.source ?? usual.source]);
    return {
      ...{ key, ...speaksOf[key], fromM2: ends[0]!, toM2: ends[1]! },
      ...{ source: [...sources].join("; "), owner: to?.owner ?? from?.owner ?? "" },
    };
  });
}

/** The norm that speaks of a kind of unit. @example normFor([], "school") // undefined */
export const normFor = (norms: readonly SpaceNorm[], unitKind: string): SpaceNorm | undefined =>
  norms.find(({ unitKinds }) => unitKinds.includes(unitKind));

/** Where m² a head lies against a norm. @example againstNorm(14, { fromM2: 11, toM2: 13 }) // "roomy" */
export function againstNorm(
  m2PerHead: number,
  { fromM2, toM2 }: Pick<SpaceNorm, "fromM2" | "toM2">,
): "tight" | "within" | "roomy" {
  if (m2PerHead < fromM2) return "tight";
  return m2PerHead > toM2 ? "roomy" : "within";
}
