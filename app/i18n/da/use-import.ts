/** Optællinger, bookinger og sensorer fra en fil. */
export const useImport = {
  title: "Indlæs optællinger",
  note: "Bookinger, optællinger og sensorer fra en CSV-fil. Den samme fil to gange tæller kun én gang.",
  columns:
    "Kolonnerne sequence (kildens eget nummer), observedAt (tidspunkt med tidszone), spaceId (rummets id) og persons (personer).",
  example: "sequence;observedAt;spaceId;persons\n1;2026-11-27T09:00:00+01:00;018f…;12",
  file: "Fil (CSV, højst 8 MB)",
  kind: "Slags",
  kinds: { booking: "Bookinger", count: "Optællinger", sensor: "Sensorer" },
  source: "Kilde",
  sourceHint: "Fx navnet på systemet. Numrene er kildens egne, så brug samme navn hver gang.",
  send: "Indlæs",
  taken: (added: string, duplicates: string, refused: string) =>
    `${added} tilføjet, ${duplicates} var der allerede, ${refused} afvist.`,
  refused: "Linjer, der blev afvist",
  line: "Linje",
  why: "Hvorfor",
  problems: {
    noFile: "Vælg en fil.",
    tooLarge: "Filen er for stor. Del den op.",
    noSource: "Skriv, hvor tallene kommer fra.",
    unreadable: "Filen kunne ikke læses som CSV. Intet er indlæst.",
    empty: "Filen har ingen linjer.",
    tooMany: "Filen har mere end 100.000 linjer. Del den op.",
    otherKind:
      "Kilden er kendt som en anden slags. Vælg den slags, eller brug et andet navn. Intet er indlæst.",
  },
  reasons: {
    unreadable: "Linjen kan ikke læses",
    sequence: "sequence mangler eller er ikke et helt tal fra 0",
    time: "observedAt er ikke et tidspunkt med tidszone, fx 2026-11-27T09:00:00+01:00",
    future: "Tidspunktet ligger i fremtiden",
    tooOld: "Tidspunktet er ældre end det, der gemmes (25 måneder)",
    persons: "persons er ikke et helt tal fra 0 til 100.000",
    unknownSpace: "Rummet findes ikke, eller du må ikke fortælle om det",
    sequenceTaken: "Nummeret er brugt til noget andet fra samme kilde",
    timeWentBack: "Tiden går tilbage i forhold til kildens numre",
  },
};
