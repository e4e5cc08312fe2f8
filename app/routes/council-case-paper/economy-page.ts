import { flowPicture } from "#app/server/pdf/pictures/flow-picture.ts";
import { firstOf, shortened, tableOf, type PaperBlock } from "#app/server/pdf/paper.ts";
import { flowKinds, isOnce, type FlowKind } from "#domain/colocation/flow-lines.ts";
import { discountFactors, rateScheduleOn } from "#domain/economy/rate-schedule.ts";
import { council } from "#app/i18n/council.ts";
import type { Submitted, Voice } from "./paper-voice.ts";

const [mostParties, mostMoves] = [9, 8];
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** The third page: who gains and who pays, what the money goes to, and each move alone. */
export const economyPage = (about: Submitted, voice: Voice): PaperBlock[] => [
  { kind: "heading", text: voice.words.gains },
  ...parties(about, voice),
  ...(about.money.isWhole ? lines(about, voice) : []),
  { kind: "heading", text: voice.economy.flowTitle },
  flows(about, voice),
  ...moves(about, voice),
];

function parties(
  { money, locale }: Submitted,
  { words, economy: say, money: kr, years }: Voice,
): PaperBlock[] {
  const outcomes = council[locale].economy;
  const outcome = (ore: number) => (ore > 0 ? outcomes.gains : ore < 0 ? outcomes.pays : outcomes.even);
  const { municipality: city, parties: all } = money.economy;
  const row = (name: string, one: typeof city) => [
    ...[
      name,
      kr(one.onceOre),
      kr(one.yearlyOre),
      kr(one.npvOre),
      years(one.paybackYears),
      outcome(one.npvOre),
    ],
  ];
  const { shown, left } = firstOf(all, mostParties);
  const rows = [...shown.map((one) => row(one.party, one)), row(say.city, city)];
  const columns = [
    [outcomes.party, 2],
    [say.rows.once, 0, "number"],
    [say.rows.yearly, 0, "number"],
    [say.rows.npv, 0, "number"],
    [say.rows.payback, 0, "number"],
    [outcomes.outcome, 1],
  ] as const;
  return [
    tableOf(columns, rows, [rows.length - 1]),
    ...(left > 0 ? [{ kind: "quiet" as const, text: words.more(left) }] : []),
    ...[
      { kind: "quiet" as const, text: money.isWhole ? outcomes.note : `${words.ownOnly} ${outcomes.note}` },
    ],
  ];
}

/** Every kind of the city's own money: once, a year, and in today's money. */
function lines({ money: { economy } }: Submitted, { words, economy: say, money: kr }: Voice): PaperBlock[] {
  const of = (kind: FlowKind) => economy.lines.filter((line) => line.kind === kind);
  const kinds = flowKinds.filter(
    (kind) => kind !== "internalRent" && of(kind).some(({ npvOre }) => npvOre !== 0),
  );
  const rows = kinds.map((kind) => {
    const total = sum(of(kind).map(({ flowsOre }) => (isOnce(kind) ? sum(flowsOre) : flowsOre.at(-1)!)));
    const npv = sum(of(kind).map(({ npvOre }) => npvOre));
    return [say.kinds[kind], isOnce(kind) ? kr(total) : "", isOnce(kind) ? "" : kr(total), kr(npv)];
  });
  const { onceOre, yearlyOre, npvOre } = economy.municipality;
  const all = [...rows, [say.sum, kr(onceOre), kr(yearlyOre), kr(npvOre)]];
  const columns = [
    [say.line, 3],
    [say.once, 0, "number"],
    [say.perYear, 0, "number"],
    [say.npvRow, 0, "number"],
  ] as const;
  return [{ kind: "heading", text: words.lines }, tableOf(columns, all, [all.length - 1])];
}

function flows(
  { money: { inputs, economy } }: Submitted,
  { words, economy: say, millions }: Voice,
): PaperBlock {
  const flowsOre = economy.municipality.flowsOre;
  const factors = discountFactors(rateScheduleOn(inputs.case.ratesAsOf).steps, inputs.case.horizonYears);
  const summed = (amounts: readonly number[]) => amounts.map((_, at) => sum(amounts.slice(0, at + 1)));
  const discounted = flowsOre.map((flow, year) => flow * factors[year]!);
  return {
    ...{ kind: "picture", alt: words.flowAlt, caption: words.flowCaption(say.flowCaption) },
    svg: flowPicture([summed(flowsOre), summed(discounted)], millions),
  };
}

function moves({ money: { economy, isWhole } }: Submitted, voice: Voice): PaperBlock[] {
  const { words, economy: say, money: kr, years, names } = voice;
  const head: PaperBlock = { kind: "heading", text: words.moveAlone };
  // Of others' moves nothing is said to whoever does not see them, not even that there are none.
  if (economy.moves.length === 0) return isWhole ? [head, { kind: "text", text: words.noMoves }] : [];
  const { shown, left } = firstOf(
    economy.moves.toSorted((a, b) => a.npvOre - b.npvOre),
    mostMoves,
  );
  const rows = shown.map((one) => [
    ...[
      shortened(names[one.unitId] ?? "", 50),
      shortened(names[one.toId] ?? "", 50),
      kr(one.npvOre),
      years(one.paybackYears),
    ],
    say.short[one.verdict],
  ]);
  const columns = [
    [say.unit, 3],
    [say.to, 3],
    [say.adds, 0, "number"],
    [say.rows.payback, 0, "number"],
    [say.rows.verdict, 2],
  ] as const;
  return [
    head,
    { kind: "quiet", text: say.movesNote },
    tableOf(columns, rows),
    ...(left > 0 ? [{ kind: "quiet" as const, text: words.more(left) }] : []),
  ];
}
