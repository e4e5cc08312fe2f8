/** What administrations plan for by district and year. */
export const planKinds = ["children", "staff", "services"] as const;
export type PlanKind = (typeof planKinds)[number];
