import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { trade as area } from "#app/i18n/trade.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { getTradeStatement } from "#db/queries/trade/get-statement.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { byteOrderMark, csvLine } from "../portfolio-export/csv.ts";
import { readYear } from "../trade-statement/read-year.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

/** A unit's statement of a year as a CSV file, line by line as the page shows it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const year = readYear(request, yearOf(dayAt(new Date())));
  const { unitId } = params;
  const statement = isId(unitId) ? await getTradeStatement(context.db, actor, unitId, year) : null;
  if (!statement) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const say = words.statement;
  const head = [
    ...[say.monthHead, say.counterpart, say.what, say.kindHead],
    ...[say.quantityHead, say.unitHead, say.amountHead],
  ];
  const lines = statement.lines.map((line) =>
    csvLine(
      [
        ...[line.month, line.counterpartName, locale === "da" ? line.serviceNameDa : line.serviceNameEn],
        ...[words.agreement.kind[line.kind], line.quantity, words.units[line.basis], line.amountOre / 100],
      ],
      locale,
    ),
  );
  return new Response(byteOrderMark + csvLine(head, locale) + lines.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${say.fileName}-${year}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
