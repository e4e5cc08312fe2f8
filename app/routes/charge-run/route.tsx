import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import { makeRun } from "#db/commands/charge/make-run.ts";
import { getChargeRun, type ChargeRunRow } from "#db/queries/charge/list-charge-runs.ts";
import { listRunCharges, summariseRunCharges } from "#db/queries/charge/list-run-charges.ts";
import { parseChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { DecisionCard, Hands } from "./decision-card.tsx";
import { LeasesCard } from "./leases-card.tsx";
import { readChargeSearch } from "./search.ts";
import { AdministrationsCard, CausesCard } from "./sums-cards.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].runTitle(data.run.period) : "" },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const run = isId(params.id) ? await getChargeRun(db, actor, params.id) : null;
  if (!run) throw problem(404);
  const asked = new URL(request.url).searchParams;
  const search = readChargeSearch(asked);
  const [sums, found] = await Promise.all([
    summariseRunCharges(db, actor, run.id),
    listRunCharges(db, actor, run.id, search),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), run, search, ...sums, found, was: asked.get("was") },
    mayDecide: mayCharge(actor),
    standing: {
      isMaker: run.madeById === actor.accountId,
      isApprover: run.approvedById === actor.accountId,
    },
  };
}

const decisions = ["approve", "issue", "sendBack", "discard"] as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const { db } = context;
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const intent = (await request.formData()).get("intent");
  if (intent === "resume") {
    const run = await getChargeRun(db, actor, id);
    if (!run) throw problem(404);
    const made = await makeRun(db, actor, parseChargePeriod(run.period)!, new Date());
    if (made.ok) return redirect(`/charges/${id}?was=made`, 303);
    return json(
      { refusal: made.refusal === "overlaps" ? ("wrongState" as const) : made.refusal },
      { status: 422 },
    );
  }
  const decision = decisions.find((known) => known === intent);
  if (!decision) return json({ refusal: "form" as const }, { status: 422 });
  const decided = await decideRun(db, actor, id, decision, new Date());
  if (!decided.ok) return json({ refusal: decided.refusal }, { status: 422 });
  const to = decided.value.status === null ? "/charges" : `/charges/${id}`;
  return redirect(`${to}?was=${decision}`, 303);
}

export default function ChargeRunPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const run = page.run as ChargeRunRow;
  const { search, found, administrations, causes, was } = page;
  const said = !answer && was ? words.was[was] : null;
  const isCorrection = run.kind === "correction";
  return (
    <Page>
      <PageHead
        title={isCorrection ? words.correctionTitle(run.period, run.sequence) : words.runTitle(run.period)}
        note={run.reason}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Link to="/charges" className="text-link">
              {words.back}
            </Link>
            {run.correctsRunId && (
              <Link to={`/charges/${run.correctsRunId}`} className="text-link">
                {words.corrects}
              </Link>
            )}
          </span>
        }
      />
      {answer && <Notice status="bad">{words.refusals[answer.refusal]}</Notice>}
      {said && <Notice status="good">{said}</Notice>}
      <RunFigures run={run} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {page.mayDecide && run.status !== "issued" ? (
          <DecisionCard run={run} standing={page.standing} />
        ) : (
          <IssuedCard run={run} />
        )}
        {!isCorrection && <CausesCard causes={causes} search={search} hasBefore={run.previousOre !== null} />}
      </div>
      {!isCorrection && <AdministrationsCard administrations={administrations} search={search} />}
      <LeasesCard {...{ runId: run.id, search, found, administrations }} hasFilters={!isCorrection} />
    </Page>
  );
}

function RunFigures({ run: { kind, totalOre, previousOre, leases } }: { run: ChargeRunRow }) {
  const words = useWords(area);
  const format = useFormats();
  // Large amounts would not fit a phone; the øre stand below.
  const money = (ore: number) => ({ value: format.ore(ore, "million"), note: format.ore(ore, "ore") });
  return (
    <Figures>
      <Figure label={words.total} {...money(totalOre)} isLoud />
      <Figure label={words.leases} value={format.number(leases)} />
      {kind === "regular" && previousOre !== null && <Figure label={words.before} {...money(previousOre)} />}
      {kind === "regular" && previousOre !== null && (
        <Figure label={words.difference} {...money(totalOre - previousOre)} />
      )}
    </Figures>
  );
}

/** Who had it in their hands, and its files once it is issued. */
function IssuedCard({ run }: { run: ChargeRunRow }) {
  const words = useWords(area);
  return (
    <Card title={words.statuses[run.status]}>
      <Hands run={run} />
      {run.status === "issued" && (
        <div className="mt-3 flex flex-col items-start gap-3">
          <LinkButton to={`/charges/${run.id}/postings`} icon={Download} reloadDocument>
            {words.postings}
          </LinkButton>
          <p className="text-sm text-ink-soft">{words.postingsHint}</p>
          <Link to={`/charges/${run.id}/invoices`} className="text-link inline-block min-h-6">
            {words.invoices}
          </Link>
          {run.kind === "regular" && (
            <Link
              to={`/charges/reconciliation?period=${run.period}`}
              className="text-link inline-block min-h-6"
            >
              {words.reconciliation}
            </Link>
          )}
        </div>
      )}
    </Card>
  );
}
