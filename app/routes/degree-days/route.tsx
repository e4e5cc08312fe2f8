import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { TableImport } from "#app/components/table-import.tsx";
import { mostTableBytes, readTable, type TableProblem } from "#app/http/read-table.server.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { degreeDays as area } from "#app/i18n/degree-days.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addDegreeMonths, type DegreesAnswer } from "#db/commands/meter/add-degree-months.ts";
import { listDegreeMonths } from "#db/queries/meter/list-metered-houses.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { numberIn } from "#domain/typed-number.ts";
import { DegreeTable } from "./degree-table.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const months = [...(await listDegreeMonths(context.db, actor)).values()];
  return { locale: localeFrom(request, actor.locale), months };
}

type Answer = {
  problem: TableProblem | "notAllowed" | null;
  source: string;
  taken: DegreesAnswer | null;
};

/** A number as typed; nothing is nothing said, what is no number is none that a rule takes. */
const numberOf = (typed: string | undefined): number | null =>
  typed?.trim() ? (numberIn(typed) ?? NaN) : null;

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return withUpload(request, mostTableBytes, async (upload) => {
    const { source = "" } = upload.fields;
    const table = await readTable(upload);
    if (typeof table === "string") return json<Answer>({ problem: table, source, taken: null }, 422);
    const items = table.records.map((line) => ({
      month: line["month"] ?? line["måned"],
      degreeDays: numberOf(line["degreeDays"] ?? line["graddage"]),
      normalDegreeDays: numberOf(line["normalDegreeDays"] ?? line["normal"]),
    }));
    const taken = await addDegreeMonths(context.db, actor, { source: table.source, items }, new Date());
    if (!taken.ok) return json<Answer>({ problem: taken.refusal, source, taken: null }, 422);
    return json<Answer>({ problem: null, source, taken: taken.value });
  });
}

export default function DegreeDays() {
  const { months } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { number } = useFormats();
  const taken = answer?.taken && {
    refused: answer.taken.refused,
    sentence: words.taken(
      number(answer.taken.added),
      number(answer.taken.corrected),
      number(answer.taken.unchanged),
      number(answer.taken.refused.length),
    ),
  };
  return (
    <TableImport
      {...{ words, answer, taken: taken ?? null }}
      above={{ to: "/meters", word: words.above }}
      below={<DegreeTable months={months} />}
    />
  );
}
