import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { council as area } from "#app/i18n/council.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { grantPool } from "#db/commands/council/keep-pool.ts";
import { seatInCouncil, setCouncilMeeting } from "#db/commands/council/seat-council.ts";
import { listAccounts } from "#db/queries/accounts.ts";
import { councilPartsOf, listCouncilSeats } from "#db/queries/council/council-parts.ts";
import { listCouncilCases, listCouncilMeetings, listPools } from "#db/queries/council/list-council.ts";
import { hasRole, type Actor } from "#domain/actor.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CouncilCases } from "./council-cases.tsx";
import { MeetingsCard, MembersCard } from "./members-card.tsx";
import { PoolCard } from "./pool-card.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { db } = context;
  const today = dayAt(new Date());
  const [cases, meetings, seats, pools, parts] = [
    await listCouncilCases(db, actor),
    await listCouncilMeetings(db, actor),
    await listCouncilSeats(db, actor, today),
    await listPools(db, actor),
    await councilPartsOf(db, actor, today),
  ];
  const isAdministrator = hasRole(actor, "administrator");
  return {
    ...{ locale: localeFrom(request, actor.locale), cases, meetings, seats, pools, year: yearOf(today) },
    maySeat: isAdministrator,
    maySetMeeting: isAdministrator || parts.length > 0,
    mayGrant: isAdministrator || parts.includes("chair"),
    accounts: isAdministrator ? await namesOf(db, actor) : [],
  };
}

/** Who could be named, by name alone. */
async function namesOf(db: Parameters<typeof listAccounts>[0], actor: Actor) {
  const { items } = await listAccounts(db, actor, "", dayAt(new Date()));
  return items.filter((one) => !one.isDisabled).map(({ id, name }) => ({ value: id, label: name }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const typed = Object.fromEntries(await request.formData()) as Record<string, string>;
  const { intent, accountId, deputyAccountId, poolId } = typed;
  const now = new Date();
  const refusal = await (async () => {
    if (intent === "meeting") {
      const form = { heldOn: typed["heldOn"] ?? "", place: typed["place"] ?? "" };
      return refusalOf(await setCouncilMeeting(context.db, actor, form, now));
    }
    if (intent === "seat" && isId(accountId)) {
      const seat = typed["seat"] === "chair" ? "chair" : "member";
      const deputy = isId(deputyAccountId) ? deputyAccountId : null;
      return refusalOf(
        await seatInCouncil(context.db, actor, { accountId, deputyAccountId: deputy, seat }, now),
      );
    }
    if (intent === "grant" && isId(poolId))
      return refusalOf(await grantPool(context.db, actor, { poolId, year: yearOf(dayAt(now)) }, now));
    return "form" as const;
  })();
  return refusal ? json({ refusal }, 422) : redirect("/council", 303);
}

const refusalOf = <R extends string>(result: { ok: true } | { ok: false; refusal: R }): R | null =>
  result.ok ? null : result.refusal;

export default function Council() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead title={words.title} note={words.lead} />
      <FormErrors errors={answer ? [{ message: words.refusals[answer.refusal] }] : []} />
      <CouncilCases cases={data.cases} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <PoolCard {...data} />
        <div className="flex min-w-0 flex-col gap-5">
          <MeetingsCard {...data} />
          <MembersCard {...data} />
        </div>
      </div>
    </Page>
  );
}
