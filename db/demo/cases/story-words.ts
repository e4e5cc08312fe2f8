/** Why an order was declined, and whose it is then; by who the matrix says should act. */
export const declines = {
  externalLandlord: [
    ["Lokalerne er lejet. Vi har sendt din besked til udlejeren, som udbedrer det.", "Ekstern udlejer"],
    ["Efter lejekontrakten er det udlejerens. Vi har bedt ham om det og følger op.", "Ekstern udlejer"],
  ],
  unit: [["I ejer selv bygningen og bestiller selv en håndværker.", "Institutionen selv"]],
  other: [
    [
      "Det er en forbedring og ikke en fejl. Tal med din forvaltning om at få den med i budgettet.",
      "Enheden",
    ],
    ["Vi har set efter to gange og kan ikke finde fejlen. Skriv igen, hvis den kommer tilbage.", ""],
    ["Det er jeres eget inventar, som I selv får repareret.", "Enheden"],
    ["Opgaven ligger hos forvaltningens egen drift. Vi har sendt den videre.", "Forvaltningens drift"],
    ["Det bliver lavet i den ombygning, som begynder om kort tid.", ""],
  ],
} as const;

export const backlogReasons = [
  "Kendt fra bygningssynet. Det bliver lavet sammen med resten af facaden.",
  "En lapning holder ikke. Det kommer med i planen for hele bygningen.",
  "Vi har sikret stedet. Udskiftningen er lagt i vedligeholdsplanen.",
  "Det er slidt op overalt i huset og skiftes på én gang.",
];

export const questions = [
  "Hvilket af rummene er det? Skriv gerne nummeret fra dørskiltet.",
  "Kan du sende et foto af det?",
  "Hvornår må vi komme? Vi skal bruge rummet en times tid.",
  "Er det alle dage, eller kun når det regner?",
  "Hvem har nøglen til rummet?",
];

export const answers = [
  "Det er det bageste.",
  "I kan komme torsdag fra klokken 13.",
  "Det sker hver dag.",
  "Nøglen ligger på kontoret.",
  "Jeg har sendt et foto.",
];

export const parts = [
  "Reservedelen er bestilt og ventes om en uge.",
  "Ruden skal laves efter mål.",
  "Leverandøren har den ikke på lager.",
  "Vi venter på en ventil i den rigtige størrelse.",
];

export const reopenings = [
  "Det er kommet igen.",
  "Det virkede en dag, og så gik det i stykker igen.",
  "Det er kun lavet i det ene rum.",
];

export const rejections = ["Vi har ikke penge til det i år.", "Vi tager det med i næste års budget."];

export const comments: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  5: ["Hurtigt og godt.", "Dejligt at blive ringet op først.", "Sådan skal det være."],
  4: ["Fint arbejde.", "Det gik, som I skrev."],
  3: ["Det blev lavet, men det tog tid.", "Helt i orden."],
  2: ["Vi måtte rykke to gange.", "Der blev ikke ryddet op."],
  1: ["Det tog alt for længe.", "Det virker stadig ikke ordentligt."],
};
