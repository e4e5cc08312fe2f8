import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listAdministrations } from "#db/queries/staged/list-administrations.ts";
import { getStaged, type StagedItem } from "#db/queries/staged/list-staged.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { buildingUses } from "#domain/building-use.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { addressLine, addressOf } from "#domain/staged/staged-row.ts";
import { decideStaged, type DecideAnswer } from "../staged/decide.ts";
import { useAnswerErrors } from "../staged/decide-result.tsx";
import { RejectForm, RestoreForm } from "./reject-form.tsx";
import { RowFacts } from "./row-facts.tsx";
import { RowForm } from "./row-form.tsx";

export const handle: RouteHandle = { needs: { area: "register", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: staged[data?.locale ?? "da"].row.form },
];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

async function askedFor({ request, context, params }: Asked): Promise<{ actor: Actor; row: StagedItem }> {
  const actor = await requireActorWith(request, context, "register", "write");
  if (!writesAll(actor, "register")) throw problem(403);
  const row = isId(params.stagedId) ? await getStaged(context.db, actor, params.stagedId) : null;
  if (!row) throw problem(404);
  return { actor, row };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, row } = await askedFor(asked);
  const locale = localeFrom(asked.request, actor.locale);
  const administrations = await listAdministrations(asked.context.db, actor);
  const uses = buildingUses.map(({ code, nameDa, nameEn }) => ({
    value: code,
    label: `${code} ${locale === "da" ? nameDa : nameEn}`,
  }));
  return { locale, row, administrations, uses, today: dayAt(new Date()) };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, row } = await askedFor(asked);
  const form = await asked.request.formData();
  form.delete("all");
  form.set("id", row.id);
  const answer = await decideStaged(asked.context.db, actor, asked.request.url, form, true);
  const { confirmed } = (await answer.clone().json()) as DecideAnswer;
  return confirmed?.firstId ? redirect(`/buildings/${confirmed.firstId}`, 303) : answer;
}

export default function StagedRow() {
  const { row, administrations, uses, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(staged);
  const address = addressOf(row);
  const title = row.facts.name ?? (address ? addressLine(address) : words.columns.noAddress);
  return (
    <Page>
      <PageHead
        title={title}
        note={row.bbrId}
        above={
          <Link to="/register/staged" className="text-link">
            {words.row.back}
          </Link>
        }
      />
      {answer && <RowAnswer answer={answer} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {row.decision === null ? (
          <Card title={words.row.form}>
            <RowForm {...{ row, administrations, uses, today, answer }} />
          </Card>
        ) : (
          <Settled row={row} />
        )}
        <div className="flex flex-col gap-5">
          <Card title={words.row.says}>
            <RowFacts row={row} />
          </Card>
          {row.decision === null && (
            <Card title={words.decide.notOurs}>
              <RejectForm answer={answer} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}

/** What stood in the way, or that somebody else was first. */
function RowAnswer({ answer }: { answer: DecideAnswer }) {
  const words = useWords(staged);
  const errors = useAnswerErrors(answer);
  const { confirmed } = answer;
  if (errors.length > 0) return <FormErrors errors={errors} />;
  if (confirmed && confirmed.left > 0) {
    const faults = Object.keys(confirmed.faults) as (keyof typeof words.faults)[];
    const why = faults.map((fault) => words.faults[fault]).join(", ");
    return <FormErrors errors={[{ message: words.row.left(why) }]} />;
  }
  if (confirmed && confirmed.already > 0) return <Notice status="attention">{words.row.already}</Notice>;
  if (confirmed) return <Notice status="attention">{words.row.otherwise}</Notice>;
  return null;
}

/** What was said of the row, by whom and when, and the way on. */
function Settled({ row }: { row: StagedItem }) {
  const words = useWords(staged);
  const format = useFormats();
  const by = words.row.by(row.decidedBy ?? "–", format.dateTime(row.decidedAt));
  return (
    <Card>
      <div className="flex flex-col items-start gap-3">
        <p className="font-semibold">
          {row.decision === "confirmed" ? words.row.isBuilding : words.row.isRejected(row.reason ?? "")}
        </p>
        <p className="text-sm text-ink-soft">{by}</p>
        {row.decision === "confirmed" ? (
          <LinkButton to={`/buildings/${row.buildingId}`}>{words.columns.openBuilding}</LinkButton>
        ) : (
          <RestoreForm />
        )}
      </div>
    </Card>
  );
}
