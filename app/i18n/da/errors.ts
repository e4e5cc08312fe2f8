/** What an error page says: what happened, what was kept, and what to do. */
const page = (title: string, happened: string, kept: string, next: string) => ({
  title,
  happened,
  kept,
  next,
});

export const errors = {
  "403": page(
    "Det har du ikke adgang til",
    "Din rolle giver ikke lov til at se eller ændre det her.",
    "Der er ikke ændret noget.",
    "Gå tilbage, eller bed din administrator om adgang, hvis du skal bruge siden i dit arbejde.",
  ),
  "404": page(
    "Vi kan ikke finde siden",
    "Adressen passer ikke på noget, du kan se. Måske er den skrevet forkert, eller det, den viste, er flyttet.",
    "Der er ikke ændret noget.",
    "Søg efter det, du mangler, eller begynd på forsiden.",
  ),
  "422": page(
    "Noget i det, du sendte, kan ikke bruges",
    "Vi forstod ikke adressen eller de oplysninger, der fulgte med.",
    "Der er ikke gemt noget.",
    "Gå tilbage, ret det, og send igen.",
  ),
  "500": page(
    "Det gik galt hos os",
    "Der skete en fejl, som vi ikke havde regnet med.",
    "Det, der var gemt, er der stadig. Det, du var i gang med at sende, er måske ikke kommet med.",
    "Prøv igen om lidt. Sker det igen, så fortæl os det.",
  ),
  number: "Nummer",
  numberHint: "Oplys nummeret, hvis du skriver eller ringer om fejlen.",
  status: (status: number) => `Fejl ${status}`,
  toFrontPage: "Gå til forsiden",
  tryAgain: "Prøv igen",
};
