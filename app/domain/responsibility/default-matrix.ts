import type { Day } from "../day-count.ts";
import type { ResponsibilityRule } from "./responsibility-rule.ts";
import type { Cause, ItemLocation } from "./terms.ts";

/** A rule of the default matrix, before it has an id and an organisation. */
export type DefaultRule = Omit<
  ResponsibilityRule,
  "id" | "level" | "administrationId" | "contractId" | "teamId"
>;

/** The day of the report whose table 2 the first version is. */
export const firstVersionFrom: Day = "2013-06-01";
/** The day the later rules begin. A judgement: the rules are used, their first day is not published. */
export const secondVersionFrom: Day = "2017-01-01";

const landlordPays = { executor: "landlord", payer: "landlord", budgetLine: "KEjd: vedligehold" } as const;
const landlordForTenant = {
  executor: "landlord",
  payer: "tenant",
  budgetLine: "Forvaltning: skader",
} as const;
const administrationPays = {
  executor: "administration",
  payer: "tenant",
  budgetLine: "Forvaltning: drift",
} as const;
const externalLandlordPays = {
  executor: "externalLandlord",
  payer: "externalLandlord",
  budgetLine: "Ekstern udlejer",
} as const;
const unitPays = { executor: "unit", payer: "unit", budgetLine: "Institutionen selv" } as const;

type Parts = Pick<
  DefaultRule,
  "executor" | "payer" | "budgetLine" | "clauseDa" | "clauseEn" | "source" | "validFrom"
> &
  Partial<DefaultRule>;

const rule = (parts: Parts): DefaultRule => ({
  itemCode: null,
  location: null,
  cause: null,
  tenure: "own",
  validTo: null,
  payerSharePercent: 100,
  otherPayer: null,
  slaCode: "standard",
  ...parts,
});

const report = "Rapport om tværgående enheder, juni 2013, tabel 2";
const first = { validFrom: firstVersionFrom, validTo: secondVersionFrom, source: report };

const outside2013 = {
  clauseDa: "Udvendigt vedligehold og basisinstallationer er udlejers (KEjd).",
  clauseEn: "Exterior maintenance and basic installations are the landlord's (KEjd).",
};
const inside2013 = {
  clauseDa: "Indvendigt vedligehold, rengøring, terræn og sikring er forvaltningens.",
  clauseEn: "Interior maintenance, cleaning, grounds and security are the administration's.",
};

/** The report's table 2: the line runs by place alone, for the city's own buildings. Other tenures it does not name. */
const firstVersion: DefaultRule[] = [
  ...(["envelope", "basicInstallation"] as const).map((location) =>
    rule({ ...first, ...landlordPays, ...outside2013, location }),
  ),
  ...(["inside", "paved", "green"] as const).map((location) =>
    rule({ ...first, ...administrationPays, ...inside2013, location }),
  ),
  ...["cleaning", "alarm"].map((itemCode) =>
    rule({ ...first, ...administrationPays, ...inside2013, itemCode }),
  ),
];

const later = { validFrom: secondVersionFrom, source: "Senere snitfladeregler; første dag er et skøn" };
const structure: ItemLocation[] = ["envelope", "basicInstallation"];

const byCause = (location: ItemLocation, cause: Cause): DefaultRule => {
  const isHarm = cause === "vandalism" || cause === "burglary";
  if (cause === "user")
    return rule({
      ...later,
      ...landlordForTenant,
      location,
      cause,
      clauseDa: "KEjd udbedrer. Skader, som brugeren selv har voldt, betaler lejer.",
      clauseEn: "KEjd repairs. The tenant pays for damage done by its own users.",
    });
  return rule({
    ...later,
    ...(isHarm ? landlordForTenant : landlordPays),
    location,
    cause,
    clauseDa: isHarm
      ? "KEjd udbedrer hærværk og indbrud på klimaskærm og basisinstallationer. Lejer betaler."
      : "Slid, storm og brand på klimaskærm og basisinstallationer: KEjd udbedrer og betaler.",
    clauseEn: isHarm
      ? "KEjd repairs vandalism and burglary on envelope and basic installations. The tenant pays."
      : "Wear, storm and fire on envelope and basic installations: KEjd repairs and pays.",
  });
};

const grounds = {
  clauseDa: "Befæstede arealer og hegn holder KEjd.",
  clauseEn: "Paved areas and fences are kept by KEjd.",
};
const groundsByUser = {
  cause: "user" as const,
  clauseDa: "KEjd udbedrer befæstede arealer og hegn. Skader, som brugeren selv har voldt, betaler lejer.",
  clauseEn: "KEjd repairs paved areas and fences. The tenant pays for damage done by its own users.",
};
const tenants = {
  clauseDa: "Indvendigt vedligehold, rengøring, grønne områder og sikring er forvaltningens.",
  clauseEn: "Interior maintenance, cleaning, green areas and security are the administration's.",
};

const secondVersion: DefaultRule[] = [
  ...structure.flatMap((location) =>
    (["wear", "storm", "fire", "vandalism", "burglary", "user"] as const).map((cause) =>
      byCause(location, cause),
    ),
  ),
  rule({ ...later, ...landlordPays, ...grounds, location: "paved" }),
  rule({ ...later, ...landlordPays, ...grounds, itemCode: "fence" }),
  rule({ ...later, ...landlordForTenant, ...groundsByUser, location: "paved" }),
  rule({ ...later, ...landlordForTenant, ...groundsByUser, itemCode: "fence" }),
  ...(["inside", "green"] as const).map((location) =>
    rule({ ...later, ...administrationPays, ...tenants, location }),
  ),
  ...["cleaning", "alarm"].map((itemCode) => rule({ ...later, ...administrationPays, ...tenants, itemCode })),
  ...(["envelope", "basicInstallation", "paved", "green"] as const).map((location) =>
    rule({
      ...later,
      ...externalLandlordPays,
      tenure: "thirdParty",
      location,
      clauseDa: "Siger lejekontrakten ikke andet, er det udvendige den eksterne udlejers.",
      clauseEn: "Unless the lease says otherwise, the outside is the external landlord's.",
    }),
  ),
  rule({
    ...later,
    ...administrationPays,
    tenure: "thirdParty",
    location: "inside",
    clauseDa: "Siger lejekontrakten ikke andet, er det indvendige lejers.",
    clauseEn: "Unless the lease says otherwise, the inside is the tenant's.",
  }),
  rule({
    ...later,
    ...unitPays,
    tenure: "selfGoverning",
    clauseDa: "En selvejende institution holder selv sine bygninger.",
    clauseEn: "A self-governing institution keeps its own buildings.",
  }),
];

/** Both versions of the default matrix, each from its day: what the matrix begins with and what tests hold it to. */
export const defaultMatrix: readonly DefaultRule[] = [...firstVersion, ...secondVersion];
