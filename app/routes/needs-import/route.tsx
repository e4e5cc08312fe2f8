import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { TableImport, TryOrSave } from "#app/components/table-import.tsx";
import { mostTableBytes, readTable, type TableProblem } from "#app/http/read-table.server.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { needsImport as area } from "#app/i18n/needs-import.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { importPlans, type PlansAnswer } from "#db/commands/needs/import-plans.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return { locale: localeFrom(request, actor.locale) };
}

type Answer = {
  problem: TableProblem | null;
  source: string;
  taken: (PlansAnswer & { isDry: boolean }) | null;
};

/** Takes a file twice: to say what would come of it, and to bring it in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return withUpload(request, mostTableBytes, async (upload) => {
    const { source = "" } = upload.fields;
    const table = await readTable(upload);
    if (typeof table === "string") return json<Answer>({ problem: table, source, taken: null }, 422);
    const isDry = upload.fields["intent"] !== "save";
    const taken = await importPlans(context.db, actor, table, { isDry }, new Date());
    return json<Answer>({ problem: null, source, taken: { ...taken, isDry } });
  });
}

export default function NeedsImport() {
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { number } = useFormats();
  const say = answer?.taken && (answer.taken.isDry ? words.tried : words.taken);
  const taken = answer?.taken && {
    refused: answer.taken.refused.map((one) => ({ ...one, field: words.fields[one.field] })),
    sentence: say!(
      number(answer.taken.added),
      number(answer.taken.changed),
      number(answer.taken.unchanged),
      number(answer.taken.refused.length),
    ),
  };
  return (
    <TableImport
      {...{ words, answer, taken: taken ?? null }}
      above={{ to: "/needs", word: words.above }}
      buttons={<TryOrSave words={words} />}
    />
  );
}
