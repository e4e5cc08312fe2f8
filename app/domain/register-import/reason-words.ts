import type { IgnoreReason, Note, Refusal, RefusalReason, UnreadableReason } from "./reasons.ts";

/** `{value}` is what stood in the file. */
interface ReasonWords {
  refused: Record<RefusalReason, string>;
  ignored: Record<IgnoreReason, string>;
  notes: Record<Note, string>;
  unreadable: Record<UnreadableReason, string>;
}

const da: ReasonWords = {
  refused: {
    idMissing: "Rækken har intet BBR-id.",
    idNotUuid: "“{value}” er ikke et BBR-id.",
    columnCount: "Rækken har et andet antal kolonner end overskriften ({value}).",
    duplicateId:
      "Det samme id står også i række {value} med andet indhold, og vi kan ikke se, hvad der gælder.",
    badTime: "“{value}” er ikke et tidspunkt.",
    unknownStatus: "Status “{value}” findes ikke i BBR.",
    unknownCode: "Koden “{value}” findes ikke i BBR’s kodeliste.",
    notANumber: "“{value}” er ikke et tal.",
    negative: "{value} er mindre end nul.",
    notWhole: "{value} er ikke et helt tal.",
    tooLarge: "{value} er for stort til at være rigtigt.",
    yearInFuture: "Året {value} ligger for langt ude i fremtiden.",
    notAPlace: "“{value}” er ikke et sted i EPSG:25832 eller WGS84.",
    noGeometry: "Rækken har ingen geometri.",
    wrongGeometry: "Geometrien skal være et punkt eller en flade.",
    brokenOutline: "Omridset er ikke en gyldig, lukket flade.",
    implausibleFootprint: "Omridset er for lille eller for stort til at være en bygning.",
    inTheSea: "Stedet ligger i vandet.",
    outsideMunicipality: "Stedet ligger uden for kommunen.",
    nameMissing: "Området har intet navn.",
    codeMissing: "Området har intet nummer.",
    notYours: "Bygningen ligger uden for det, du har adgang til at ændre.",
  },
  ignored: {
    noLongerCurrent: "gælder ikke længere i BBR",
    notYetInForce: "er ikke trådt i kraft endnu",
    otherMunicipality: "ligger i en anden kommune",
    repeated: "gentager en tidligere række",
    planned: "er planlagt, ikke opført",
    historic: "er historisk",
    error: "er fejlregistreret",
    caseOnly: "er en byggesag, ikke en bygning",
    deleted: "er slettet i registret",
    otherEntity: "er ikke bygninger (etager, enheder, opgange)",
    endedHere: "er en bygning, der ikke er i kraft i porteføljen i dag",
    unmatchedOutsideScope: "svarer ikke til nogen bygning, du har ansvar for",
    rejectedHere: "er afvist her som ikke vores",
  },
  notes: {
    phasedOutUse: "har en anvendelseskode, der er ved at udgå",
    heldAreaLeft:
      "har fået nyt samlet areal; vores areal er ikke rørt, fordi rummene er kendt hver for sig, og det skal måles op",
    heldAreaFollowed: "har fået nyt samlet areal, og etagernes arealer er fulgt med",
    placeholderYear: "har et opførelsesår, der betyder ukendt",
    underConstruction: "er under opførelse",
  },
  unreadable: {
    missingFile: "Filen findes ikke: {value}",
    notAFile: "Det er en mappe, ikke en fil: {value}",
    empty: "Filen er tom.",
    noRows: "Filen har ingen rækker.",
    picture: "Filen er et billede, ikke et register.",
    pdf: "Filen er en PDF, ikke et register.",
    packed: "Filen er pakket. Pak den ud først.",
    spreadsheet: "Filen er et regneark. Gem det som CSV først.",
    binary: "Filen er ikke tekst.",
    utf16: "Filen er gemt som UTF-16. Gem den som UTF-8.",
    truncated: "Filen er ikke hel: den holder op midt i det, der følger efter række {value}.",
    notJson: "Filen er ikke gyldig JSON (omkring række {value}).",
    recordTooLarge: "En enkelt række er større end {value} millioner tegn. Det er ikke et register.",
    noIdColumn: "Tabellen har ikke både en kolonne med BBR-id (id_lokalId) og BBR’s egne kolonner (byg…).",
    unclosedQuote: "Et anførselstegn bliver ikke lukket (række {value}).",
    errorAnswer: "Filen er et fejlsvar fra Datafordeleren: {value}",
    notARegister: "Filen er ikke et register, vi kender. Den første række har: {value}",
    notBuildings: "Filen indeholder ikke bygninger, men “{value}”.",
    notAllowed: "Du har ikke adgang til at indlæse et register.",
  },
};

