import { discountFactors, rateScheduleOn } from "#domain/economy/rate-schedule.ts";
import { isOnce } from "#domain/colocation/flow-lines.ts";
import { movesIn } from "../council-case/case-figures.ts";
import { voiceOf, type Submitted, type Voice } from "./paper-voice.ts";

export type NumberCell = string | number | null;

/** A table of the numbers of a case, for a sheet of Excel or a table of Word. Money in whole kroner and øre as decimals. */
export interface NumberTable {
  title: string;
  heads: string[];
  rows: NumberCell[][];
}

const kroner = (ore: number): number => ore / 100;
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** All numbers of what was submitted, as the reader may see them. */
export function numberTables(about: Submitted): NumberTable[] {
  const voice = voiceOf(about);
  return [theCase, theMoves, thePremises, theLines, theFlows, theTornado, theChance, theValues].map((table) =>
    table(about, voice),
  );
}

function theCase(
  { found, submission, money }: Submitted,
  { words, economy: say, format, statuses }: Voice,
): NumberTable {
  const { municipality: city } = money.economy;
  const { case: head } = money.inputs;
  return {
    ...{ title: words.sheets.case, heads: [words.columns.what, words.columns.value] },
    rows: [
      [words.agenda.case, `${found.number} ${found.name}`],
      [words.facts.status, statuses[found.status]],
      [words.facts.scenario, money.scenario.name],
      [
        words.facts.round,
        words.roundBy(submission.round, submission.submittedByName, format.dateTime(submission.submittedAt)),
      ],
      [words.facts.meeting, submission.meetingOn],
      [
        words.facts.basis,
        `${head.priceYear}, ${say.years(format.number(head.horizonYears))}, ${format.day(head.startOn)}`,
      ],
      [words.facts.rates, rateScheduleOn(head.ratesAsOf).source],
      [say.rows.verdict, say.verdicts[city.verdict]],
      [words.columns.npv, kroner(city.npvOre)],
      [words.columns.once, kroner(city.onceOre)],
      [words.columns.yearly, kroner(city.yearlyOre)],
      [words.columns.payback, city.paybackYears],
      [say.rows.discounted, city.discountedPaybackYears],
      ...city.irr.map((rate): NumberCell[] => [say.rows.irr, rate]),
      [`${words.frozen} (SHA-256)`, submission.sha256],
    ],
  };
}

function theMoves(
  { money: { inputs, scenario, economy } }: Submitted,
  { words, economy: say }: Voice,
): NumberTable {
  const gates = new Map(economy.moves.map((one) => [one.unitId, one]));
  return {
    title: words.sheets.moves,
    heads: [
      ...[words.unit, words.administration, words.employees, words.from, words.to],
      ...[words.columns.npv, words.columns.payback, words.columns.verdict],
    ],
    rows: movesIn(inputs, scenario).map(({ unit, from, to }) => {
      const gate = gates.get(unit.id);
      return [
        ...[unit.name, unit.administration, unit.employees, from, to],
        ...(gate ? [kroner(gate.npvOre), gate.paybackYears, say.short[gate.verdict]] : [null, null, null]),
      ];
    }),
  };
}

const thePremises = ({ money: { inputs, isWhole } }: Submitted, { words }: Voice): NumberTable => ({
  title: words.sheets.premises,
  heads: [words.number, words.premises, words.address, words.tenure, words.columns.area, words.columns.rent],
  rows: inputs.premises.map((one, at) => [
    ...[at + 1, one.name, one.address, words.tenures[one.tenure], one.areaM2],
    isWhole ? kroner(one.externalRentOre) : null,
  ]),
});

const theLines = ({ money: { economy } }: Submitted, { words, economy: say }: Voice): NumberTable => ({
  title: words.sheets.lines,
  heads: [
    words.columns.party,
    words.columns.kind,
    words.columns.once,
    words.columns.yearly,
    words.columns.npv,
  ],
  rows: economy.lines.map(({ party, kind, flowsOre, npvOre }) => [
    ...[party, say.kinds[kind], isOnce(kind) ? kroner(sum(flowsOre)) : null],
    ...[isOnce(kind) ? null : kroner(flowsOre.at(-1)!), kroner(npvOre)],
  ]),
});

function theFlows({ money: { inputs, economy } }: Submitted, { words }: Voice): NumberTable {
  const { horizonYears, ratesAsOf } = inputs.case;
  const factors = discountFactors(rateScheduleOn(ratesAsOf).steps, horizonYears);
  return {
    title: words.sheets.flows,
    heads: [
      ...[words.columns.year, words.columns.city, words.columns.discount],
      ...economy.parties.map(({ party }) => words.columns.partyKr(party)),
    ],
    rows: economy.municipality.flowsOre.map((flow, year) => [
      ...[year, kroner(flow), factors[year]!],
      ...economy.parties.map(({ flowsOre }) => kroner(flowsOre[year]!)),
    ]),
  };
}

const theTornado = ({ money: { tornado } }: Submitted, { words, nameOfKey }: Voice): NumberTable => ({
  title: words.sheets.tornado,
  heads: [words.value, words.columns.atLow, words.columns.atHigh],
  rows: tornado.map(({ key, atLow, atHigh }) => [nameOfKey(key), kroner(atLow), kroner(atHigh)]),
});

const theChance = ({ money: { chance } }: Submitted, { words }: Voice): NumberTable => ({
  title: words.sheets.chance,
  heads: [words.columns.from, words.columns.to, words.columns.draws],
  rows: chance.spread.map(({ fromOre, toOre, draws }) => [kroner(fromOre), kroner(toOre), draws]),
});

const theValues = (_: Submitted, { words, values, value }: Voice): NumberTable => ({
  title: words.sheets.values,
  heads: [
    ...[words.value, words.columns.low, words.columns.base, words.columns.high],
    ...[words.columns.unit, words.source, words.owner],
  ],
  rows: values.map((one) => [
    ...[value.nameOf(one), ...[one.low, one.base, one.high].map((amount) => value.plain(one.unit, amount))],
    ...[value.unitOf(one.unit), one.source, one.owner],
  ]),
});
