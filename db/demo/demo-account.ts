import type { Role } from "#domain/actor.ts";

/** The password of every demo account: public, and only ever a demo's. */
export const DEMO_PASSWORD = "demo-2013-portefolje";

const at = (key: string) => `${key}@demo.example`;

/** The demo's accounts by what they are; the deputy holds only what the leader holds. Their names are roles, not persons. */
export const demoAccounts: readonly { key: string; email: string; name: string; role: Role | null }[] = [
  { key: "manager", email: at("manager"), name: "Ejendomsforvalter (demo)", role: "manager" },
  { key: "leader", email: at("leader"), name: "Institutionsleder (demo)", role: "leader" },
  { key: "planner", email: at("planner"), name: "Planlægger (demo)", role: "planner" },
  {
    key: "administration",
    email: at("administration"),
    name: "Forvaltning (demo)",
    role: "administrationUser",
  },
  { key: "craftsman", email: at("craftsman"), name: "Håndværker (demo)", role: "craftsman" },
  { key: "auditor", email: at("auditor"), name: "Revisor (demo)", role: "auditor" },
  { key: "admin", email: at("admin"), name: "Administrator (demo)", role: "administrator" },
  { key: "deputy", email: at("deputy"), name: "Stedfortræder (demo)", role: null },
];
