import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Field } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addMeterReadings, type ReadingsAnswer } from "#db/commands/meter/add-meter-readings.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { mostBytes, readReadings, type ReadingsProblem } from "./read-readings.server.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].import.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return { locale: localeFrom(request, actor.locale) };
}

type Answer = {
  problem: ReadingsProblem | "notAllowed" | null;
  source: string;
  taken: ReadingsAnswer | null;
};

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  return withUpload(request, mostBytes, async (upload) => {
    const { source = "" } = upload.fields;
    const table = await readReadings(upload);
    if (typeof table === "string") return json<Answer>({ problem: table, source, taken: null }, 422);
    const taken = await addMeterReadings(context.db, actor, table, new Date());
    if (!taken.ok) return json<Answer>({ problem: taken.refusal, source, taken: null }, 422);
    return json<Answer>({ problem: null, source, taken: taken.value });
  });
}

export default function MetersImport() {
  const answer = useActionData<typeof action>() ?? null;
  const all = useWords(area);
  const words = all.import;
  const format = useFormats();
  const taken = answer?.taken;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        above={
          <Link to="/meters" className="text-link">
            {all.title}
          </Link>
        }
      />
      <FormErrors errors={answer?.problem ? [{ message: words.problems[answer.problem] }] : []} />
      {taken && (
        <Notice status={taken.refused.length > 0 ? "attention" : "good"}>
          {words.taken(
            format.number(taken.added),
            format.number(taken.corrected),
            format.number(taken.unchanged),
            format.number(taken.refused.length),
          )}
        </Notice>
      )}
      {taken && taken.refused.length > 0 && <Refused refused={taken.refused} />}
      <Card>
        <Form
          method="post"
          encType="multipart/form-data"
          reloadDocument
          className="flex max-w-2xl flex-col gap-4"
        >
          <p>{words.columns}</p>
          <pre className="overflow-x-auto bg-sunken p-3 text-sm">{words.example}</pre>
          <Field label={words.file}>
            {(control) => (
              <input {...control} type="file" name="file" accept=".csv,text/csv" className="control" />
            )}
          </Field>
          <TextField
            {...{ label: words.source, hint: words.sourceHint, name: "source", maxLength: 200 }}
            defaultValue={answer?.source ?? ""}
          />
          <Button type="submit" look="primary" className="self-start">
            {words.send}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

const mostShown = 200;

/** Lines that were not taken, each with its reason; the first line of the file holds the names. */
function Refused({ refused }: { refused: ReadingsAnswer["refused"] }) {
  const words = useWords(area).import;
  return (
    <Card title={words.refused} isFlush>
      <DataTable
        caption={words.refused}
        rows={refused.slice(0, mostShown)}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: "line", header: words.line, isNumeric: true, cell: ({ index }) => index + 2 },
          { key: "why", header: words.why, cell: ({ reason }) => words.reasons[reason] },
        ]}
      />
    </Card>
  );
}
