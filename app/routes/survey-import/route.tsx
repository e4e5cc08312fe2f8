import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Field } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { importOlderSurveys } from "#db/commands/condition/import-older-surveys.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { importScales } from "#domain/survey/older-survey.ts";
import { mostBytes, readUpload } from "./read-upload.server.ts";
import { RefusedLines } from "./refused-lines.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].import.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  return { locale: localeFrom(request, actor.locale) };
}

/** Takes a file twice: to say what would come of it, and to bring it in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const now = new Date();
  return withUpload(request, mostBytes, async (upload) => {
    const file = await readUpload(upload, dayAt(now));
    const { source = "", scale = "" } = upload.fields;
    if (typeof file === "string") return json({ problem: file, source, scale, answer: null }, 422);
    const isDry = upload.fields["intent"] !== "save";
    const { refused, ...counts } = await importOlderSurveys(context.db, actor, file, { isDry }, now);
    const all = [...file.refused, ...refused].sort((a, b) => a.line - b.line);
    return json({ problem: null, source, scale, answer: { ...counts, isDry, refused: all } });
  });
}

export default function SurveyImport() {
  const given = useActionData<typeof action>();
  const words = useWords(area);
  const { import: own } = words;
  const format = useFormats();
  const answer = given?.answer;
  return (
    <Page>
      <PageHead
        title={own.title}
        note={own.note}
        above={
          <Link to="/surveys" className="text-link inline-flex min-h-6 items-center">
            {words.title}
          </Link>
        }
      />
      <FormErrors errors={given?.problem ? [{ message: own.problems[given.problem] }] : []} />
      {answer && (
        <Notice status={answer.isDry ? "info" : "good"}>
          {(answer.isDry ? own.tried : own.saved)(format.number(answer.surveys), format.number(answer.rows))}
        </Notice>
      )}
      {answer && answer.refused.length > 0 && <RefusedLines refused={answer.refused} />}
      <UploadForm source={given?.source ?? ""} scale={given?.scale ?? ""} />
    </Page>
  );
}

function UploadForm({ source, scale }: { source: string; scale: string }) {
  const words = useWords(area).import;
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="flex max-w-2xl flex-col gap-4">
        <p>{words.columns}</p>
        <Field label={words.file}>
          {(control) => (
            <input {...control} type="file" name="file" accept=".csv,text/csv" required className="control" />
          )}
        </Field>
        <SelectField
          label={words.scale}
          hint={`${words.unNote} ${words.klNote}`}
          name="scale"
          defaultValue={scale}
          options={importScales.map((value) => ({ value, label: value }))}
        />
        <TextField
          label={words.source}
          hint={words.sourceHint}
          name="source"
          defaultValue={source}
          required
          maxLength={200}
        />
        <span className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" name="intent" value="try">
            {words.tryIt}
          </Button>
          <Button type="submit" name="intent" value="save">
            {words.save}
          </Button>
        </span>
      </Form>
    </Card>
  );
}