const en: typeof da = {
  refused: {
    idMissing: "The row has no BBR id.",
    idNotUuid: "“{value}” is not a BBR id.",
    columnCount: "The row has another number of columns than the header ({value}).",
    duplicateId: "The same id also stands on row {value} with other content, and we cannot tell which holds.",
    badTime: "“{value}” is not a time.",
    unknownStatus: "Status “{value}” does not exist in BBR.",
    unknownCode: "The code “{value}” is not on BBR’s list.",
    notANumber: "“{value}” is not a number.",
    negative: "{value} is less than zero.",
    notWhole: "{value} is not a whole number.",
    tooLarge: "{value} is too large to be right.",
    yearInFuture: "The year {value} is too far ahead.",
    notAPlace: "“{value}” is not a place in EPSG:25832 or WGS84.",
    noGeometry: "The row has no geometry.",
    wrongGeometry: "The geometry has to be a point or an area.",
    brokenOutline: "The outline is not a valid closed area.",
    implausibleFootprint: "The outline is too small or too large to be a building.",
    inTheSea: "The place lies in the water.",
    outsideMunicipality: "The place lies outside the municipality.",
    nameMissing: "The area has no name.",
    codeMissing: "The area has no number.",
    notYours: "The building lies outside what you may change.",
  },
  ignored: {
    noLongerCurrent: "no longer hold in BBR",
    notYetInForce: "have not yet come into force",
    otherMunicipality: "lie in another municipality",
    repeated: "repeat an earlier row",
    planned: "are planned, not built",
    historic: "are historic",
    error: "were registered in error",
    caseOnly: "are building cases, not buildings",
    deleted: "are deleted in the register",
    otherEntity: "are not buildings (floors, units, stairwells)",
    endedHere: "name buildings that are not in force in the portfolio today",
    unmatchedOutsideScope: "match no building that you are responsible for",
    rejectedHere: "were rejected here as not ours",
  },
  notes: {
    phasedOutUse: "have a use code that is being phased out",
    heldAreaLeft:
      "have a new gross area; the area we hold is left, because its rooms are known one by one, and needs measuring",
    heldAreaFollowed: "have a new gross area, and the areas of their floors have followed",
    placeholderYear: "have a year of construction that stands for unknown",
    underConstruction: "are under construction",
  },
  unreadable: {
    missingFile: "The file does not exist: {value}",
    notAFile: "It is a folder, not a file: {value}",
    empty: "The file is empty.",
    noRows: "The file has no rows.",
    picture: "The file is a picture, not a register.",
    pdf: "The file is a PDF, not a register.",
    packed: "The file is packed. Unpack it first.",
    spreadsheet: "The file is a spreadsheet. Save it as CSV first.",
    binary: "The file is not text.",
    utf16: "The file is saved as UTF-16. Save it as UTF-8.",
    truncated: "The file is not whole: it stops in the middle of what follows row {value}.",
    notJson: "The file is not valid JSON (around row {value}).",
    recordTooLarge: "A single row is larger than {value} million characters. This is not a register.",
    noIdColumn: "The table lacks a column of BBR ids (id_lokalId) or BBR’s own columns (byg…).",
    unclosedQuote: "A quotation mark is never closed (row {value}).",
    errorAnswer: "The file is an error answer from Datafordeler: {value}",
    notARegister: "The file is no register that we know. Its first row has: {value}",
    notBuildings: "The file does not hold buildings but “{value}”.",
    notAllowed: "You may not import a register.",
  },
};

const words = { da, en };
export type WordsLocale = keyof typeof words;

const fill = (text: string, value: string): string => text.replace("{value}", () => value);

/** Why a row was refused, in a sentence. @example refusalWords("en", { row: 3, field: "status", reason: "unknownStatus", value: "77" }) */
export const refusalWords = (locale: WordsLocale, { reason, value }: Refusal): string =>
  fill(words[locale].refused[reason], value ?? "");

/** The second half of a sentence that begins with a number of rows. @example ignoreWords("en", "historic") // "are historic" */
export const ignoreWords = (locale: WordsLocale, reason: IgnoreReason): string =>
  words[locale].ignored[reason];

/** The second half of a sentence that begins with a number of rows. */
export const noteWords = (locale: WordsLocale, note: Note): string => words[locale].notes[note];

/** Why a file cannot be read, in a sentence. */
export const unreadableWords = (locale: WordsLocale, reason: UnreadableReason, detail: string): string =>
  fill(words[locale].unreadable[reason], detail);
