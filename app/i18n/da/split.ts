/** Sharing the price of an order among those who bear it. */
export const split = {
  title: "Fordel prisen",
  open: "Fordel på ny",
  basis: "Fordel efter",
  bases: { share: "Procent", m2: "Lejede m²", hours: "Timer" },
  hint: (hours: string) =>
    `Procent skal give 100. Timer skal give de ${hours} timer, der er skrevet på ordren, hvis der er nogen. Ved m² behøver du ikke skrive noget.`,
  price: "Pris",
  kr: "kr.",
  landlord: "Udlejer (KEjd)",
  submit: "Fordel",
  faults: {
    notHundred: "Procenterne skal tilsammen give 100.",
    hoursDiffer: "Timerne skal tilsammen give de timer, der er skrevet på ordren.",
    noBearer: "Ingen bærer noget. Skriv mindst ét tal.",
    notAllowed: "Det må du ikke gøre.",
    conflict: "Ordren er ændret, siden du åbnede siden. Se efter, og prøv igen.",
    orderClosed: "Ordren er afsluttet, så prisen kan ikke fordeles på ny.",
    priceMissing: "Skriv, hvad ordren koster.",
    form: "Tallene kunne ikke læses. Skriv dem som 12,5.",
  } as Record<string, string>,
};
