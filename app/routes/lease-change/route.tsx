import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Db } from "#db/client.server.ts";
import { changedLease } from "#db/commands/lease/change-premises.ts";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { listPremiseSpaces } from "#db/queries/lease/list-premise-spaces.ts";
import { getLease, type Lease } from "#db/queries/rent/get-lease.ts";
import { getRentBasis } from "#db/queries/rent/get-rent-basis.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { readChange, type ChangeFault } from "#domain/lease/change-form.ts";
import { earliestEnd, leaseChangeKinds } from "#domain/lease/change-plan.ts";
import { holds, isThere, takerOf, type PremiseSpace } from "#domain/lease/premises-change.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ChangeFields } from "./change-fields.tsx";
import { ChangePreview } from "./change-preview.tsx";
import { previewChange } from "./preview-change.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].caseTitle(area[data.locale].kinds[data.kind], data.lease.number) : "" },
];

const kindOf = (text: string | undefined) => leaseChangeKinds.find((kind) => kind === text) ?? null;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const kind = kindOf(params.kind);
  const lease = kind && isId(params.id) ? await getLease(context.db, actor, params.id) : null;
  const life = lease && (await getLeaseLife(context.db, actor, lease.id));
  if (!kind || !lease || !life) throw problem(404);
  if (!keepsLeases(actor)) throw problem(403);
  const today = dayAt(new Date());
  const asked = new URL(request.url).searchParams;
  const { plan, faults } = asked.has("effectiveOn")
    ? readChange(kind, asked, today)
    : { plan: null, faults: [] };
  const { terms } = await getRentBasis(context.db, actor, lease.id);
  const [now] = life.terms;
  return {
    ...{ kind, lease, faults, today, typed: Object.fromEntries(asked) },
    preview: plan && (await previewChange(context.db, actor, lease, life, plan)),
    lines: terms.filter(
      ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today),
    ),
    earliest: now && {
      tenant: addDays(earliestEnd(now, "tenant", today), -1),
      landlord: addDays(earliestEnd(now, "landlord", today), -1),
    },
    premises: kind === "premises" ? await premisesOf(context.db, lease, plan?.effectiveOn ?? today) : null,
    effectiveOn: plan?.effectiveOn ?? null,
    newEnd: plan?.newEnd ?? null,
    locale: localeFrom(request, actor.locale),
  };
}

/** What the lease has that it can hand back, and what is free to take, on a day. */
async function premisesOf(db: Db, lease: Lease, on: Day) {
  const spaces = await listPremiseSpaces(db, lease.organisationId, lease.id, on);
  const changed = changedLease(lease, on);
  const isFree = (space: PremiseSpace) => isThere(space, changed) && !takerOf(space, changed);
  return { on, held: spaces.filter((space) => holds(space, changed)), free: spaces.filter(isFree) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const kind = kindOf(params.kind);
  if (!kind || !isId(params.id)) throw problem(404);
  const now = new Date();
  const { plan, faults } = readChange(kind, new URL(request.url).searchParams, dayAt(now));
  if (!plan) return json({ faults, refused: null }, { status: 422 });
  const made = await confirmChange(context.db, actor, params.id, plan, now);
  if (made.ok) return redirect(`/leases/${params.id}/changes/${made.value.number}`, 303);
  if (made.refusal === "notFound") throw problem(404);
  if (made.refusal === "notAllowed") throw problem(403);
  return json({ faults: [] as ChangeFault[], refused: made }, { status: 422 });
}

export default function LeaseChange() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const { kind, lease } = page;
  const refused = answer?.refused ?? page.preview?.refusal ?? null;
  const errors = [
    ...[...page.faults, ...(answer?.faults ?? [])].map((fault) => ({ message: words.faults[fault] })),
    ...(refused
      ? [
          {
            message: words.refusals[refused.refusal](
              refused.lease ?? "",
              format.day(refused.day ?? null),
              refused.place ?? "",
              format.areaM2(refused.areaM2 ?? 0),
            ),
          },
        ]
      : []),
  ];
  return (
    <Page>
      <PageHead
        title={words.caseTitle(words.kinds[kind], lease.number)}
        note={words.leads[kind]}
        above={
          <Link to={`/leases/${lease.id}`} className="text-link">
            {words.back} {lease.number}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      <ChangeFields
        {...{ kind, typed: page.typed, lines: page.lines, earliest: page.earliest ?? null }}
        premises={page.premises}
      />
      {page.preview && !refused && (
        <ChangePreview
          kind={kind}
          preview={page.preview}
          typed={page.typed}
          days={{ effectiveOn: page.effectiveOn!, newEnd: page.newEnd }}
        />
      )}
    </Page>
  );
}
