import { colocation } from "#app/i18n/colocation.ts";
import { colocationEconomy } from "#app/i18n/colocation-economy.ts";
import { councilPaper } from "#app/i18n/council-paper.ts";
import { council } from "#app/i18n/council.ts";
import { formatsIn } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { shortened, tableOf, type Paper, type PaperBlock } from "#app/server/pdf/paper.ts";
import type { CouncilSeat } from "#db/queries/council/council-parts.ts";
import type { CouncilCase } from "#db/queries/council/get-council-case.ts";
import type { CouncilMeeting } from "#db/queries/council/list-council.ts";
import { sayMoney } from "../colocation-case/say-money.ts";
import type { SubmittedMoney } from "../council-case/council-economy.server.ts";

export interface AgendaItem {
  found: CouncilCase;
  money: SubmittedMoney;
}

type Agenda = {
  meeting: CouncilMeeting;
  items: readonly AgendaItem[];
  seats: readonly CouncilSeat[];
  now: Date;
};

/** The agenda of a meeting: all cases at a glance, then each by itself with room for what is decided. */
export function agendaPaper({ meeting, items, seats, now }: Agenda, locale: Locale): Paper {
  const [words, frame, format] = [councilPaper[locale], council[locale], formatsIn(locale)];
  const members = seats.map(({ name, seat, deputyName }) => [
    ...[name, frame.members[seat], deputyName ?? "–"],
  ]);
  return {
    ...{ lang: locale, title: frame.agenda.title(format.day(meeting.heldOn)) },
    kicker: [words.agendaKicker, meeting.place].filter(Boolean).join(" · "),
    foot: words.agendaFoot(format.dateTime(now)),
    pages: [
      [
        { kind: "heading", text: words.agenda.items },
        ...(items.length > 0
          ? [overview(items, locale)]
          : [{ kind: "text" as const, text: words.agenda.none }]),
        ...items.flatMap((item, at) => oneItem(item, at, locale)),
        { kind: "heading", text: words.agenda.members },
        tableOf(
          [
            [frame.members.who, 2],
            [frame.members.seat, 1],
            [frame.members.stands, 2],
          ],
          members,
        ),
      ],
    ],
  };
}

function overview(items: readonly AgendaItem[], locale: Locale): PaperBlock {
  const [{ agenda }, say] = [councilPaper[locale], colocationEconomy[locale]];
  const { money: kr, years } = sayMoney(say, formatsIn(locale));
  const columns = [
    [agenda.item, 0],
    [agenda.case, 4],
    [agenda.npv, 0, "number"],
    [agenda.payback, 0, "number"],
    [agenda.verdict, 2],
  ] as const;
  return tableOf(
    columns,
    items.map(({ found, money: { economy } }, at) => [
      ...[String(at + 1), `${found.number} ${found.name}`, kr(economy.municipality.npvOre)],
      ...[years(economy.municipality.paybackYears), say.short[economy.municipality.verdict]],
    ]),
  );
}

function oneItem({ found, money }: AgendaItem, at: number, locale: Locale): PaperBlock[] {
  const [words, frame, format] = [councilPaper[locale], council[locale], formatsIn(locale)];
  const { round, submittedByName, submittedAt, sha256 } = found.submission!;
  return [
    { kind: "heading", text: `${words.agenda.item} ${at + 1}: ${found.name}` },
    ...(found.purpose ? [{ kind: "text" as const, text: shortened(found.purpose, 600) }] : []),
    {
      kind: "facts",
      facts: [
        [words.agenda.recommended, money.scenario.name],
        [words.facts.round, words.roundBy(round, submittedByName, format.dateTime(submittedAt))],
        [words.facts.status, colocation[locale].statuses[found.status]],
        [words.frozen, sha256],
        [words.agenda.minutes, lastDecision(found, frame.events) ?? "______________________________"],
      ],
    },
  ];
}

/** What the council last decided and why, where it has. */
function lastDecision({ events }: CouncilCase, words: Record<string, string>): string | null {
  const last = events.findLast(({ event }) => ["approved", "rejected", "returned", "funded"].includes(event));
  return last ? [words[last.event], last.words].filter(Boolean).join(": ") : null;
}
