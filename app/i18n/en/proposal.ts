import type { RoomFunction } from "#domain/colocation/room-function.ts";
import type { proposal as da } from "../da/proposal.ts";

const rooms: Record<RoomFunction, string> = {
  workplace: "workplaces",
  meeting: "meeting rooms",
  reception: "reception",
  activity: "activity rooms",
  storage: "storage",
  confidential: "confidential rooms",
};

export const proposal = {
  title: "Proposal for who goes where",
  link: "Get a proposal for who goes where",
  lead: "The portal looks for what costs least over the years of the case: external rent, operation and moving, less sales. Internal rent is a transfer and does not count. Amounts are estimates in the case's price year.",
  from: "Begin from",
  fromHint: "What is pinned or forbidden in the scenario holds.",
  base: "As today",
  seconds: "Look for at most",
  secondsUnit: "seconds",
  secondsHint: "From 5 to 600.",
  budget: "Paid once, at most",
  millions: "m kr",
  payback: "Paid back within",
  years: "years",
  noLimit: "No limit if empty.",
  start: "Find a proposal",
  cancel: "Stop now",
  cancelling: "Stopping …",
  running: (seconds: string, most: string) =>
    `Looking: ${seconds} of at most ${most} seconds. You may leave the page.`,
  found: (scenario: string) => `The proposal is kept as the scenario “${scenario}”.`,
  cost: (amount: string) => `It costs ${amount} over the years of the case, discounted.`,
  best: "It is the best possible with these rules and prices.",
  within: (share: string) => `It is at most ${share} from the best possible.`,
  searched:
    "The solver did not get there (time or memory). This is the best that the search by itself found; how far it is from the best possible is only roughly known.",
  unknown: "No proposal was found in that time, and it is not shown that there is none. Give it longer.",
  failed: "The search was cut off because the server stopped. Nothing is changed. Try again.",
  cancelled: "The search was stopped.",
  impossible: "No placing can keep all the rules.",
  conflict: "These rules cannot be kept together. Remove or loosen one of them:",
  noRoom: "It is room itself that does not suffice: add premises to the case, or make needs smaller.",
  conflictUnknown: "There was no time to find out which rules are in the way.",
  closed: "A planner can look for a proposal while the case is a draft or returned.",
  none: "Choose units and premises for the case before the portal can propose anything.",
  rules: {
    pinned: (unit: string, premises: string) => `${unit} is pinned to ${premises}`,
    forbidden: (unit: string, premises: string) => `${unit} must not be in ${premises}`,
    budget: "The limit on what is paid once",
    payback: "The demand for payback",
  },
  why: {
    title: "Why not?",
    lead: "Choose a unit and premises, and see what speaks against it, or what it costs.",
    unit: "Unit",
    premises: "Premises",
    ask: "Ask",
    blocked: (unit: string, premises: string) => `${unit} cannot be in ${premises}:`,
    together: (unit: string, premises: string) =>
      `${unit} can be in ${premises} by itself, but then the others cannot be placed.`,
    unknown: "There was no time to find a plan with that pair.",
    price: (unit: string, premises: string, amount: string) =>
      `The best plan found with ${unit} in ${premises} costs ${amount} over the years of the case.`,
    against: (amount: string) => `That is ${amount} more than the proposal.`,
    asGood: "That is no dearer than the proposal.",
  },
  blockers: {
    noRoomFor: (room: RoomFunction, needed: string, there: string) =>
      `There are ${there} m² of ${rooms[room]}, and ${needed} m² are needed.`,
    tooSmall: (needed: string, there: string) => `There are ${there} m² in all, and ${needed} m² are needed.`,
    forbidden: "It is forbidden in the scenario.",
    pinnedElsewhere: (premises: string) => `The unit is pinned to ${premises}.`,
  },
  faults: {
    seconds: "Choose between 5 and 600 seconds.",
    budgetOre: "Write the amount in millions, such as 12.5.",
    paybackYears: "Write a number of years between 1 and 100.",
    scenarioId: "The scenario is there no more. Choose another.",
    empty: "The case lacks units or premises.",
    pair: "Choose a unit and premises.",
    notFound: "The case is there no more, or you may not change it.",
    notDraft: "The case is submitted, so it cannot be changed.",
    isRunning: "A proposal is being looked for in the case already.",
  } as Record<string, string>,
} satisfies typeof da;
