import type { Random } from "./random.ts";

/** What invented names of places begin with, and what they end in. */
export const firstParts = (
  "Æble Sol Pile Birke Kastanje Måne Stjerne Skov Eng Strand Bøge Ege Kløver Svane Lærke Mose Bakke Åkande Hassel Ørne " +
  "Brombær Hyld Tjørne Fyrre Blomster Sommer Vår Bølge Klit Lyng Rønne Aske Elle Linde Rose Syren Konval Regnbue Nordlys " +
  "Egern Musling Kirsebær Pære Hindbær Mynte Timian Rosmarin Spurve Stære Viben Isfugle Pindsvine Sommerfugle Guldsmede"
).split(" ");
export const lastParts =
  "haven gården huset bakken engen lunden dalen stien toppen reden skoven kilden krogen marken søen vænget tunet diget".split(
    " ",
  );

/** The mark that every invented name carries. */
export const fictionMark = "(fiktiv)";

/** Gives out invented place names ("Æblehaven"), each once. */
export class DemoNames {
  readonly #left: string[];

  constructor(random: Random) {
    const all = firstParts.flatMap((first) => lastParts.map((last) => first + last));
    this.#left = random.shuffled(all);
  }

  next(): string {
    const name = this.#left.pop();
    if (!name) throw new RangeError("the demo has run out of names");
    return name;
  }
}

/** The genitive of a Danish name: -s, or an apostrophe after s. @example genitiveOf("Æblehaven") // "Æblehavens" */
export const genitiveOf = (name: string): string => (/[sxz]$/.test(name) ? `${name}'` : `${name}s`);

/** Companies that cannot be taken for real ones. */
export const landlordName = (number: number): string => `Fiktiv Udlejning ${number} A/S`;
export const tenantName = (random: Random, number: number): string =>
  `Fiktiv ${random.pick(["Café", "Cykelhandel", "Forening", "Butik", "Systue", "Bagerforretning", "Galleri"])} ${number}`;
