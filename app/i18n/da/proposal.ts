import type { RoomFunction } from "#domain/colocation/room-function.ts";

const rooms: Record<RoomFunction, string> = {
  workplace: "arbejdspladser",
  meeting: "møderum",
  reception: "reception",
  activity: "aktivitetsrum",
  storage: "lager",
  confidential: "fortrolige rum",
};

/** Proposals in a co-location case: looking for one, what it came to, and why a unit is not somewhere. */
export const proposal = {
  title: "Forslag til placering",
  link: "Få et forslag til placering",
  lead: "Portalen leder efter den placering, der koster mindst over sagens år: ekstern husleje, drift og flytning, fratrukket salg. Intern husleje er en overførsel og tæller ikke. Beløb er skøn i sagens prisår.",
  from: "Begynd fra",
  fromHint: "Det, der er låst eller udelukket i scenariet, holdes fast.",
  base: "Som i dag",
  seconds: "Led højst i",
  secondsUnit: "sekunder",
  secondsHint: "Fra 5 til 600.",
  budget: "Engangsudgifter højst",
  millions: "mio. kr.",
  payback: "Tilbagebetalt inden for",
  years: "år",
  noLimit: "Uden grænse, hvis tomt.",
  start: "Find et forslag",
  cancel: "Stop nu",
  cancelling: "Stopper …",
  running: (seconds: string, most: string) =>
    `Leder: ${seconds} af højst ${most} sekunder. Du kan roligt gå fra siden.`,
  found: (scenario: string) => `Forslaget er gemt som scenariet »${scenario}«.`,
  cost: (amount: string) => `Det koster ${amount} over sagens år, tilbagediskonteret.`,
  best: "Det er det bedst mulige med disse regler og priser.",
  within: (share: string) => `Det er højst ${share} fra det bedst mulige.`,
  searched:
    "Løseren nåede ikke frem (tid eller hukommelse). Det her er det bedste, søgningen selv fandt; hvor langt det er fra det bedst mulige, vides kun groft.",
  unknown:
    "Der blev ikke fundet noget forslag på den tid, og det er ikke vist, at der ikke er et. Giv det længere tid.",
  failed: "Søgningen blev afbrudt, fordi serveren stoppede. Intet er ændret. Prøv igen.",
  cancelled: "Søgningen blev stoppet.",
  impossible: "Ingen placering kan holde alle regler.",
  conflict: "De her regler kan ikke holdes samtidig. Fjern eller løsn én af dem:",
  noRoom: "Det er pladsen selv, der ikke slår til: tag flere lokaler med i sagen, eller gør behovene mindre.",
  conflictUnknown: "Der var ikke tid til at finde ud af, hvilke regler der er i vejen.",
  closed: "En planlægger kan finde et forslag, mens sagen er et udkast eller sendt retur.",
  none: "Vælg enheder og lokaler til sagen, før portalen kan foreslå noget.",
  rules: {
    pinned: (unit: string, premises: string) => `${unit} er låst til ${premises}`,
    forbidden: (unit: string, premises: string) => `${unit} må ikke være i ${premises}`,
    budget: "Grænsen for engangsudgifter",
    payback: "Kravet til tilbagebetaling",
  },
  why: {
    title: "Hvorfor ikke?",
    lead: "Vælg en enhed og nogle lokaler, og se hvad der taler imod, eller hvad det koster.",
    unit: "Enhed",
    premises: "Lokaler",
    ask: "Spørg",
    blocked: (unit: string, premises: string) => `${unit} kan ikke være i ${premises}:`,
    together: (unit: string, premises: string) =>
      `${unit} kan være i ${premises} for sig selv, men så kan de andre ikke placeres.`,
    unknown: "Det kunne ikke nås at finde en plan med det par.",
    price: (unit: string, premises: string, amount: string) =>
      `Den bedste fundne plan med ${unit} i ${premises} koster ${amount} over sagens år.`,
    against: (amount: string) => `Det er ${amount} mere end forslaget.`,
    asGood: "Det er ikke dyrere end forslaget.",
  },
  blockers: {
    noRoomFor: (room: RoomFunction, needed: string, there: string) =>
      `Der er ${there} m² ${rooms[room]}, og der skal bruges ${needed} m².`,
    tooSmall: (needed: string, there: string) => `Der er ${there} m² i alt, og der skal bruges ${needed} m².`,
    forbidden: "Det er udelukket i scenariet.",
    pinnedElsewhere: (premises: string) => `Enheden er låst til ${premises}.`,
  },
  faults: {
    seconds: "Vælg mellem 5 og 600 sekunder.",
    budgetOre: "Skriv beløbet i millioner, fx 12,5.",
    paybackYears: "Skriv et antal år mellem 1 og 100.",
    scenarioId: "Scenariet findes ikke mere. Vælg et andet.",
    empty: "Sagen mangler enheder eller lokaler.",
    pair: "Vælg en enhed og nogle lokaler.",
    notFound: "Sagen findes ikke mere, eller du må ikke ændre den.",
    notDraft: "Sagen er indstillet, og så kan den ikke ændres.",
    isRunning: "Der ledes allerede efter et forslag i sagen.",
  } as Record<string, string>,
};
