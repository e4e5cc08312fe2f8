import type { DayChoice } from "#domain/colocation/hour-rows.ts";
import type { WeekSource } from "#domain/colocation/unit-week.ts";

/** What a unit of a case needs, and what premises have room for. */
export const colocationPart = {
  back: "Byg sagen",
  needs: "Hvad har enheden brug for?",
  needsNote:
    "Skriv kun de rum, enheden bruger. Står her intet, regnes med 7 arbejdspladser til 10 medarbejdere på det areal, den har i dag. Rum, der kan deles, tælles time for time, så andre kan bruge dem på skift.",
  employees: "Medarbejdere, der flytter",
  roomFunction: "Rum til",
  places: "Pladser",
  share: "Kan deles",
  hours: "Hvornår er den der?",
  hoursNote: "En linje pr. tidsrum, i hele timer. Tøm en linje for at fjerne den.",
  known: {
    planner: "Sagen regner med timerne her.",
    booking: "Står her intet, regner sagen med det, bookinger viser.",
    count: "Står her intet, regner sagen med det, tællinger viser.",
    sensor: "Står her intet, regner sagen med det, sensorer viser.",
    estimate: "Står her intet, regner sagen med enhedens eget skøn.",
    usual: "Står her intet, regner sagen med alle medarbejdere på hverdage kl. 8–16.",
  } satisfies Record<WeekSource, string>,
  row: (number: number) => `Linje ${number}`,
  day: "Dage",
  days: {
    "1-5": "Mandag–fredag",
    "1": "Mandag",
    "2": "Tirsdag",
    "3": "Onsdag",
    "4": "Torsdag",
    "5": "Fredag",
    "6": "Lørdag",
    "7": "Søndag",
  } satisfies Record<DayChoice, string>,
  from: "Fra kl.",
  to: "Til kl.",
  persons: "Personer",
  capacity: "Hvad er der plads til?",
  capacityNote: (free: string) =>
    `Der er ${free}, som andre ikke bruger. Skriver du nogle rum, regnes de andre slags som ikke til stede. Skriver du ingen, regnes der kun med m².`,
  save: "Gem",
  closed: "Sagen kan ikke ændres nu, eller den er ikke din at ændre.",
  faults: {
    employees: "Skriv antal medarbejdere som et helt tal fra 0.",
    needs: "Hver slags rum kan kun stå én gang.",
    places: "Skriv antal pladser som et helt tal fra 0.",
    areaM2: "Skriv m² som et tal fra 0.",
    mayShare: "Lager og rum til fortrolige samtaler kan ikke deles.",
    hours: "Skriv hele timer fra 0 til 24, og til efter fra.",
    persons: "Skriv antal personer som et helt tal fra 0.",
    overlap: "To linjer gælder de samme timer på samme dag.",
  } as Record<string, string>,
};
