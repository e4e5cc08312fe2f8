import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { SelectField } from "#app/components/select-field.tsx";
import { TableImport } from "#app/components/table-import.tsx";
import { mostTableBytes, readTable, type TableProblem } from "#app/http/read-table.server.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useImport as area } from "#app/i18n/use-import.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addObservations, type BatchAnswer } from "#db/commands/use/add-observations.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { observingKinds } from "#domain/use/observation.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return { locale: localeFrom(request, actor.locale) };
}

type Answer = {
  problem: TableProblem | "otherKind" | null;
  source: string;
  kind: string;
  taken: BatchAnswer | null;
};

/** Numbers of a source and persons are whole, or no numbers: what separates thousands is not guessed at. */
const countIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return withUpload(request, mostTableBytes, async (upload) => {
    const { source = "", kind = "" } = upload.fields;
    const table = await readTable(upload);
    if (typeof table === "string") return json<Answer>({ problem: table, source, kind, taken: null }, 422);
    const items = table.records.map(({ sequence, observedAt, spaceId, persons }) => ({
      ...{ sequence: countIn(sequence), observedAt, spaceId, persons: countIn(persons) },
    }));
    const batch = {
      source: table.source,
      kind: observingKinds.find((one) => one === kind) ?? "count",
      items,
    };
    const taken = await addObservations(context.db, actor, batch, new Date());
    if (!taken.ok) return json<Answer>({ problem: taken.refusal, source, kind, taken: null }, 422);
    return json<Answer>({ problem: null, source, kind, taken: taken.value });
  });
}

export default function UseImport() {
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { number } = useFormats();
  const taken = answer?.taken && {
    refused: answer.taken.refused,
    sentence: words.taken(
      number(answer.taken.added),
      number(answer.taken.duplicates),
      number(answer.taken.refused.length),
    ),
  };
  return (
    <TableImport words={words} answer={answer} taken={taken ?? null}>
      <SelectField
        label={words.kind}
        name="kind"
        defaultValue={answer?.kind ?? "count"}
        options={observingKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
    </TableImport>
  );
}
