import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { SelectField } from "#app/components/select-field.tsx";
import { TableImport, TryOrSave } from "#app/components/table-import.tsx";
import type { TableProblem } from "#app/http/read-table.server.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { importOlderSurveys } from "#db/commands/condition/import-older-surveys.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { importScales, type RefusedRow } from "#domain/survey/older-survey.ts";
import { mostBytes, readUpload } from "./read-upload.server.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].import.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  return { locale: localeFrom(request, actor.locale) };
}

type Answer = {
  problem: TableProblem | null;
  source: string;
  scale: string;
  taken: { surveys: number; rows: number; isDry: boolean; refused: RefusedRow[] } | null;
};

/** Takes a file twice: to say what would come of it, and to bring it in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const now = new Date();
  return withUpload(request, mostBytes, async (upload) => {
    const file = await readUpload(upload, dayAt(now));
    const { source = "", scale = "" } = upload.fields;
    if (typeof file === "string") return json<Answer>({ problem: file, source, scale, taken: null }, 422);
    const isDry = upload.fields["intent"] !== "save";
    const { refused, surveys, rows } = await importOlderSurveys(context.db, actor, file, { isDry }, now);
    const all = [...file.refused, ...refused].sort((a, b) => a.line - b.line);
    return json<Answer>({ problem: null, source, scale, taken: { surveys, rows, isDry, refused: all } });
  });
}

export default function SurveyImport() {
  const answer = useActionData<typeof action>() ?? null;
  const { title, import: words } = useWords(area);
  const { number } = useFormats();
  const taken = answer?.taken;
  const say = taken?.isDry ? words.tried : words.taken;
  return (
    <TableImport
      {...{ words, answer }}
      above={{ to: "/surveys", word: title }}
      taken={
        taken
          ? {
              sentence:
                taken.rows === 0
                  ? words.none
                  : say(number(taken.surveys), number(taken.rows), number(taken.refused.length)),
              refused: taken.refused.map(({ line, fault }) => ({ index: line - 2, reason: fault })),
            }
          : null
      }
      buttons={<TryOrSave words={words} />}
    >
      <SelectField
        label={words.scale}
        hint={`${words.unNote} ${words.klNote}`}
        name="scale"
        defaultValue={answer?.scale}
        options={importScales.map((value) => ({ value, label: value }))}
      />
    </TableImport>
  );
}
