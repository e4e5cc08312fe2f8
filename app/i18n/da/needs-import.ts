import type { PlanColumn, PlanRowFault } from "#domain/colocation/needs/plan-row.ts";

/** Forvaltningernes langsigtede planer fra en fil. */
export const needsImport = {
  title: "Indlæs langsigtede planer",
  above: "Planer og behov",
  note: "Hvad forvaltningerne venter af børn, medarbejdere og ydelser. Prøv filen først: så skrives intet. Den samme fil igen ændrer intet; et andet tal for samme sted og år retter det.",
  columns:
    "Kolonnerne forvaltning (kode eller navn), bydel (kode eller navn; tom er hele byen), slags (børn, medarbejdere eller ydelser), år og antal. Engelske navne kan også bruges: administration, district, kind, year, quantity.",
  example: "forvaltning;bydel;slags;år;antal\nBUF;Valby;børn;2030;1.240\nSOF;;medarbejdere;2030;4150",
  file: "Fil (CSV, højst 8 MB)",
  source: "Hvor kommer tallene fra?",
  sourceHint: "For eksempel prognosens navn og år.",
  tryIt: "Prøv filen",
  save: "Indlæs",
  tried: (added: string, changed: string, unchanged: string, refused: string) =>
    `Prøvet, intet er skrevet: ${added} nye tal, ${changed} rettes, ${unchanged} er der i forvejen, ${refused} afvises. Vælg filen igen, og tryk Indlæs.`,
  taken: (added: string, changed: string, unchanged: string, refused: string) =>
    `Indlæst: ${added} nye tal, ${changed} rettet, ${unchanged} var der i forvejen, ${refused} afvist.`,
  refused: "Linjer, der ikke tages med",
  line: "Linje",
  why: "Hvorfor",
  fields: {
    administration: "forvaltning",
    district: "bydel",
    kind: "slags",
    year: "år",
    quantity: "antal",
  } satisfies Record<PlanColumn, string>,
  problems: {
    noFile: "Vælg en fil.",
    tooLarge: "Filen er større end 8 MB. Del den.",
    noSource: "Skriv, hvor tallene kommer fra.",
    unreadable: "Filen kan ikke læses som CSV.",
    empty: "Filen har ingen linjer.",
    tooMany: "Filen har mere end 100.000 linjer. Del den.",
  },
  reasons: {
    administration: "der er ingen forvaltning med den kode eller det navn",
    notYours: "du kan kun planlægge for din egen forvaltning",
    district: "der er ingen bydel med den kode eller det navn",
    kind: "skriv børn, medarbejdere eller ydelser",
    year: "skriv et årstal mellem 2000 og 2200",
    quantity: "skriv et helt tal fra 0 til en million",
    twice: "samme forvaltning, bydel, slags og år står tidligere i filen",
  } satisfies Record<PlanRowFault, string>,
};
