import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { noteDate } from "#db/commands/lease-date/note-date.ts";
import { getDate, type LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { may } from "#domain/access.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { dateForm } from "#domain/lease-date/date-form.ts";
import { readDateKey } from "#domain/lease-date/date-key.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ownerInWords, ruleInWords } from "../dates/date-words.ts";
import { DatesTable } from "../dates/dates-table.tsx";
import { LevelBadge } from "../dates/level-badge.tsx";
import { HandleForm, OwnerForm } from "./date-forms.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { kind, lease } = data.date;
  return [{ title: `${area[data.locale].kinds[kind]} · ${lease.number}` }];
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const key = readDateKey(params.key);
  const found = key && (await getDate(context.db, actor, key, today));
  if (!found) throw problem(404);
  const { owners, ...page } = found;
  return {
    ...{ locale: localeFrom(request, actor.locale), today, ...page, accountId: actor.accountId },
    mayChange: may(actor, "leases", "write"),
    owners: owners.map(({ accountId, name }) => ({ value: accountId, label: name })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const key = readDateKey(params.key);
  if (!key) throw problem(404);
  const typed = Object.fromEntries(await request.formData());
  const note = String(typed["note"] ?? "");
  const form = dateForm.safeParse(typed);
  if (!form.success) {
    const fault = typed["intent"] === "handle" ? ("note" as const) : ("owner" as const);
    return json({ fault, note }, 422);
  }
  const answer = await noteDate(context.db, actor, key, form.data, new Date());
  if (!answer.ok) return json({ fault: answer.refusal, note }, answer.refusal === "notFound" ? 404 : 422);
  return redirect(`/dates/${params.key}?saved=1`);
}

export default function LeaseDatePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const locale = useLocale();
  const date = page.date as LeaseDateRow;
  return (
    <Page>
      <PageHead
        title={`${words.kinds[date.kind]} ${format.day(date.on)}`}
        above={
          <Link to="/dates" className="text-link inline-flex min-h-6 items-center">
            {words.one.back}
          </Link>
        }
        note={ruleInWords(date, locale)}
      />
      {page.isSaved && !answer && <Notice status="good">{words.one.saved}</Notice>}
      {answer && answer.fault !== "note" && answer.fault !== "owner" && (
        <Notice status="bad">{words.one.faults[answer.fault]}</Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FactsCard {...{ date, today: page.today, warnings: page.warnings }} />
        {page.mayChange && (
          <Card title={words.columns.owner}>
            <OwnerForm
              {...{ date, owners: page.owners, accountId: page.accountId }}
              isWrong={answer?.fault === "owner"}
            />
            <HandleForm {...{ date, typed: answer?.note ?? "", isWrong: answer?.fault === "note" }} />
          </Card>
        )}
      </div>
      <Card isFlush title={words.one.others}>
        {page.others.length === 0 ? (
          <p className="p-4 text-ink-soft">{words.one.noOthers}</p>
        ) : (
          <DatesTable rows={page.others as LeaseDateRow[]} {...page} isOfOneLease />
        )}
      </Card>
    </Page>
  );
}

interface FactsCardProps {
  date: LeaseDateRow;
  today: Day;
  warnings: readonly number[];
}

/** What the date is of, whose it is, and how it was handled. */
function FactsCard({ date, today, warnings }: FactsCardProps) {
  const words = useWords(area);
  const format = useFormats();
  const locale = useLocale();
  const { lease, handledBy, handledAt, note } = date;
  const { columns } = words;
  const handled = [
    {
      term: columns.handled,
      value: handledBy ? words.one.handled(handledBy, format.dateTime(handledAt)) : format.day(handledAt),
    },
    { term: columns.note, value: note },
  ];
  return (
    <Card title={words.one.facts} tools={<LevelBadge row={date} {...{ today, warnings }} />}>
      <DescriptionList
        facts={[
          { term: columns.lease, value: <LeaseLink lease={lease} /> },
          { term: columns.party, value: lease.partyName || "–" },
          { term: columns.building, value: <BuildingLink lease={lease} /> },
          { term: columns.administration, value: lease.administrationCode ?? "–" },
          { term: columns.acts, value: words.parties[date.party] },
          { term: columns.owner, value: ownerInWords(date, locale) },
          ...(date.isHandled ? handled : []),
        ]}
      />
    </Card>
  );
}

const LeaseLink = ({ lease }: { lease: LeaseDateRow["lease"] }) => (
  <Link to={`/leases/${lease.contractId}`} className="text-link inline-block min-h-6">
    {lease.number}
  </Link>
);

function BuildingLink({ lease }: { lease: LeaseDateRow["lease"] }) {
  const words = useWords(area);
  if (!lease.buildingId || !lease.buildingName) return "–";
  return (
    <Link to={`/buildings/${lease.buildingId}`} className="text-link inline-block min-h-6">
      {words.moreBuildings(lease.buildingName, lease.buildings - 1)}
    </Link>
  );
}
