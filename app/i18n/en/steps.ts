import type { steps as da } from "../da/steps.ts";

/** The three development steps as live figures. */
export const steps = {
  title: "The three development steps",
  lead: (day: string) => `How far are we on ${day}, what is missing, and where?`,
  source:
    "The steps are those of the report of June 2013. The figures are reckoned from what the portal holds today, within what you may see. What the portal has no data about is unmeasured, never met.",
  printHint: "The page is made for paper: print it with the browser (Ctrl P).",
  names: {
    1: "Step 1: Everything is gathered, and we know what we have",
    2: "Step 2: In from the idea",
    3: "Step 3: One entry and local anchoring",
  },
  tally: (met: string, all: string, unmeasured: string) =>
    `${met} of ${all} demands met, ${unmeasured} unmeasured`,
  caption: (step: string) => `${step}: demands, how they stand and what is missing`,
  heads: { demand: "Demand", state: "State", done: "Reached", of: "Of", share: "Share", missing: "Missing" },
  states: { met: "Met", missing: "Missing", unmeasured: "Unmeasured" },
  show: "Show them",
  demands: {
    outside: "All properties are gathered",
    unknownLeases: "All third-party leases are known",
    entered: "New leases are entered by KEjd itself (begun within two years)",
    digitised: "The area is digitised",
    surveyed: "The area was surveyed within five years",
    useKnown: "The use is known",
    council: "The project council is in place: a chair and at least two members",
    idea: "KEjd is in construction from the idea",
    committees: "A model for serving the committees",
    projectLead: "One technical lead a project",
    anchoring: "Units with a leader in the portal",
    division: "Questions that the responsibility matrix leaves open",
    services: "Services with a price and a description",
    entry: "Orders resolved in time, past year",
  },
  unmeasuredHint: "Unmeasured: the portal has no data about the demand yet.",
  ordersUnmeasured: (count: string) => `${count} orders without a deadline are unmeasured and do not count.`,
} satisfies typeof da;
