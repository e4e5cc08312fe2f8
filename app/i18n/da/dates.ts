import type { DateKind } from "#domain/lease-date/date-level.ts";
import type { LeaseKind } from "#domain/lease/lease-search.ts";
import type { LeaseOptionKind, LeaseParty } from "#domain/lease-date/lease-terms.ts";
import { leaseBreaks } from "./dates/breaks.ts";

/** What a rule is told with: days and amounts as they are written, months as a number. */
export interface RuleParts {
  party: LeaseParty;
  months: number;
  until: string;
  amount: string;
  option: LeaseOptionKind | null;
}

const who = { tenant: "Lejer", landlord: "Udlejer", both: "Den, der vil ud," } as const;
const bound = {
  tenant: "Lejer kan ikke",
  landlord: "Udlejer kan ikke",
  both: "Ingen af parterne kan",
} as const;
const months = (count: number) => (count === 1 ? "1 måned" : `${count} måneder`);

/** Words of the dates of leases: calendar, list, feed. */
export const dates = {
  title: "Frister i lejemål",
  note: "Alle dage, hvor et lejemål kræver en beslutning, eller hvor det er for sent at tage en.",
  count: (count: string, isOne: boolean) => (isOne ? "1 dato" : `${count} datoer`),
  kinds: {
    noticeDeadline: "Sidste dag at opsige",
    firstTermination: "Uopsigelig til",
    lastDay: "Lejemålet slutter",
    option: "Option skal bruges",
    marketRent: "Markedsleje kan kræves",
    restoration: "Istandsættelse aftales",
    deposit: "Depositum afregnes",
    regulation: "Lejen reguleres",
    confirmTermination: "Opsigelse bekræftes",
    objectToMoveIn: "Indsigelse mod rapport",
    consentConversion: "Svar om ombygning",
    consentComplexConversion: "Svar om stor ombygning",
  } satisfies Record<DateKind, string> as Record<DateKind, string>,
  rules: {
    noticeDeadline: ({ party, months: count, until }) =>
      `${who[party]} skal opsige senest denne dag, hvis ${until} skal være lejemålets sidste dag. Varslet er ${months(count)}.`,
    firstTermination: ({ party, until, months: count }) =>
      `${bound[party]} få lejemålet til at slutte før ${until}${count > 0 ? `; varslet er ${months(count)}` : ""}.`,
    lastDay: () => "Lejemålet slutter af sig selv med denne dag, hvis der ikke bliver aftalt andet.",
    option: ({ party, option, until, months: count }) =>
      `${party === "tenant" ? "Lejer" : "Udlejer"} skal sige til senest denne dag for at ${
        {
          extend: `forlænge${count > 0 ? ` ${months(count)}` : ""} fra ${until}`,
          break: `komme ud ${until}`,
          expand: `leje mere fra ${until}`,
          buy: `købe ${until}`,
        }[option ?? "extend"]
      }.`,
    marketRent: () => "Fra denne dag kan begge parter kræve lejen reguleret til markedslejen.",
    restoration: ({ months: count, until }) =>
      `${months(count)} før sidste dag (${until}): aftal, i hvilken stand lokalerne skal afleveres, og hvem der gør hvad.`,
    deposit: ({ months: count, until, amount }) =>
      `Depositum på ${amount} skal være afregnet ${months(count)} efter sidste dag (${until}).`,
    regulation: () => "Lejen følger indekset fra denne dag. Det sker af sig selv, når indekset er læst ind.",
    confirmTermination: () => "En opsigelse skal bekræftes inden for 8 arbejdsdage.",
    objectToMoveIn: () => "Indsigelse mod indflytningsrapporten skal være fremme inden for 14 dage.",
    consentConversion: () => "En ansøgning om ombygning skal besvares inden for 10 arbejdsdage.",
    consentComplexConversion: () =>
      "En ansøgning om en større ombygning skal besvares inden for 20 arbejdsdage.",
  } satisfies Record<DateKind, (parts: RuleParts) => string> as Record<
    DateKind,
    (parts: RuleParts) => string
  >,
  leaseKinds: {
    internal: "Internt",
    thirdPartyIn: "Lejet ind",
    thirdPartyOut: "Lejet ud",
  } satisfies Record<LeaseKind, string> as Record<LeaseKind, string>,
  parties: { tenant: "Lejer", landlord: "Udlejer", both: "Begge" },
  levels: {
    past: "Overskredet",
    later: "Senere",
    within: (count: number) => `Inden ${months(count)}`,
  },
  figures: {
    past: "Overskredet",
    pastNote: "Bliver stående, til nogen har noteret dem",
    within: (count: number) => `Inden ${months(count)}`,
    between: (from: number, to: number) => `${from}–${to} måneder`,
    mine: "Dine",
  },
  views: { label: "Visning", list: "Liste", calendar: "Kalender" },
  filters: {
    search: "Søg",
    searchHint: "Lejemål, part, bygning",
    administration: "Forvaltning",
    lease: "Lejemål",
    kind: "Hvad",
    action: "Alt, der kræver noget",
    every: "Alt",
    party: "Part",
    owner: "Hvem",
    me: "Mig",
    noOwner: "Ingen har taget den",
    level: "Hvor nær",
    state: "Status",
    states: { open: "Ikke håndteret", handled: "Håndteret", all: "Begge" },
    from: "Fra",
    to: "Til",
    all: "Alle",
    show: "Vis",
    reset: "Nulstil",
  },
  columns: {
    caption: "Frister i lejemål, de nærmeste først",
    on: "Dato",
    kind: "Hvad",
    lease: "Lejemål",
    party: "Modpart",
    building: "Bygning",
    administration: "Forvaltning",
    owner: "Hvem",
    level: "Hvor nær",
    acts: "Part",
    rule: "Reglen",
    handled: "Håndteret",
    note: "Notat",
  },
  moreBuildings: (name: string, more: number) => (more > 0 ? `${name} + ${more}` : name),
  shared: (names: string) => `Fælles: ${names}`,
  nobody: "Ingen",
  none: "Ingen datoer passer til det, du har valgt.",
  noneHint: "Vælg en længere periode, eller nulstil filtrene.",
  newer: "Forrige",
  older: "Næste",
  export: "Hent",
  exportCsv: "CSV",
  exportXlsx: "Excel",
  fileName: "frister",
  sheet: "Frister",
  tooMany: (most: string) => `Excel kan højst få ${most} rækker. Vælg færre, eller hent CSV.`,
  toCalendars: "Til din kalender",
  toBreaks: "Veje ud af lejemål",
  toSettings: "Varsler",
  month: {
    title: (month: string) => month,
    names: [
      ...["januar", "februar", "marts", "april", "maj", "juni"],
      ...["juli", "august", "september", "oktober", "november", "december"],
    ],
    weekdays: ["man", "tir", "ons", "tor", "fre", "lør", "søn"],
    week: "Uge",
    before: "Måneden før",
    after: "Måneden efter",
    several: (count: number, kind: string) => `${count} × ${kind}`,
    none: "Ingen datoer i denne måned.",
    caption: (month: string) => `Frister i ${month}`,
    next: (month: string) => `Gå til ${month}`,
  },
  one: {
    back: "Alle frister",
    lease: "Lejemål",
    facts: "Datoen",
    handled: (who: string, at: string) => `Håndteret af ${who} ${at}`,
    open: "Ikke håndteret",
    take: "Tag den",
    taken: "Den er din",
    assign: "Giv den til",
    assignHint: "Kun dem, der kan ændre lejemålet.",
    save: "Gem",
    handle: "Marker som håndteret",
    note: "Hvad blev der besluttet?",
    noteHint: "Så den næste kan se, hvorfor der ikke skal gøres mere.",
    reopen: "Åbn den igen",
    saved: "Gemt.",
    others: "Lejemålets andre datoer",
    noOthers: "Lejemålet har ingen andre datoer forude.",
    gone: "Lejemålet har ikke længere denne dato. Vilkårene er ændret.",
    faults: {
      note: "Skriv mindst tre tegn om, hvad der blev besluttet.",
      owner: "Vælg en person fra listen.",
      notFound: "Lejemålet har ikke længere denne dato. Intet er gemt.",
      notAllowed: "Du kan læse lejemålet, men ikke ændre det. Intet er gemt.",
      ownerOutside: "Den person kan ikke ændre dette lejemål. Vælg en anden.",
      handledBefore: "Nogen har allerede noteret den som håndteret. Se notatet.",
    },
  },
  breaks: leaseBreaks,
  feed: {
    title: "Frister i din kalender",
    note: "Din kalender kan selv hente fristerne. Du får en adresse, som du sætter ind i Outlook, Google Kalender eller telefonen.",
    make: "Lav en adresse",
    reach: "Hvad skal den vise?",
    reaches: { own: "Det, jeg skal se til", all: "Alt, jeg kan se" },
    ready: "Her er adressen. Den bliver kun vist denne ene gang.",
    secret:
      "Alle, der har adressen, kan læse fristerne uden at logge ind. Send den ikke videre. Kommer den i forkerte hænder, så luk den her.",
    address: "Kalenderens adresse",
    yours: "Dine adresser",
    none: "Du har ingen adresser.",
    madeAt: (at: string) => `Lavet ${at}`,
    readAt: (at: string) => `hentet senest ${at}`,
    neverRead: "ikke hentet endnu",
    revoke: "Luk",
    revokeOf: (name: string, at: string) => `Luk adressen “${name}” fra ${at}`,
    revoked: "Adressen er lukket. Den kalender, der brugte den, finder intet mere.",
    faults: {
      tooMany: "Du har fem adresser. Luk en, du ikke bruger.",
      notAllowed: "Du har ingen ret til at se lejemål.",
      notFound: "Adressen er allerede lukket.",
    },
    calendarName: "Frister i lejemål",
    event: (kind: string, lease: string, party: string) => `${kind}: ${lease} ${party}`.trim(),
    owner: (name: string) => `Hvem: ${name}`,
  },
};
