/** Elements, their condition and target, and the kinds of work they need. */
export const condition = {
  kinds: {
    exterior: "Udvendigt efterslæb",
    interior: "Indvendigt efterslæb",
    tenYearNeed: "Behov de næste ti år",
    modernisation: "Modernisering og energi",
  },
  conditions: { 1: "Som ny", 2: "God", 3: "Rimelig", 4: "Slidt", 5: "Dårlig", 6: "Uegnet" },
  condition: {
    title: "Bygningsdele",
    observed: "Set ved syn",
    observedNote: (oldest: string, newest: string) =>
      oldest === newest ? `Set ${newest}.` : `Set mellem ${oldest} og ${newest}.`,
    estimated: (day: string) => `Anslået pr. ${day}`,
    estimatedNote: "Ældet siden synet efter hver bygningsdels levetid.",
    shares: "Fordeling efter hvad det koster at forny delene",
    sum: (condition: number, word: string) => `Samlet ${condition} · ${word}`,
    unknown: (count: number) =>
      count === 1
        ? "1 del er ikke vurderet og tæller ikke med."
        : `${count} dele er ikke vurderet og tæller ikke med.`,
    none: "Der er ikke skrevet bygningsdele ind endnu. De kommer med det næste bygningssyn.",
    noAggregate: "Ikke vurderet",
  },
  target: {
    title: "Så godt skal den holdes",
    classes: {
      1: "Klasse 1 – meget velholdt",
      2: "Klasse 2 – velholdt",
      3: "Klasse 3 – almindeligt vedligeholdt",
      4: "Klasse 4 – slid er tilladt",
      5: "Klasse 5 – nedslidt er tilladt",
    },
    accepts: (exterior: number, interior: number) =>
      `Accepterer tilstand ${exterior} udvendigt og ${interior} indvendigt. Det, der er dårligere, er efterslæb.`,
    since: (day: string, source: string) => `Siden ${day}. ${source}`,
    usual: "Ingen har valgt en klasse; den midterste gælder.",
    change: "Vælg en anden klasse",
    class: "Klasse",
    from: "Gælder fra",
    fromHint: "I dag eller tidligere. Efterslæbet i dag bliver regnet om med det samme.",
    source: "Hvem har besluttet det, og hvorfor",
    save: "Gem og regn om",
    faults: {
      quality: "Vælg en klasse fra 1 til 5.",
      from: "Skriv en dag.",
      source: "Skriv, hvor beslutningen kommer fra.",
    },
    refusals: {
      notFound: "Du kan ikke ændre klassen for denne bygning.",
      fromInFuture: "Klassen kan gælde fra i dag eller tidligere. Kom igen, når dagen er der.",
      beforeItsStart: "Den klasse, der gælder nu, begynder senere end den dag. Vælg en dag efter.",
      unchanged: "Bygningen har allerede den klasse.",
    },
  },
  elements: {
    title: "Bygningsdele",
    open: "Åbn en bygningsdel for at se skader, afhjælpning og pris.",
    units: { "m²": "m²", m: "m", stk: "stk.", sum: "sum" },
    notKnown: "Ikke vurderet",
    seen: (day: string) => `set ${day}`,
    estimated: (value: string) => `anslået ${value}`,
    nothing: "intet arbejde",
    life: (years: number, renewed: number | null) =>
      `Holder typisk ${years} år${renewed ? `; fornyet ${renewed}` : ""}.`,
    consequence: (grade: number) => `Følger, hvis den svigter: ${grade} af 5.`,
    replacement: (amount: string) => `At forny hele delen koster ${amount}.`,
    grade: (grade: string) => `Synet skriver: ${grade}`,
    defects: "Skader",
    noDefects: "Ingen skader set.",
    defect: (severity: string, intensity: string, extent: string) =>
      `(${severity}, ${intensity}, ${extent} af delen)`,
    severities: { minor: "mindre", serious: "alvorlig", critical: "kritisk" },
    intensities: { low: "begyndende", mid: "fremskreden", high: "sidste stadie" },
    remedies: "Arbejder",
    recommended: (year: number) => `anbefalet ${year}`,
  },
  waiting: {
    title: "Hvad det koster at vente",
    sentence: (years: number, amount: string) => `Venter det hele ${years} år, koster det ${amount} mere.`,
    see: "Se kurverne, og prøv et beløb",
  },
};
