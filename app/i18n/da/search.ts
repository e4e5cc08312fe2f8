/** Finding a building, an address, a unit or a lease by any name or number. */
export const search = {
  title: "Søg",
  label: "Hvad leder du efter?",
  hint: "Navn, gade og nummer, BFE, BBR-id eller lejemålets nummer. Aa, oe og ae kan bruges for å, ø og æ.",
  submit: "Søg",
  results: "Resultater",
  kinds: { building: "Bygning", address: "Adresse", unit: "Enhed", lease: "Lejemål", case: "Sag" },
  tooShort: "Skriv mindst to tegn.",
  none: (text: string) => `Intet passer på „${text}“. Prøv med færre ord eller et nummer.`,
  count: (total: string) => `${total} fundet`,
  best: (shown: string, total: string) =>
    `De ${shown} bedste af ${total}. Skriv mere for at komme tættere på.`,
  keys: "Pil op og ned vælger, Enter åbner, Esc lukker.",
};
