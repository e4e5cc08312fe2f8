import type { place as da } from "../da/place.ts";

export const place = {
  title: "My place",
  lead: "What you have, what it costs, and how the building is.",
  ask: "Report or order",
  cases: {
    open: "Under way now",
    yours: (count: number) => (count === 1 ? "1 waits for you" : `${count} wait for you`),
    allOpen: (count: number) => `See all ${count}`,
    noneOpen: "Nothing is under way. If you need something, write it here.",
    ended: "Ended last",
    allEnded: "See all",
  },
  none: "You do not lead a unit in the system.",
  noneHint: "If you should, ask your administrator to correct your role.",
  noBuildings: "The register knows no premises of the unit today. Tell your administration if that is wrong.",
  rent: "Rent a year",
  rentUnknown: "Not known",
  leases: (numbers: string, count: number) => `${count === 1 ? "Lease" : "Leases"} ${numbers}`,
  noLeases: "No lease today",
  leased: (area: string) => `You rent ${area}`,
  rooms: (count) =>
    count === 1
      ? "Your room, and report something there"
      : `Your ${count} rooms: choose one to report something there`,
  shares: "You use rooms here without a lease of your own",
  next: "Next important date",
  noNext: "No dates ahead",
  condition: {
    1: "The building is as new.",
    2: "The building is in good condition.",
    3: "The building is in fair condition.",
    4: "The building is worn.",
    5: "The building is in poor condition.",
    6: "The building is in such poor condition that it must be looked at without delay.",
    never: "Nobody has surveyed the building yet.",
    surveyed: (day: string) => `Surveyed ${day}.`,
    old: (years: number) => `That is ${years} years ago, so it may have changed.`,
  },
  backlog: {
    some: (amount: string) => `Exterior work of about ${amount} is due on the whole building.`,
    since: (day: string) => `The estimate holds from ${day}. The landlord takes care of it.`,
    none: "We know of no exterior work that is due.",
  },
  planned: { title: "Planned for your building", ordered: "ordered" },
  welcome: {
    title: (name: string) => `Hello ${name}`,
    account:
      "You have an account of your own. There you can change your password and see where you are signed in.",
    access:
      "Your role gives no access to buildings or leases. If you lack something for your work, ask your administrator for it.",
    toAccount: "Your account",
  },
} satisfies typeof da;
