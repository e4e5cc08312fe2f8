import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Field } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { dayAt } from "#domain/day.ts";
import { handOverKinds, type HandOverForm, type HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { FaultAt } from "#domain/hand-over/judge-facts.ts";
import { readHandOver } from "#domain/hand-over/read-hand-over.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { useFaultWords } from "../hand-over-new/fields.tsx";
import { mostFileBytes, readHandOverFile, type FileProblem } from "./read-file.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" }, takes: "table" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].file.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const kind = handOverKinds.find((one) => one === new URL(request.url).searchParams.get("kind")) ?? "lease";
  return { locale: localeFrom(request, actor.locale), kind };
}

interface FileAnswer {
  problem: FileProblem | "notAllowed" | null;
  taken: number;
  refused: { name: string; faults: FaultAt[] }[];
}

/** Takes a file: every row is read for itself, then all of them beside each other. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const now = new Date();
  return withUpload(request, mostFileBytes, async (upload) => {
    const kind = handOverKinds.find((one) => one === upload.fields["kind"]) ?? "lease";
    const isPartial = upload.fields["partial"] === "on";
    const rows = await readHandOverFile(upload, kind);
    if (typeof rows === "string") return answered({ problem: rows, taken: 0, refused: [] });
    const register = await getHandOverRegister(context.db, actor, dayAt(now));
    const refused: FileAnswer["refused"] = [];
    const forms: { name: string; form: HandOverForm }[] = [];
    for (const { row, typed } of rows) {
      const { form, faults } = readHandOver(kind, typed, register);
      if (form) forms.push({ name: String(row), form });
      else refused.push({ name: String(row), faults });
    }
    const isStopped = forms.length === 0 || (refused.length > 0 && !isPartial);
    if (isStopped) return answered({ problem: null, taken: 0, refused });
    const answer = await handOver(context.db, actor, { kind, forms, isPartial }, now);
    if (!answer.ok && answer.refusal !== "faults")
      return answered({ problem: answer.refusal, taken: 0, refused: [] });
    const all = [...refused, ...answer.refused].sort((a, b) => Number(a.name) - Number(b.name));
    return answered({ problem: null, taken: answer.ok ? answer.ids.length : 0, refused: all });
  });
}

const answered = (answer: FileAnswer) =>
  json(answer, answer.problem !== null || answer.taken === 0 ? 422 : 200);

export default function HandOverFile() {
  const { kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const own = words.file;
  const problemWord = answer?.problem;
  const errors = problemWord
    ? [{ message: problemWord === "notAllowed" ? words.refusals.notAllowed : own.problems[problemWord] }]
    : [];
  return (
    <Page>
      <PageHead
        title={own.title}
        above={
          <Link to="/hand-over" className="text-link">
            {words.title}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {answer && answer.taken > 0 && (
        <Notice
          status="good"
          action={
            <Link to="/hand-over" className="text-link">
              {words.title}
            </Link>
          }
        >
          {own.done(format.number(answer.taken))}
        </Notice>
      )}
      {answer && answer.refused.length > 0 && <RefusedRows {...answer} />}
      <TemplateCard />
      <UploadCard kind={kind} />
    </Page>
  );
}

/** Every fault of every row: which row, which field, and why. */
function RefusedRows({ refused, taken }: Pick<FileAnswer, "refused" | "taken">) {
  const words = useWords(area);
  const format = useFormats();
  const say = useFaultWords();
  const own = words.file;
  const lines = refused.flatMap(({ name, faults }) => faults.map((fault) => ({ name, fault })));
  return (
    <Card title={own.refusedTitle(format.number(refused.length))} isFlush>
      <p className="px-4 pb-3">{taken > 0 ? own.refusedSome : own.refusedNone}</p>
      <DataTable
        caption={own.refusedTitle(format.number(refused.length))}
        phone="cards"
        rows={lines}
        rowKey={({ name, fault }) => `${name} ${fault.field} ${fault.fault}`}
        columns={[
          { key: "row", header: own.row, cell: ({ name }) => words.row(name) },
          { key: "field", header: own.field, cell: ({ fault }) => words.fields[fault.field] },
          { key: "reason", header: own.reason, cell: ({ fault }) => say(fault) },
        ]}
      />
    </Card>
  );
}

/** What to do, and the templates with what the register knows. */
function TemplateCard() {
  const words = useWords(area);
  const own = words.file;
  return (
    <Card>
      <ol className="ml-5 flex max-w-prose list-decimal flex-col gap-1">
        {own.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {handOverKinds.map((one) => (
          <p key={one} className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{words.kinds[one]}</span>
            {(["csv", "xlsx"] as const).map((type) => (
              <LinkButton
                key={type}
                {...{
                  to: `/hand-over/template?kind=${one}&format=${type}`,
                  icon: Download,
                  isCompact: true,
                }}
                reloadDocument
              >
                {own[type]}
              </LinkButton>
            ))}
          </p>
        ))}
      </div>
    </Card>
  );
}

function UploadCard({ kind }: { kind: HandOverKind }) {
  const words = useWords(area);
  const own = words.file;
  return (
    <Card>
      <form method="post" encType="multipart/form-data" className="flex max-w-2xl flex-col gap-4">
        <SelectField
          {...{ id: "kind", name: "kind", label: own.kind, defaultValue: kind }}
          options={handOverKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
        />
        <Field {...{ id: "file", label: own.file, hint: own.fileHint }}>
          {(control) => (
            <input {...control} type="file" name="file" accept=".csv,.xlsx" required className="control" />
          )}
        </Field>
        <Checkbox name="partial" label={own.partial} />
        <Button type="submit" look="primary" className="self-start">
          {own.submit}
        </Button>
      </form>
    </Card>
  );
}
