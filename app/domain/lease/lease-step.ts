/* Apart from the form that is read by it, so that a page which only names steps and roles loads no reader of forms. */

/** The steps in which a lease comes to be, in their order. */
export const leaseSteps = ["parties", "premises", "terms", "rent", "documents", "check"] as const;
export type LeaseStep = (typeof leaseSteps)[number];

/** In which parts someone stands in a lease. */
export const partyRoles = ["landlord", "tenant", "administrator", "payer"] as const;
export type PartyRole = (typeof partyRoles)[number];
