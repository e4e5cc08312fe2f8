import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { getHandOverRegister, type KnownRow } from "#db/queries/hand-over/get-hand-over-register.ts";
import { dayAt } from "#domain/day.ts";
import { handOverFields, handOverKinds, type HandOverField } from "#domain/hand-over/hand-over-facts.ts";
import type { HandOverRegister } from "#domain/hand-over/read-hand-over.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";
import type { CellValue, ExportColumn } from "../portfolio-export/columns.ts";
import { toXlsx } from "../portfolio-export/xlsx.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

const days: ReadonlySet<HandOverField> = new Set(["startsOn", "lastDay", "nonTerminableUntil"]);

/** The template of the file, with what the register knows and nobody has handed over yet; CSV or Excel. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const params = new URL(request.url).searchParams;
  const kind = handOverKinds.find((one) => one === params.get("kind")) ?? "lease";
  const format = params.get("format") ?? "csv";
  if (format !== "csv" && format !== "xlsx") throw problem(400, { detail: "format is csv or xlsx" });
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const register = await getHandOverRegister(context.db, actor, dayAt(new Date()));
  const columns = handOverFields[kind].map((field): ExportColumn<KnownRow> => ({
    header: words.fields[field],
    kind: days.has(field) ? "day" : "text",
    value: (row) => cellOf(row, field, register),
  }));
  const rows = register.known.filter((one) => one.kind === kind && one.handOverId === null);
  const headers = {
    "Content-Disposition": attachmentNamed(`${words.file.name[kind]}.${format}`),
    "Cache-Control": "private, no-store",
  };
  if (format === "xlsx") {
    const file = await toXlsx(columns, rows, words.kinds[kind]);
    return new Response(new Uint8Array(file), {
      headers: {
        ...headers,
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      },
    });
  }
  const lines = rows.map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  return new Response(csvHead(columns, locale) + lines.join(""), {
    headers: { ...headers, "Content-Type": "text/csv; charset=utf-8" },
  });
}

function cellOf(
  row: KnownRow,
  field: HandOverField,
  { administrations, units }: HandOverRegister,
): CellValue {
  const { facts } = row;
  if (field === "key") return row.key;
  if (field === "administration")
    return administrations.find(({ id }) => id === row.administrationId)?.code ?? row.administrationName;
  if (field === "unit") return units.find(({ id }) => id === row.unitId)?.code ?? null;
  if (field === "annualRent") return facts.annualRentOre === null ? null : facts.annualRentOre / 100;
  if (field === "latitude") return facts.position?.[1] ?? null;
  if (field === "longitude") return facts.position?.[0] ?? null;
  return facts[field];
}
