/** Words that the shared components say on every page. */
export const common = {
  close: "Luk",
  dismiss: "Skjul besked",
  optional: "valgfri",
  open: "Åbn",
  showNumbers: "Vis tal",
  noRows: "Her er ikke noget at vise.",
  choose: "Vælg",
  source: "Kilde",
  actions: "Handlinger",
  meters: (meters: number) => `${meters} m`,
  unknown: "Ikke oplyst",
  loading: "Henter",
  category: "Punkt",
  formErrorsTitle: (count: number) =>
    count === 1 ? "Der er ét felt, du skal se på" : `Der er ${count} felter, du skal se på`,
  shownOf: (shown: string, total: string) => `Viser ${shown} af ${total}`,
  more: "Vis flere",
  sortAscending: (column: string) => `Sortér efter ${column}, mindste først`,
  sortDescending: (column: string) => `Sortér efter ${column}, største først`,
  status: {
    good: "God",
    attention: "Hold øje",
    bad: "Kritisk",
    info: "Til orientering",
    neutral: "Uden status",
  },
};
