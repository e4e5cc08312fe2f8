/** Where on a property something is; decides, with the cause and the tenure, whose it is. */
export const itemLocations = ["inside", "envelope", "basicInstallation", "paved", "green"] as const;
export type ItemLocation = (typeof itemLocations)[number];

/** What brought it about. */
export const causes = ["wear", "vandalism", "burglary", "fire", "storm", "user"] as const;
export type Cause = (typeof causes)[number];

/** How the city holds the premises, as responsibility sees it. */
export const responsibilityTenures = ["own", "thirdParty", "selfGoverning"] as const;
export type ResponsibilityTenure = (typeof responsibilityTenures)[number];

/** Who acts. `landlord` is KEjd, `unit` the institution itself; the service desk takes what no rule answers. */
export const executors = ["landlord", "administration", "unit", "externalLandlord", "serviceDesk"] as const;
export type Executor = (typeof executors)[number];

export const payers = ["landlord", "tenant", "unit", "externalLandlord"] as const;
export type Payer = (typeof payers)[number];

/** Where a rule comes from; a lease's clause goes before an administration's agreement, and that before the default. */
export const ruleLevels = ["default", "administration", "lease"] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** The tenure of a building, as the matrix asks for it. @example responsibilityTenureOf("leasedIn") // "thirdParty" */
export const responsibilityTenureOf = (tenure: "owned" | "leasedIn" | "outside"): ResponsibilityTenure =>
  (({ owned: "own", leasedIn: "thirdParty", outside: "selfGoverning" }) as const)[tenure];
