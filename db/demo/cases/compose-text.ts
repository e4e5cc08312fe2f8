import type { Random } from "../random.ts";
import type { DemoCaseUnit, DemoPremises } from "./case-facts.ts";
import type { FaultKind, ServiceNeed } from "./need-kinds.ts";
import { tellOutside, tellPlace, type ToldPlace } from "./place-words.ts";

const openings = ["Hej.", "Hej med jer.", "Godmorgen.", "Kære alle."];
const since = [
  "Det begyndte i morges.",
  "Det har stået på siden mandag.",
  "Det har været sådan i et par uger.",
  "Vi opdagede det i går eftermiddags.",
  "Det kommer og går.",
  "Det er blevet værre den sidste uge.",
];
const access = [
  "Ring på ved hovedindgangen.",
  "Vi åbner klokken 7.",
  "Kom gerne om formiddagen.",
  "Der er nogen i huset til klokken 16.",
  "Man kan parkere i gården.",
];
const accessOfKind: Record<string, readonly string[]> = {
  daycare: ["Kom helst efter klokken 13, når de små sover.", "Vi er på legepladsen mellem 9 og 11."],
  school: ["Kom helst efter klokken 14, når timerne er slut.", "Kontoret har nøglen."],
  careHome: ["Meld dig i vagtrummet.", "Ikke mellem 12 og 13, da spiser vi."],
};
const thanks = ["På forhånd tak.", "Tak for hjælpen.", "Vi håber, I kan nå det i denne uge."];

/** What someone writes of one need: the sentence that is the order's own, what follows from it, and the place. */
export interface ToldNeed extends ToldPlace {
  sentence: string;
  effect: string | null;
}

const fill = (body: string, place: string, outside: string): string =>
  body.replace("{sted2}", outside).replace("{sted}", place);

/** A fault in words. A protected unit says what is the matter and nothing else. */
export function tellFault(
  random: Random,
  unit: DemoCaseUnit,
  premises: DemoPremises,
  fault: FaultKind,
): ToldNeed {
  if (unit.isProtected) return { sentence: random.pick(fault.neutral), effect: null, words: "", room: null };
  const body = random.pick(fault.bodies);
  const place = tellPlace(random, unit, premises, fault.item);
  const effect = fault.effects.length > 0 && random.chance(0.5) ? random.pick(fault.effects) : null;
  const isInside = body.includes("{sted}");
  return {
    sentence: fill(body, place.words, tellOutside(random)),
    effect,
    words: place.words,
    room: isInside ? place.room : null,
  };
}

/** What is ordered, in words. */
export function tellService(
  random: Random,
  unit: DemoCaseUnit,
  premises: DemoPremises,
  need: ServiceNeed,
): ToldNeed {
  const place = tellPlace(random, unit, premises, need.service);
  const sentence = fill(random.pick(need.bodies), place.words, "indgangen");
  return { sentence, effect: null, words: place.words, room: null };
}

/** All that one person writes when sending: what is the matter, sometimes since when, how to get in, and a thank you. */
export function composeText(
  random: Random,
  unit: DemoCaseUnit,
  needs: readonly ToldNeed[],
  isFault: boolean,
): string {
  const told = needs.map(({ sentence, effect }) => (effect ? `${sentence} ${effect}` : sentence));
  if (unit.isProtected) return told.join("\n");
  const isSingle = told.length === 1;
  const before = random.chance(0.22) ? [random.pick(openings)] : [];
  const after = [
    ...(isFault && isSingle && random.chance(0.35) ? [random.pick(since)] : []),
    ...(random.chance(0.25) ? [random.pick(accessOfKind[unit.kind] ?? access)] : []),
    ...(random.chance(0.14) ? [random.pick(thanks)] : []),
  ];
  return isSingle
    ? [...before, ...told, ...after].join(" ")
    : [...before, ...told.map((line) => `– ${line}`), ...(after.length > 0 ? [after.join(" ")] : [])].join(
        "\n",
      );
}
