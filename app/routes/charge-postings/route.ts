import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { rent } from "#app/i18n/rent.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { getChargeRun } from "#db/queries/charge/list-charge-runs.ts";
import { listPostedLines } from "#db/queries/charge/list-posted-lines.ts";
import { postingsOf } from "#domain/charge/postings.ts";
import { addDays } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { byteOrderMark, csvLine } from "../portfolio-export/csv.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** The posting file of an issued run, as a CSV file for the finance system; of what is not issued there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const run = isId(params.id) ? await getChargeRun(db, actor, params.id) : null;
  if (!run || run.status !== "issued") throw problem(404, { detail: "There is no such run that is issued." });
  const locale = localeFrom(request, actor.locale);
  const say = wordsIn(area, locale).file;
  const lineName = (key: string) => wordsIn(rent, locale).lines[key] ?? wordsIn(area, locale).fee;
  const name = wordsIn(area, locale).name(run.period, run.sequence);
  const head = [
    ...[say.run, say.from, say.to, say.administration, say.unit, say.lease, say.line, say.text],
    ...[say.debit, say.credit],
  ];
  const postings = postingsOf(await listPostedLines(db, actor, run.id), {
    ...{ from: run.periodFrom, to: run.periodTo },
  });
  const lines = postings.map(({ side, administration, unit, lease, key, from, to, amountOre }) => {
    const sides = side === "debit" ? [amountOre / 100, null] : [null, amountOre / 100];
    const whose = [administration ?? say.landlord, unit, lease];
    return csvLine([name, from, addDays(to, -1), ...whose, key, lineName(key), ...sides], locale);
  });
  const fileName = `${say.name}-${run.period}${run.sequence ? `-${run.sequence}` : ""}.csv`;
  return new Response(byteOrderMark + csvLine(head, locale) + lines.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
