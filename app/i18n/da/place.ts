/** The institution leader's own place, and the front page of those who have neither place nor map. */
export const place = {
  title: "Mit sted",
  lead: "Her er det, I har, hvad det koster, og hvordan bygningen har det.",
  ask: "Meld eller bestil",
  cases: {
    open: "I gang nu",
    yours: (count: number) => (count === 1 ? "1 venter på dig" : `${count} venter på dig`),
    allOpen: (count: number) => `Se alle ${count}`,
    noneOpen: "Der er ikke noget i gang. Mangler I noget, så skriv det her.",
    ended: "Sidst afsluttet",
    allEnded: "Se alle",
  },
  none: "Du er ikke leder af en enhed i systemet.",
  noneHint: "Skulle du være det, så bed din administrator om at rette din rolle.",
  noBuildings:
    "Registret kender ingen lokaler for enheden i dag. Sig det til din forvaltning, hvis det er forkert.",
  rent: "Husleje om året",
  rentUnknown: "Ikke oplyst",
  leases: (numbers: string, _count: number) => `Lejemål ${numbers}`,
  noLeases: "Intet lejemål i dag",
  leased: (area: string) => `I lejer ${area}`,
  rooms: (count: number) =>
    count === 1
      ? "Jeres lokale, og meld noget der"
      : `Jeres ${count} lokaler: vælg et for at melde noget der`,
  shares: "I bruger lokaler her uden eget lejemål",
  next: "Næste vigtige dato",
  noNext: "Ingen datoer forude",
  condition: {
    1: "Bygningen er som ny.",
    2: "Bygningen er i god stand.",
    3: "Bygningen er i rimelig stand.",
    4: "Bygningen er slidt.",
    5: "Bygningen er i dårlig stand.",
    6: "Bygningen er i så dårlig stand, at den skal ses på med det samme.",
    never: "Ingen har synet bygningen endnu.",
    surveyed: (day: string) => `Synet ${day}.`,
    old: (years: number) => `Det er ${years} år siden, så det kan have ændret sig.`,
  },
  backlog: {
    some: (amount: string) => `Der mangler udvendigt arbejde for omkring ${amount} på hele bygningen.`,
    since: (day: string) => `Skønnet gælder fra ${day}. Udlejeren står for det.`,
    none: "Vi kender ikke til udvendigt arbejde, der mangler.",
  },
  planned: { title: "Planlagt for jeres bygning", ordered: "bestilt" },
  welcome: {
    title: (name: string) => `Hej ${name}`,
    account: "Du har din egen konto. Her kan du skifte adgangskode og se, hvor du er logget ind.",
    access:
      "Din rolle giver ikke adgang til bygninger eller lejemål. Mangler du noget for at gøre dit arbejde, så bed din administrator om det.",
    toAccount: "Din konto",
  },
};
