import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useLocation, useNavigation } from "@remix-run/react";
import { Inbox } from "lucide-react";
import { useState } from "react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { staged } from "#app/i18n/staged.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listAdministrations } from "#db/queries/staged/list-administrations.ts";
import { countStaged, listStaged } from "#db/queries/staged/list-staged.ts";
import { writesAll } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readStagedSearch } from "#domain/staged/staged-search.ts";
import { decideStaged } from "./decide.ts";
import { DecidePanel } from "./decide-panel.tsx";
import { DecideResult } from "./decide-result.tsx";
import { StagedCountsLine } from "./staged-counts.tsx";
import { StagedFilters } from "./staged-filters.tsx";
import { StagedTable } from "./staged-table.tsx";

export const handle: RouteHandle = { needs: { area: "register", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: staged[data?.locale ?? "da"].title },
];

/** Who decides about what belongs to nobody yet: a right to part of the register is not enough. */
async function decider({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const actor = await requireActorWith(request, context, "register", "write");
  if (!writesAll(actor, "register")) throw problem(403);
  return actor;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await decider({ request, context });
  const params = new URL(request.url).searchParams;
  const search = readStagedSearch(params);
  const [page, counts, administrations] = await Promise.all([
    listStaged(context.db, actor, search),
    countStaged(context.db, actor),
    listAdministrations(context.db, actor),
  ]);
  const after = new URLSearchParams(params);
  if (page.next) after.set("after", page.next);
  return {
    ...{ locale: localeFrom(request, actor.locale), search, counts, administrations },
    ...{ items: page.items, total: page.total, nextTo: page.next && `?${after}`, today: dayAt(new Date()) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await decider({ request, context });
  return decideStaged(context.db, actor, request.url, await request.formData());
}

export default function Staged() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(staged);
  const { counts, search, items } = data;
  // What succeeded begins the form anew; what did not leaves every tick and word as it stands.
  const [done, setDone] = useState("");
  if (answer && !answer.typed && answer.key !== done) setDone(answer.key);
  const isEmpty = counts.waiting + counts.rejected + counts.confirmed === 0;
  return (
    <Page>
      <PageHead title={words.title} note={words.note} />
      {answer && <DecideResult answer={answer} />}
      <StagedCountsLine counts={counts} />
      {isEmpty ? (
        <Card>
          <EmptyState icon={Inbox} title={words.empty.title}>
            <p>{words.empty.text}</p>
            <p className="mt-2 font-mono text-sm">{words.empty.command}</p>
          </EmptyState>
        </Card>
      ) : (
        <>
          <StagedFilters search={search} municipalities={counts.municipalities} />
          <Decisions key={done} items={items} answer={answer} />
        </>
      )}
    </Page>
  );
}

type DecisionsProps = {
  items: ReturnType<typeof useLoaderData<typeof loader>>["items"];
  answer: ReturnType<typeof useActionData<typeof action>>;
};

/** The list with its boxes, and beside it what can be said of those that are ticked. */
function Decisions({ items, answer }: DecisionsProps) {
  const { search, total, nextTo, administrations, today } = useLoaderData<typeof loader>();
  const words = useWords(staged);
  const { pathname, search: query } = useLocation();
  const isBusy = useNavigation().state === "submitting";
  const ids = answer?.ids ?? [];
  const [chosen, setChosen] = useState(ids.length);
  const isDecidable = search.state !== "confirmed" && total > 0;
  const recount = (form: HTMLFormElement) =>
    setChosen(form.querySelectorAll("input[name=id]:checked").length);
  return (
    <Form
      method="post"
      action={pathname + query}
      preventScrollReset
      noValidate
      onChange={(event) => recount(event.currentTarget)}
      className={`grid items-start gap-5 ${isDecidable ? "lg:grid-cols-[minmax(0,1fr)_22rem]" : ""}`}
    >
      <Card isFlush>
        {isDecidable && (
          <p className="border-b border-line px-4 py-2 lg:hidden">
            <a href="#decide" className="text-link">
              {words.decide.jump}
            </a>
          </p>
        )}
        <StagedTable items={items} state={search.state} chosen={ids} />
        <MoreLink shown={items.length} total={total} to={nextTo} />
      </Card>
      {isDecidable && (
        <DecidePanel
          {...{ answer, total, chosen, administrations, today, isBusy }}
          isRejected={search.state === "rejected"}
          onPage={recount}
        />
      )}
    </Form>
  );
}
