import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { rent as area } from "#app/i18n/rent.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { getRentBasis } from "#db/queries/rent/get-rent-basis.ts";
import { parseDay } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { lineKey } from "#domain/rent/explain-change.ts";
import { rentFormula } from "#domain/rent/rent-formula.ts";
import { rentLines, type RentLine } from "#domain/rent/rent-lines.ts";

export const handle = { needs: { area: "leases", right: "read" } };

/** What a lease comes to from a day until another (not included), line by line. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const asked = new URL(request.url).searchParams;
  const [from, to] = [parseDay(asked.get("from")), parseDay(asked.get("to"))];
  const errors = [
    ...(from ? [] : [{ field: "from", message: "must be a day, YYYY-MM-DD" }]),
    ...(to && (!from || to > from) ? [] : [{ field: "to", message: "must be a day after from, YYYY-MM-DD" }]),
  ];
  const lease = isId(params.id) ? await getLease(context.db, actor, params.id) : null;
  if (!lease) throw problem(404, { detail: "There is no such lease." });
  if (!from || !to || errors.length > 0) throw problem(422, { detail: "The period cannot be read.", errors });
  const answer = rentLines(await getRentBasis(context.db, actor, lease.id), from, to);
  if (!answer.ok)
    throw problem(422, {
      detail: `The index lacks ${answer.month.slice(0, 7)}, which lease ${lease.number} follows.`,
    });
  const words = area[localeFrom(request, actor.locale)];
  const { lines, totalOre } = answer.value;
  return json({
    lines: lines.map((line) => ({ ...toLine(line), label: words.lines[lineKey(line)] })),
    totalOre,
  });
}

const toLine = (line: RentLine) => ({
  key: lineKey(line),
  formula: rentFormula(line),
  inputs: {
    ...{ from: line.from, to: line.to, areaM2: line.areaM2, unitYearlyOre: line.unitYearlyOre },
    ...{ indexFactor: line.regulated?.factor ?? null, indexBase: line.regulated?.base ?? null },
    ...{ indexNow: line.regulated?.now ?? null, isBounded: line.regulated?.isBounded ?? false },
    source: line.term.source,
  },
  amountOre: line.amountOre,
});
