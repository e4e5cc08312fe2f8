import type { HandOverField } from "#domain/hand-over/hand-over-facts.ts";
import type { HandOverFault } from "#domain/hand-over/judge-facts.ts";

/** What a fault speaks of: another lease by its name, and a day. */
export interface FaultParts {
  other: string;
  day: string;
}

export const fields = {
  key: "Nummer i registret",
  administration: "Forvaltning",
  unit: "Enhed",
  street: "Vej",
  houseNumber: "Husnr.",
  postcode: "Postnr.",
  town: "By",
  premises: "Etage, dør eller del",
  useCode: "Anvendelse (BBR)",
  areaM2: "Areal (m²)",
  counterparty: "Udlejer",
  startsOn: "Begyndte",
  lastDay: "Sidste dag",
  noticeMonths: "Opsigelse (måneder)",
  nonTerminableUntil: "Uopsigelig til",
  annualRent: "Leje om året (kr.)",
  latitude: "Breddegrad",
  longitude: "Længdegrad",
  bfeNumber: "BFE-nummer",
  builtYear: "Opført",
  note: "Bemærkning",
} satisfies Record<HandOverField, string>;

export const hints = {
  premises: "Fx 2. sal tv. Tomt, når det er hele huset.",
  unit: "Hvem der bruger stedet.",
  lastDay: "Tomt, når aftalen løber, til den siges op.",
  useCode: "Kode fra BBR, fx 321 for kontor.",
  position: "Kun for steder, registret ikke har. KEjd kan udfylde den.",
};

export const faults = {
  missing: () => "Skal udfyldes.",
  notADay: () => "Det er ikke en dato. Skriv den som 31.12.2027.",
  notANumber: () => "Det er ikke et tal.",
  notAYear: () => "Det er ikke et årstal.",
  endBeforeStart: ({ day }: FaultParts) => `Aftalen slutter, før den begynder den ${day}.`,
  ended: ({ day }: FaultParts) => `Aftalen sluttede den ${day}, så der er intet at overdrage.`,
  absurdArea: () => "Arealet skal være mellem 2 og 200.000 m².",
  absurdRent: () => "Lejen er højere end 20.000 kr. pr. m² om året. Er der et nul for meget?",
  absurdNotice: () => "Opsigelsen er et helt antal måneder, højst 120.",
  boundBeyondEnd: ({ day }: FaultParts) =>
    `Den kan ikke være uopsigelig længere end til sin sidste dag, ${day}.`,
  postcode: () => "Et postnummer har fire cifre.",
  unknownUse: () => "BBR har ikke den kode.",
  unknownUnit: () => "Forvaltningen har ingen enhed med den kode eller det navn.",
  unknownAdministration: () => "Det er ikke en forvaltning, du kan overdrage for.",
  unknownKey: () => "Det nummer er ikke blandt dem, I administrerer selv.",
  positionWrong: () => "Skriv begge tal i grader, fx 55,6761 og 12,5683.",
  tooLong: () => "Teksten er for lang.",
  closed: ({ day }: FaultParts) =>
    `KEjd overtog forvaltningens sidste lejemål den ${day}. Fra den dag opretter kun KEjd lejemål hos andre. Skriv til KEjd.`,
  sameTwice: ({ other }: FaultParts) => `Det er det samme som ${other}.`,
  handedOverAlready: ({ other, day }: FaultParts) => `Det er allerede overdraget som ${other} den ${day}.`,
  overlaps: ({ other, day }: FaultParts) => `De samme lokaler er lejet med ${other} fra den ${day}.`,
} satisfies Record<HandOverFault, (parts: FaultParts) => string>;
