import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { charges as area } from "#app/i18n/charges.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { rent } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { correctCharge, type CorrectRefusal } from "#db/commands/charge/correct-charge.ts";
import { getRunCharge, type RunCharge } from "#db/queries/charge/get-run-charge.ts";
import { getChargeRun } from "#db/queries/charge/list-charge-runs.ts";
import { CorrectionForm } from "#domain/charge/correction-form.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CorrectCard } from "./correct-card.tsx";
import { LinesCard, useLineName } from "./lines-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].leaseTitle(data.charge.number, data.run.period) : "" },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { id, contractId } = params;
  if (!isId(id) || !isId(contractId)) throw problem(404);
  const run = await getChargeRun(context.db, actor, id);
  const charge = run && (await getRunCharge(context.db, actor, id, contractId));
  if (!run || !charge) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), run, charge },
    mayCorrect: mayCharge(actor) && run.kind === "regular" && run.status === "issued",
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const { id, contractId } = params;
  if (!isId(id) || !isId(contractId)) throw problem(404);
  const fields = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const by = fields.by ?? "";
  const form = CorrectionForm.safeParse({ ...fields, contractId });
  if (!form.success) {
    const faults = form.error.issues.map(({ message }) => message);
    return refuse({ by, refusal: null, faults, typed: fields });
  }
  const made = await correctCharge(context.db, actor, id, form.data, new Date());
  if (!made.ok) return refuse({ by, refusal: made.refusal, faults: [], typed: fields });
  return redirect(`/charges/${made.value.id}?was=corrected`, 303);
}

interface Refused {
  by: string;
  refusal: CorrectRefusal | null;
  faults: string[];
  typed: Record<string, string>;
}

const refuse = (answer: Refused) => json(answer, { status: 422 });

export default function ChargeLeasePage() {
  const { run, mayCorrect, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const kinds = useWords(rent).kinds;
  const charge = page.charge as RunCharge;
  const whose = [kinds[charge.kind], charge.administration, charge.party];
  return (
    <Page>
      <PageHead
        title={words.leaseTitle(charge.number, words.name(run.period, run.sequence))}
        note={whose.filter(Boolean).join(" · ")}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Link to={`/charges/${run.id}`} className="text-link">
              {words.toRun}
            </Link>
            <Link to={`/leases/${charge.contractId}?year=${run.period.slice(0, 4)}`} className="text-link">
              {words.explain}
            </Link>
          </span>
        }
      />
      {answer?.refusal && <Notice status="bad">{words.refusals[answer.refusal]}</Notice>}
      <LinesCard lines={charge.lines} totalOre={charge.totalOre} />
      {run.kind === "regular" && <ReasonsCard charge={charge} />}
      {mayCorrect && <CorrectCard lines={charge.lines} answer={answer ?? null} />}
    </Page>
  );
}

/** Why the lease is charged something else than the time before, line by line. */
function ReasonsCard({ charge: { reasons, previousOre, totalOre } }: { charge: RunCharge }) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = useLineName();
  if (previousOre === null) return null;
  const signed = (ore: number) => `${ore > 0 ? "+" : ""}${format.ore(ore, "ore")}`;
  return (
    <Card title={words.why}>
      {reasons.length === 0 ? (
        <p className="text-ink-soft">{words.whyNone}</p>
      ) : (
        <ul className="figures">
          {reasons.map(({ key, cause, deltaOre }) => (
            <li
              key={`${key} ${cause}`}
              className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0"
            >
              <span>
                {nameOf(key)}
                <span className="block text-sm text-ink-soft">{words.causes[cause]}</span>
              </span>
              <span className="whitespace-nowrap">{signed(deltaOre)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="figures flex justify-between pt-2 font-semibold">
        <span>{words.difference}</span>
        <span>{signed(totalOre - previousOre)}</span>
      </p>
    </Card>
  );
}
