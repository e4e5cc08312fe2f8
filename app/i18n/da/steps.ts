/** De tre udviklingstrin som levende tal. */
export const steps = {
  title: "De tre udviklingstrin",
  lead: (day: string) => `Hvor langt er vi pr. ${day}, hvad mangler, og hvor?`,
  source:
    "Trinene er rapportens fra juni 2013. Tallene regnes af det, der står i portalen i dag, og inden for det, du må se. Det, portalen ikke har data om, står som umålt – aldrig som opfyldt.",
  printHint: "Siden er lavet til at blive skrevet ud: brug browserens udskrift (Ctrl P).",
  names: {
    1: "Trin 1: Alt er samlet, og vi ved, hvad vi har",
    2: "Trin 2: Med fra idéen",
    3: "Trin 3: Én indgang og lokal forankring",
  },
  tally: (met: string, all: string, unmeasured: string) =>
    `${met} af ${all} krav opfyldt, ${unmeasured} umålt`,
  caption: (step: string) => `${step}: krav, status og hvad der mangler`,
  heads: { demand: "Krav", state: "Status", done: "Nået", of: "Af", share: "Andel", missing: "Mangler" },
  states: { met: "Opfyldt", missing: "Mangler", unmeasured: "Umålt" },
  show: "Vis dem",
  demands: {
    outside: "Alle ejendomme er samlet",
    unknownLeases: "Alle tredjepartslejemål er kendt",
    entered: "Nye lejemål er indgået af KEjd selv (begyndt inden for to år)",
    digitised: "Arealet er digitaliseret",
    surveyed: "Arealet er synet inden for fem år",
    useKnown: "Brugen er kendt",
    council: "Projektrådet er på plads: en formand og mindst to medlemmer",
    idea: "KEjd er med fra idéen i anlægssager",
    committees: "En model for betjening af udvalgene",
    projectLead: "Én teknisk projektleder pr. sag",
    anchoring: "Enheder med en leder i portalen",
    division: "Spørgsmål, som ansvarsmatricen ikke svarer på",
    services: "Ydelser med pris og beskrivelse",
    entry: "Bestillinger løst til tiden, seneste år",
  },
  unmeasuredHint: "Umålt: portalen har endnu ingen data om kravet.",
  ordersUnmeasured: (count: string) => `${count} bestillinger uden frist er umålt og tæller ikke med.`,
};
