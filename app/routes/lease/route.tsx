import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { problem } from "#app/http/problem.ts";
import { leaseLife as lifeArea } from "#app/i18n/lease-life.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { listLeaseDocuments } from "#db/queries/lease/list-lease-documents.ts";
import { listLeaseCosts } from "#db/queries/shared-cost/list-shared-costs.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ChargesCard } from "./charges-card.tsx";
import { ChangeLinks } from "./change-links.tsx";
import { LifeCards } from "./life-cards.tsx";
import { ChangeCard } from "./change-card.tsx";
import { ComparedCard } from "./compared-card.tsx";
import { ContributionCard } from "./contribution-card.tsx";
import { HandBackCard } from "./hand-back-card.tsx";
import { loadLease, type LeasePage } from "./load-lease.server.ts";
import { SharedCostsCard } from "./shared-costs-card.tsx";
import { StepsCard } from "./steps-card.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].title(data.lease.number) : "" },
];

/** A year that an address may ask for; null where it says none, or something else. */
const yearAsked = (text: string | null): number | null =>
  text !== null && /^(19|20)\d\d$/.test(text) ? Number(text) : null;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const today = dayAt(new Date());
  const asked = new URL(request.url).searchParams;
  const year = yearAsked(asked.get("year"));
  const page = isId(params.id)
    ? await loadLease(db, actor, params.id, { year, less: asked.get("less") }, today)
    : null;
  if (!page) throw problem(404);
  const [life, documents, costs] = await Promise.all([
    getLeaseLife(db, actor, page.lease.id),
    listLeaseDocuments(db, { contractId: page.lease.id }, actor),
    listLeaseCosts(db, actor, page.lease.id),
  ]);
  const wasActivated = asked.get("was") === "activated";
  const mayWrite = keepsLeases(actor);
  return {
    locale: localeFrom(request, actor.locale),
    today,
    life,
    documents,
    costs,
    wasActivated,
    mayWrite,
    ...page,
  };
}

/** On paper all of it stands on one sheet: smaller where m² changed in the year, and each line is there twice. */
const fewLines = 8;

export default function LeaseRentPage() {
  const page = useLoaderData<typeof loader>();
  const words = useWords(area);
  const life = useWords(lifeArea);
  const format = useFormats();
  const { lease, year, now } = page;
  return (
    <Page>
      <PageHead
        title={words.title(lease.number)}
        above={[words.kinds[lease.kind], lease.party].filter(Boolean).join(" · ")}
        note={lease.buildings.map(({ id, name }) => (
          <Link key={id} to={`/buildings/${id}`} className="text-link mr-3 inline-block min-h-6">
            {name}
          </Link>
        ))}
        tools={
          <Form className="flex items-end gap-2">
            <TextField
              label={words.year}
              name="year"
              type="number"
              min={1990}
              max={2100}
              defaultValue={year}
            />
            <Button type="submit">{words.show}</Button>
          </Form>
        }
      />
      {page.wasActivated && <Notice status="good">{life.activated}</Notice>}
      {page.mayWrite && <ChangeLinks id={lease.id} />}
      {!now.ok && <Notice status="attention">{words.missing(format.day(now.month))}</Notice>}
      {now.ok && now.value.lines.length === 0 && <Notice>{words.noTerms}</Notice>}
      {now.ok && now.value.lines.length > 0 && <Explained {...page} {...now.value} />}
      <SharedCostsCard costs={page.costs} />
      {lease.annualRentOre !== null && now.ok && now.value.lines.length === 0 && (
        <Card>{format.ore(lease.annualRentOre)}</Card>
      )}
      {page.life && (
        <LifeCards id={lease.id} life={page.life} documents={page.documents} today={page.today} />
      )}
    </Page>
  );
}

type Reckoned = Extract<LeasePage["now"], { ok: true }>["value"];

/** The rent from m² to kroner, why it is not last year's, and what stands beside it; on paper one sheet. */
function Explained({ lines, totalOre, ...page }: LeasePage & Reckoned) {
  const size = lines.length > fewLines ? "print:[zoom:0.6]" : "print:[zoom:0.78]";
  return (
    <div className={`flex flex-col gap-4 print:gap-2 ${size}`}>
      <StepsCard {...{ lines, totalOre, year: page.year, indexSource: page.indexSource }} />
      <div className="grid items-start gap-4 lg:grid-cols-2 print:block print:columns-2 print:gap-2 print:*:mb-2 print:[&>:not(:first-child)]:break-inside-avoid">
        <ChangeCard {...page} />
        <HandBackCard handBack={page.handBack} areaM2={page.areaM2} year={page.year} />
        <ContributionCard contribution={page.contribution} />
        <ChargesCard leaseId={page.lease.id} charges={page.charges} />
        <ComparedCard compared={page.compared} totalOre={totalOre} areaM2={page.areaM2} />
      </div>
    </div>
  );
}
