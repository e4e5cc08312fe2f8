import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { reachBuilding } from "#app/http/reach-building.server.ts";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { enterSharedCost } from "#db/commands/shared-cost/enter-shared-cost.ts";
import { listSharers } from "#db/queries/shared-cost/list-sharers.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ownPart, readSharedCost, splitSharedCost } from "#domain/rent/shared-cost.ts";
import { SplitTable } from "../shared-cost/split-table.tsx";
import { CostFields } from "./cost-fields.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].entry.title(data.name) : "" },
];

/** A new cost of a building, as its address has it so far: what is wrong, who can share it, and how it would be split. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, id, name, locale } = await reachBuilding(args, "leases", "write");
  if (!mayCharge(actor)) throw problem(403);
  const asked = new URL(args.request.url).searchParams;
  const { form, faults } = asked.has("amount") ? readSharedCost(asked) : { form: null, faults: [] };
  const sharers = form && (await listSharers(args.context.db, actor.organisationId, id, form));
  // Before anything is weighed there is nothing to refuse.
  const isWeighed = form?.key === "m2" || [...asked.keys()].some((key) => key.startsWith("weight."));
  return {
    ...{ locale, id, name, form, faults, sharers, typed: Object.fromEntries(asked) },
    split: form && sharers && isWeighed ? splitSharedCost(form, sharers, asked) : null,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  if (!isId(params.id)) throw problem(404);
  const asked = new URL(request.url).searchParams;
  const { form } = readSharedCost(asked);
  if (!form) throw problem(422);
  const entered = await enterSharedCost(context.db, actor, params.id, form, asked, new Date());
  if (entered.ok) return redirect(`/shared-costs/${entered.value.id}?saved=1`, 303);
  if (entered.refusal === "notFound") throw problem(404);
  return json({ refusal: entered.refusal, days: entered.days ?? null }, 422);
}

export default function NewSharedCost() {
  const { id, name, form, faults, sharers, typed, split } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const format = useFormats();
  const percent = (sum: number) => words.sumOfShares(format.number(sum * 100, 2));
  const errors = [
    ...faults.map((fault) => ({
      fieldId: fault === "endBeforeStart" ? "last" : fault,
      message: words.faults[fault],
    })),
    ...(split && !split.ok
      ? [{ message: split.sumOfShares ? percent(split.sumOfShares) : words.refusals[split.refusal] }]
      : []),
    ...(answer ? [{ message: words.refusals[answer.refusal] }] : []),
    ...(answer?.days
      ? [{ message: words.before(format.day(answer.days[0]), format.day(answer.days[1])) }]
      : []),
  ];
  return (
    <Page>
      <PageHead
        title={words.entry.title(name)}
        note={words.entry.note}
        above={
          <Link to={`/buildings/${id}/shared-costs`} className="text-link inline-flex min-h-6 items-center">
            {words.title(name)}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      <CostFields {...{ typed, faults, sharers }} />
      {form && split?.ok && (
        <Card isFlush title={words.split}>
          <SplitTable
            {...{ allocation: form.key, amountOre: form.amountOre, hasOthers: false }}
            parts={split.value.map((part) => ({ ...part, contractId: part.id === ownPart ? null : part.id }))}
          />
          <form method="post" action={`?${new URLSearchParams(typed).toString()}`} className="px-4 pb-4">
            <Button type="submit" look="primary">
              {words.entry.save}
            </Button>
          </form>
        </Card>
      )}
    </Page>
  );
}
