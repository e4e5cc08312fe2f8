import type { DegreeRefusal } from "#domain/meter/degree-reading.ts";

/** Hvor kolde månederne var: det, varme rettes med. */
export const degreeDays = {
  title: "Graddage",
  above: "Målere",
  note: "Varmeforbrug rettes for, hvor koldt det var. Uden graddage for en måned står dens varme, som den er målt.",
  columns:
    "Kolonnerne month, degreeDays og normalDegreeDays (eller måned, graddage og normal). Mangler det normale, bruges det, der gælder for samme måned i forvejen.",
  example: "måned;graddage;normal\n2026-09;61;74\n2026-10;214;233",
  file: "Fil (CSV)",
  source: "Hvor kommer tallene fra?",
  sourceHint: "For eksempel instituttet og målestedet.",
  send: "Indlæs",
  taken: (added: string, corrected: string, unchanged: string, refused: string) =>
    `${added} nye måneder, ${corrected} rettet, ${unchanged} var der i forvejen, ${refused} afvist.`,
  refused: "Linjer, der ikke er taget med",
  line: "Linje",
  why: "Hvorfor",
  known: "Det, der rettes med",
  none: "Ingen graddage er oplyst endnu.",
  month: "Måned",
  actual: "Graddage",
  normal: "Normalt",
  from: "Kilde",
  problems: {
    noFile: "Vælg en fil.",
    tooLarge: "Filen er større end 8 MB. Del den.",
    noSource: "Skriv, hvor tallene kommer fra.",
    unreadable: "Filen kan ikke læses som CSV.",
    empty: "Filen har ingen linjer.",
    tooMany: "Filen har mere end 100.000 linjer. Del den.",
    notAllowed: "Det må din rolle ikke.",
  },
  reasons: {
    month: "Måneden skal skrives som 2026-09 og være slut.",
    degreeDays: "Graddage skal være et tal fra 0 til 2.000.",
    normalDegreeDays: "Det normale skal være et tal fra 0 til 2.000.",
    noNormal: "Skriv det normale: det kendes ikke for den måned.",
    twice: "Samme måned står tidligere i filen.",
  } satisfies Record<DegreeRefusal, string>,
};
