import { firstOf, shortened, tableOf, type PaperBlock, type PaperLook } from "#app/server/pdf/paper.ts";
import type { EconomyVerdict } from "#domain/economy/evaluate-flows.ts";
import { rateScheduleOn } from "#domain/economy/rate-schedule.ts";
import { movesIn } from "../council-case/case-figures.ts";
import type { Submitted, Voice } from "./paper-voice.ts";

const looks: Record<EconomyVerdict, PaperLook> = {
  meetsDemand: "good",
  worthOverLife: "attention",
  negative: "bad",
  unchanged: "attention",
};
const [mostUnits, mostPurpose] = [10, 700];

/** The first page: what is proposed, what it is worth, who moves, and what was frozen. */
export function proposalPage(about: Submitted, voice: Voice): PaperBlock[] {
  const { found, submission, money } = about;
  const { words, economy: say, format } = voice;
  const { municipality: city } = money.economy;
  const { chance } = money;
  return [
    ...[
      { kind: "heading" as const, text: words.proposal },
      { kind: "text" as const, text: words.recommended(money.scenario.name) },
    ],
    { kind: "note", look: looks[city.verdict], title: say.verdicts[city.verdict], text: "" },
    {
      kind: "figures",
      figures: [
        { label: say.rows.npv, value: voice.money(city.npvOre) },
        { label: say.rows.payback, value: voice.years(city.paybackYears) },
        { label: say.rows.irr, value: voice.rates(city.irr) },
        { label: say.above, value: format.percent(chance.shareAboveZero, 0) },
        { label: say.within, value: format.percent(chance.shareWithinDemand, 0) },
      ],
    },
    ...(found.purpose
      ? [
          { kind: "heading" as const, text: words.whatFor },
          { kind: "text" as const, text: shortened(found.purpose, mostPurpose) },
        ]
      : []),
    { kind: "facts", facts: factsOf(about, voice) },
    { kind: "heading", text: words.whoMoves },
    ...whoMoves(about, voice),
    { kind: "heading", text: words.frozen },
    { kind: "text", text: submission.sha256 },
    { kind: "quiet", text: words.frozenNote },
  ];
}

function factsOf(
  { found, submission, money }: Submitted,
  { words, format, statuses, economy, years }: Voice,
): [string, string][] {
  const { round, submittedByName, submittedAt, meetingOn } = submission;
  const { case: head } = money.inputs;
  const { discountedPaybackYears } = money.economy.municipality;
  return [
    [words.facts.round, words.roundBy(round, submittedByName, format.dateTime(submittedAt))],
    [words.facts.meeting, format.day(meetingOn)],
    [words.facts.status, statuses[found.status]],
    [words.facts.owner, head.ownerName],
    [
      words.facts.basis,
      `${head.priceYear}, ${economy.years(format.number(head.horizonYears))}, ${format.day(head.startOn)}`,
    ],
    [words.facts.rates, rateScheduleOn(head.ratesAsOf).source],
    [economy.rows.discounted, years(discountedPaybackYears)],
  ];
}

function whoMoves({ money: { inputs, scenario } }: Submitted, { words, format }: Voice): PaperBlock[] {
  const moves = movesIn(inputs, scenario).toSorted((a, b) => Number(b.isMoved) - Number(a.isMoved));
  const { shown, left } = firstOf(moves, mostUnits);
  const rows = shown.map(({ unit, from, to, isMoved }) => [
    ...[
      shortened(unit.name, 60),
      unit.administration,
      format.number(unit.employees),
      shortened(from ?? words.nowhere, 60),
    ],
    isMoved ? shortened(to!, 60) : to === null ? words.nowhere : words.stays,
  ]);
  const columns = [
    [words.unit, 3],
    [words.administration, 0],
    [words.employees, 0, "number"],
    [words.from, 3],
    [words.to, 3],
  ] as const;
  return [tableOf(columns, rows), ...(left > 0 ? [{ kind: "quiet" as const, text: words.more(left) }] : [])];
}
