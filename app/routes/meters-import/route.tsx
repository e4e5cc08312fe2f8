import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { TableImport } from "#app/components/table-import.tsx";
import { mostTableBytes, readTable, type TableProblem } from "#app/http/read-table.server.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addMeterReadings, type ReadingsAnswer } from "#db/commands/meter/add-meter-readings.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { numberIn } from "#domain/typed-number.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].import.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return { locale: localeFrom(request, actor.locale) };
}

type Answer = {
  problem: TableProblem | "notAllowed" | null;
  source: string;
  taken: ReadingsAnswer | null;
};

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return withUpload(request, mostTableBytes, async (upload) => {
    const { source = "" } = upload.fields;
    const table = await readTable(upload);
    if (typeof table === "string") return json<Answer>({ problem: table, source, taken: null }, 422);
    const items = table.records.map(({ meter, month, amount, buildingId, kind }) => ({
      ...{ meter, month, buildingId, kind },
      amount: amount ? (numberIn(amount) ?? undefined) : undefined,
    }));
    const taken = await addMeterReadings(context.db, actor, { source: table.source, items }, new Date());
    if (!taken.ok) return json<Answer>({ problem: taken.refusal, source, taken: null }, 422);
    return json<Answer>({ problem: null, source, taken: taken.value });
  });
}

export default function MetersImport() {
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { number } = useFormats();
  const taken = answer?.taken && {
    refused: answer.taken.refused,
    sentence: words.import.taken(
      number(answer.taken.added),
      number(answer.taken.corrected),
      number(answer.taken.unchanged),
      number(answer.taken.refused.length),
    ),
  };
  return (
    <TableImport
      words={words.import}
      above={{ to: "/meters", word: words.title }}
      answer={answer}
      taken={taken ?? null}
    />
  );
}
