import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { problem } from "#app/http/problem.ts";
import { building as buildingWords } from "#app/i18n/building.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { getDaysKnown } from "#db/queries/building/get-building.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AreasSection } from "./areas-section.tsx";
import { BuildingHead } from "./building-head.tsx";
import { changeTarget } from "./change-target.server.ts";
import { ChangesSection } from "./changes-section.tsx";
import { ConditionSection } from "./condition-section.tsx";
import { DocumentsSection } from "./documents-section.tsx";
import { FactsSection, MeasuresSection } from "./facts-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { LeasesSection } from "./leases-section.tsx";
import { loadBuilding } from "./load-building.ts";
import { loadCondition } from "./load-condition.ts";
import { loadDocuments } from "./load-documents.ts";
import { MaintenanceSection } from "./maintenance-section.tsx";
import { NotThatDay } from "./not-that-day.tsx";
import { OccupationsSection } from "./occupations-section.tsx";
import { PlannedSection } from "./planned-section.tsx";
import { loadPlanned } from "../place/load-planned.ts";
import { readBuildingSearch } from "./search.ts";
import { SectionNav } from "./section-nav.tsx";
import { SitePlanCard } from "./site-plan-card.tsx";

export const handle: RouteHandle = {
  needs: { area: "register", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const words = buildingWords[data?.locale ?? "da"];
  return [{ title: data?.page?.building.name ?? words.facts.title }];
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const today = dayAt(new Date());
  const query = new URL(request.url).searchParams;
  const search = readBuildingSearch(query, today);
  const [page, documents] = await Promise.all([
    loadBuilding(context.db, actor, id, search.on),
    loadDocuments(context.db, actor, id, today, query),
  ]);
  const condition = page && (await loadCondition(context.db, actor, id, search.on));
  // Whoever may not know of it today is not told either on which days they might have.
  const mayKnow = page !== null || (await mayReachBuilding(context.db, actor, id, "read", today));
  const daysKnown = page || !mayKnow ? null : await getDaysKnown(context.db, actor, id, search.on);
  if (!page && !daysKnown) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const seesWorks = page !== null && may(actor, "surveys", "read");
  const planned = seesWorks ? await loadPlanned(context.db, actor, [id], today, locale) : {};
  const seesUse = may(actor, "colocation", "read");
  return {
    ...{ locale, id, today, search, page, condition, documents, daysKnown, seesUse },
    planned: planned[id] ?? [],
  };
}

/** Lets the building be kept to another class from a day. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  if (!isId(params.id)) throw problem(404);
  const answer = await changeTarget(context.db, actor, params.id, await request.formData(), new Date());
  return answer ? json(answer, { status: 422 }) : redirect(`/buildings/${params.id}#condition`);
}

export default function BuildingRoute() {
  const { id, today, search, page, condition, documents, daysKnown, planned, seesUse } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  if (!page) return <NotThatDay {...{ id, today, search }} days={daysKnown!} />;
  const { building, codes, ages, floors, leases, occupations, upkeep, received, history, changes, plan } =
    page;
  return (
    <Page>
      <BuildingHead {...{ building, search, today, seesUse }} />
      <KeyFigures building={building} age={ages.building} />
      <SectionNav hasChanges={changes !== null} />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr]">
        <FactsSection building={building} />
        <SitePlanCard building={building} plan={plan} />
      </div>
      <MeasuresSection building={building} codes={codes} />
      <AreasSection floors={floors} />
      <LeasesSection {...{ leases, id }} />
      <OccupationsSection occupations={occupations} />
      <ConditionSection
        {...{ building, upkeep, condition, today, answer }}
        age={ages.newestSurvey}
        on={search.on}
      />
      <PlannedSection id={id} planned={planned} />
      <MaintenanceSection {...{ id, upkeep, received }} on={search.on} />
      <DocumentsSection id={id} documents={documents} />
      <HistorySection history={history} />
      {changes && <ChangesSection id={id} changes={changes} />}
    </Page>
  );
}
