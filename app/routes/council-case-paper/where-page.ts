import { mapPicture } from "#app/server/pdf/pictures/map-picture.ts";
import { firstOf, shortened, tableOf, type PaperBlock } from "#app/server/pdf/paper.ts";
import { loadsOf } from "#domain/colocation/capacity.ts";
import { premisesOf } from "#domain/colocation/case-inputs.ts";
import { brokenConditions } from "#domain/colocation/judge-conditions.ts";
import { movesOf } from "#domain/colocation/moved-units.ts";
import { vacatedBy } from "#domain/colocation/vacated-premises.ts";
import { landAttribution } from "#geo/base.ts";
import type { Submitted, Voice } from "./paper-voice.ts";

const [mostPremises, mostConditions] = [9, 4];

/** The second page: the map, the premises on it, whether there is room, and the conditions of the users. */
export const wherePage = (about: Submitted, voice: Voice): PaperBlock[] => [
  { kind: "heading", text: voice.words.where },
  ...theMap(about, voice),
  ...thePremises(about, voice),
  { kind: "heading", text: voice.words.room },
  ...theRoom(about, voice).map((text) => ({ kind: "text" as const, text })),
  { kind: "heading", text: voice.words.conditions },
  ...theConditions(about, voice),
];

function theMap({ money: { inputs, scenario } }: Submitted, { words }: Voice): PaperBlock[] {
  const left = new Set(vacatedBy(inputs, scenario).map(({ premises }) => premises.id));
  const labels = new Map(inputs.premises.map(({ id }, at) => [id, String(at + 1)]));
  const places = inputs.premises.flatMap(({ id, position }) =>
    position ? [{ label: labels.get(id)!, position, isLeft: left.has(id) }] : [],
  );
  const moves = movesOf(inputs, scenario).flatMap(({ from, to }) =>
    from ? [{ from: labels.get(from.id)!, to: labels.get(to.id)! }] : [],
  );
  const svg = mapPicture(places, moves);
  if (!svg) return [{ kind: "text", text: words.noMap }];
  const alt = words.mapAlt(inputs.premises.map(({ name }, at) => `${at + 1} ${name}`).join(", "));
  return [{ kind: "picture", svg, alt, caption: words.mapCaption(landAttribution) }];
}

function thePremises(
  { money: { inputs, scenario, isWhole } }: Submitted,
  { words, format, money }: Voice,
): PaperBlock[] {
  const left = new Set(vacatedBy(inputs, scenario).map(({ premises }) => premises.id));
  const all = inputs.premises.map((one, at) => [
    ...[
      String(at + 1),
      shortened(one.name, 50),
      shortened(one.address, 50),
      words.tenures[one.tenure],
      format.number(one.areaM2, 0),
    ],
    one.externalRentOre > 0 ? money(-one.externalRentOre) : isWhole || one.tenure === "owned" ? "–" : "…",
    left.has(one.id) ? words.emptied[one.whenVacated] : words.used,
  ]);
  const { shown, left: more } = firstOf(all, mostPremises);
  const columns = [
    [words.number, 0],
    [words.premises, 3],
    [words.address, 3],
    [words.tenure, 0],
    [words.area, 0, "number"],
    [words.externalRent, 0, "number"],
    [words.after, 2],
  ] as const;
  return [tableOf(columns, shown), ...(more > 0 ? [{ kind: "quiet" as const, text: words.more(more) }] : [])];
}

function theRoom({ money: { inputs, scenario, economy } }: Submitted, { words, names }: Voice): string[] {
  const said = (ids: readonly string[]) => shortened(ids.map((id) => names[id] ?? "").join(", "), 200);
  const receiving = loadsOf(inputs, scenario).filter(({ premisesId }) =>
    movesOf(inputs, scenario).some(({ to }) => to.id === premisesId),
  );
  const over = receiving.filter(({ isOver }) => isOver).map(({ premisesId }) => premisesId);
  const unknown = receiving
    .filter(({ functions }) => functions.some(({ capacityPlaces }) => capacityPlaces === null))
    .map(({ premisesId }) => premisesId);
  return [
    ...[over.length > 0 ? words.roomOver(said(over)) : words.roomFits],
    ...(unknown.length > 0 ? [words.roomUnknown(said(unknown))] : []),
    ...(economy.unplaced.length > 0 ? [words.unplaced(said(economy.unplaced))] : []),
  ];
}

function theConditions({ money: { inputs, scenario } }: Submitted, { words, names }: Voice): PaperBlock[] {
  if (inputs.conditions.length === 0) return [{ kind: "text", text: words.noConditions }];
  const broken = new Set(brokenConditions(inputs, scenario).map(({ id }) => id));
  const rows = inputs.conditions
    .filter(({ unitId }) => premisesOf(scenario, unitId) !== null || broken.size === 0)
    .toSorted((a, b) => Number(broken.has(b.id)) - Number(broken.has(a.id)))
    .map((one) => [
      ...[shortened(names[one.unitId] ?? "", 50), shortened(one.words, 110), words[one.strength]],
      broken.has(one.id) ? words.broken : words.met,
    ]);
  const { shown, left } = firstOf(rows, mostConditions);
  const columns = [
    [words.unit, 2],
    [words.conditions, 4],
    [words.strength, 0],
    ["", 0],
  ] as const;
  return [tableOf(columns, shown), ...(left > 0 ? [{ kind: "quiet" as const, text: words.more(left) }] : [])];
}
