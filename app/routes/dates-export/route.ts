import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { dayAt } from "#domain/day.ts";
import { readDatesSearch } from "#domain/lease-date/dates-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ownerInWords, ruleInWords } from "../dates/date-words.ts";
import { findDates } from "../dates/load-dates.server.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { exportFile } from "../portfolio-export/export-file.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** The dates that the page finds, on all its pages, as a file: `format=csv` or `xlsx`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const { found } = await findDates(context.db, actor, readDatesSearch(params), today);
  return exportFile(params.get("format"), {
    ...{ columns: columnsIn(locale), rows: found, locale },
    ...{ name: `${words.fileName}-${today}`, sheet: words.sheet, tooMany: words.tooMany },
  });
}

function columnsIn(locale: Locale): ExportColumn<LeaseDateRow>[] {
  const { columns: heads, kinds, leaseKinds, parties } = wordsIn(area, locale);
  const text = (header: string, value: ExportColumn<LeaseDateRow>["value"]) =>
    ({ header, kind: "text", value }) as const;
  return [
    { header: heads.on, kind: "day", value: ({ on }) => on },
    text(heads.kind, ({ kind }) => kinds[kind]),
    text(heads.rule, (row) => ruleInWords(row, locale)),
    text(heads.acts, ({ party }) => parties[party]),
    text(heads.lease, ({ lease }) => lease.number),
    text(heads.lease, ({ lease }) => leaseKinds[lease.kind]),
    text(heads.party, ({ lease }) => lease.partyName),
    text(heads.building, ({ lease }) => lease.buildingName),
    text(heads.administration, ({ lease }) => lease.administrationCode),
    text(heads.owner, (row) => ownerInWords(row, locale)),
    text(heads.handled, ({ handledAt }) => handledAt),
    text(heads.note, ({ note }) => note),
  ];
}
