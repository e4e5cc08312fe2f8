import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { makeFeed, revokeFeed } from "#db/commands/lease-date/calendar-feed.ts";
import { listFeeds } from "#db/queries/lease-date/calendar-feeds.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { FeedList } from "./feed-list.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].feed.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  return {
    locale: localeFrom(request, actor.locale),
    feeds: await listFeeds(context.db, actor),
    isRevoked: new URL(request.url).searchParams.has("revoked"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const form = await request.formData();
  const now = new Date();
  if (form.get("intent") === "revoke") {
    const id = String(form.get("id"));
    const answer = isId(id) ? await revokeFeed(context.db, actor, id, now) : null;
    if (!answer?.ok) return json({ address: null, fault: "notFound" as const }, 404);
    return redirect("/dates/calendars?revoked=1");
  }
  const reach = form.get("reach") === "all" ? ("all" as const) : ("own" as const);
  const made = await makeFeed(context.db, actor, { reach, locale: localeFrom(request, actor.locale) }, now);
  if (!made.ok) return json({ address: null, fault: made.refusal }, 422);
  return json({
    address: new URL(`/calendar/${made.value}.ics`, context.publicUrl ?? request.url).href,
    fault: null,
  });
}

export default function DateFeeds() {
  const { feeds, isRevoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { feed: words, one } = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        above={
          <Link to="/dates" className="text-link inline-flex min-h-6 items-center">
            {one.back}
          </Link>
        }
      />
      {isRevoked && !answer && <Notice status="good">{words.revoked}</Notice>}
      {answer?.fault && <Notice status="bad">{words.faults[answer.fault]}</Notice>}
      {answer?.address && (
        <Notice status="good" title={words.ready}>
          <TextField
            label={words.address}
            name="address"
            defaultValue={answer.address}
            readOnly
            className="my-2"
          />
          <p>{words.secret}</p>
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={words.make}>
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <SelectField
              {...{ label: words.reach, name: "reach" }}
              options={(["own", "all"] as const).map((reach) => ({
                value: reach,
                label: words.reaches[reach],
              }))}
            />
            <Button type="submit" look="primary" name="intent" value="make">
              {words.make}
            </Button>
          </Form>
        </Card>
        <FeedList feeds={feeds} />
      </div>
    </Page>
  );
}
