import { holdsAny, phrases } from "./phrase.ts";

/** Whether someone reports what is wrong or asks for something; null where the words say neither or both. */
export type Leaning = "fault" | "wish" | null;

const faults = phrases(
  "virker ikke, virker ik, i stykker, knækket, ødelagt, smadret, revet, utæt, drypper, løs, defekt, stoppet, itu, faldet ned, faldet af, kan ikke, er ikke, ikke blevet, fejler, brudt, sprunget, lækker, does not, broken, leaking, not working, stuck",
);
const wishes = phrases(
  "vi vil gerne, vil gerne have, vi vil have, vi ønsker, ønskes, bestil, bestille, bestilling, har brug for, skal bruge, skal have, kan vi få, kan vi låne, aftale, booke, we need, we would like, order, please book",
);

/** @example leaningOf(["vi", "vil", "gerne", "have", "nøgler"]) // "wish" */
export function leaningOf(words: readonly string[]): Leaning {
  const isFault = holdsAny(words, faults);
  if (isFault === holdsAny(words, wishes)) return null;
  return isFault ? "fault" : "wish";
}
