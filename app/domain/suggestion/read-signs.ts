import type { Cause, ItemLocation } from "../responsibility/terms.ts";
import { holdsAny, phrases } from "./phrase.ts";
import { wordsOf } from "./words-of.ts";

/** What the words of a report say besides what it is about; null where they say nothing. Guesses, to be corrected. */
export interface Signs {
  cause: Exclude<Cause, "wear"> | null;
  side: "inside" | "outside" | null;
  /** Someone may be hurt, or water is running: the 24-hour number comes before any form. */
  danger: "danger" | "runningWater" | null;
}

/** In the order they are asked: a burglary breaks windows too, and a fire in a storm is a fire. */
const causes: [NonNullable<Signs["cause"]>, string[][]][] = [
  [
    "burglary",
    phrases(
      "indbrud, indbrudsforsøg, brudt op, brækket op, stjålet, tyveri, tyve, burglary, break in, stolen",
    ),
  ],
  ["fire", phrases("brand, ildebrand, brændt, brænder, ild, sodskade, fire, burnt")],
  [
    "storm",
    phrases("storm, stormvejr, orkan, blæst ned, blæst af, blæste, skybrud, lynnedslag, uvejr, cloudburst"),
  ],
  [
    "vandalism",
    phrases(
      "hærværk, graffiti, tagget, spray, kastet sten, kastet en sten, sparket ind, nogen har smadret, nogen har ødelagt, nogen har malet, nogen har kastet, klippet op, vandalism, smashed, someone has broken",
    ),
  ],
  [
    "user",
    phrases(
      "kom til at, kommet til at, et uheld, ved et uheld, barn har ødelagt, elev har, vores egen skyld, tabte, kørt ind i, by accident, one of us",
    ),
  ],
];

const inside = phrases(
  "indvendig, indvendigt, indenfor, inde, inden døre, på stuen, i stuen, i køkkenet, på kontoret, i klassen, i klasselokalet, på gangen, i gangen, på værelset, i mødelokalet, på toilettet, i kælderen, badeværelset, inside, indoors",
);
const outside = phrases(
  "udvendig, udvendigt, udenfor, ude, udendørs, udefra, ud mod gaden, i gården, i haven, facaden, gavlen, ydermuren, yderdør, hoveddør, indgangen, outside, outdoors",
);

const runningWater = phrases(
  "vandet løber ud, vandet løber ned, vandet løber over, vand løber ud, vand løber ned, vand løber over, sprøjter, fosser, vælter ud, vælter ind, vand ud over, sprunget vandrør, vandrør sprunget, rør sprunget, sprunget rør, rørbrud, oversvømmet, oversvømmelse, vand strømmer, water running, water everywhere, burst pipe, flooded, flooding",
);
const danger = phrases(
  "gnister, røg, brænder, ildebrand, gaslugt, lugter af gas, lugter af røg, lugter brændt, løse ledninger, ledninger hænger, får stød, fået stød, elektrisk stød, sidder fast i elevatoren, fanget i elevatoren, kan falde ned, falder ned over, ved at falde, ved at styrte, ved at vælte, ramme nogen, ramt nogen, kommet til skade, ved at komme til skade, glasskår, glasset ligger, løbe ud på vejen, asbest, kloak i køkkenet, sparks, smoke, smell of gas, smells of gas, electric shock, stuck in the lift, trapped",
);
const named = phrases("fare, farligt, farlig, livsfare, danger, dangerous");
/** Takes back that someone named danger, not what they saw. */
const harmless = phrases("ikke farligt, ikke farlig, ingen fare, ikke fare, not dangerous, no danger");

/** @example readSigns("Nogen har kastet en sten gennem ruden") // { cause: "vandalism", side: null, danger: null } */
export function readSigns(text: string): Signs {
  const words = wordsOf(text);
  const cause = causes.find(([, some]) => holdsAny(words, some))?.[0] ?? null;
  const isInside = holdsAny(words, inside);
  const side = isInside === holdsAny(words, outside) ? null : isInside ? "inside" : "outside";
  if (holdsAny(words, runningWater)) return { cause, side, danger: "runningWater" };
  const isDanger = holdsAny(words, danger) || (holdsAny(words, named) && !holdsAny(words, harmless));
  return { cause, side, danger: isDanger ? "danger" : null };
}

/**
 * Where an item is when the words say which side of the wall: a door indoors is not envelope. What stands on the ground
 * or is an installation stays what it is. @example locationFrom("envelope", "inside") // "inside"
 */
export function locationFrom(usual: ItemLocation, side: Signs["side"]): ItemLocation {
  if (side === "inside" && usual === "envelope") return "inside";
  if (side === "outside" && usual === "inside") return "envelope";
  return usual;
}
