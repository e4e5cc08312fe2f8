import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { rent } from "#app/i18n/rent.ts";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { withdrawSharedCost } from "#db/commands/shared-cost/withdraw-shared-cost.ts";
import { getSharedCost, type SharedCost } from "#db/queries/shared-cost/list-shared-costs.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { addDays } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SplitTable } from "./split-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.cost.name} · ${data.cost.buildingName}` : "" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const found = isId(params.id) ? await getSharedCost(context.db, actor, params.id) : null;
  if (!found) throw problem(404);
  return {
    ...{ locale: localeFrom(request, actor.locale), ...found },
    mayWithdraw: mayCharge(actor) && found.cost.withdrawnAt === null,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  if (!isId(params.id)) throw problem(404);
  const why = String((await request.formData()).get("why") ?? "");
  const answer = await withdrawSharedCost(context.db, actor, params.id, why, new Date());
  if (answer.ok) return redirect(`/shared-costs/${params.id}`, 303);
  return json({ refusal: answer.refusal, why }, answer.refusal === "notFound" ? 404 : 422);
}

export default function SharedCostPage() {
  const { cost, parts, hasOthers, mayWithdraw, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const format = useFormats();
  const { buildingId, buildingName, name, from, to, amountOre, key } = cost;
  return (
    <Page>
      <PageHead
        title={`${name}, ${words.between(format.day(from), format.day(addDays(to, -1)))}`}
        note={words.keyTold[key]}
        above={
          <Link
            to={`/buildings/${buildingId}/shared-costs`}
            className="text-link inline-flex min-h-6 items-center"
          >
            {words.title(buildingName)}
          </Link>
        }
      />
      {isSaved && !answer && <Notice status="good">{words.entry.saved}</Notice>}
      <FormErrors errors={answer ? [{ message: words.refusals[answer.refusal] }] : []} />
      {cost.withdrawnAt && (
        <Notice status="attention">
          {words.withdrawnBy(
            cost.withdrawnBy ?? words.nobody,
            format.dateTime(cost.withdrawnAt),
            cost.withdrawnWhy ?? "",
          )}
        </Notice>
      )}
      <Card isFlush title={words.split}>
        <SplitTable {...{ allocation: key, amountOre, parts, hasOthers }} />
      </Card>
      <FactsCard cost={cost} />
      {mayWithdraw && <WithdrawCard typed={answer?.why ?? ""} />}
    </Page>
  );
}

function FactsCard({ cost: { line, source, enteredBy, enteredAt } }: { cost: SharedCost }) {
  const words = useWords(area);
  const format = useFormats();
  const { lines } = useWords(rent);
  const who = enteredBy ?? words.nobody;
  return (
    <Card>
      <DescriptionList
        facts={[
          { term: words.belongs, value: lines[line] ?? line },
          { term: words.source, value: source },
          { term: words.entered, value: words.enteredBy(who, format.dateTime(enteredAt)) },
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">{words.notCharged}</p>
    </Card>
  );
}

function WithdrawCard({ typed }: { typed: string }) {
  const words = useWords(area);
  return (
    <Card title={words.withdraw}>
      <Form method="post" className="flex max-w-2xl flex-col gap-3">
        <TextField
          {...{ label: words.why, hint: words.withdrawHint, name: "why", maxLength: 500 }}
          defaultValue={typed}
        />
        <Button type="submit" className="self-start">
          {words.withdraw}
        </Button>
      </Form>
    </Card>
  );
}
