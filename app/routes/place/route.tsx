import { House, MessageSquarePlus } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { place as area } from "#app/i18n/place.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { listPlaces } from "#db/queries/list-places.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { surveyAgeing, surveyAgeOf } from "#domain/survey-age.ts";
import { AddressCard } from "./address-card.tsx";
import { byAddress } from "./by-address.ts";
import { loadNextDates } from "./load-next-dates.server.ts";
import { loadPlanned } from "./load-planned.ts";
import { loadUnitCases, type CasesOfUnit } from "./load-unit-cases.ts";
import { UnitCases } from "./unit-cases.tsx";
import { UnitFigures } from "./unit-figures.tsx";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const today = dayAt(new Date());
  const [found, assumptions] = await Promise.all([
    listPlaces(context.db, actor, today),
    getAssumptions(context.db, actor.organisationId, today),
  ]);
  const ages = surveyAgeing(assumptions);
  const places = found.map((place) => ({
    ...place,
    buildings: place.buildings.map((building) => ({
      ...building,
      age: surveyAgeOf(building.surveyedOn, today, ages),
    })),
  }));
  const cases: Record<string, CasesOfUnit> = {};
  for (const { unitId } of places) cases[unitId] = await loadUnitCases(context.db, actor, unitId, today);
  const locale = localeFrom(request, actor.locale);
  const buildingIds = places.flatMap(({ buildings }) => buildings.map(({ id }) => id));
  const planned = await loadPlanned(context.db, actor, buildingIds, today, locale);
  const next = await loadNextDates(context.db, actor, found, today, locale);
  return { locale, places, cases, planned, next };
}

export default function PlacePage() {
  const { places, cases, planned, next } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead title={words.title} note={places.length > 0 ? words.lead : undefined} />
      {places.length === 0 && (
        <Card>
          <EmptyState icon={House} title={words.none}>
            {words.noneHint}
          </EmptyState>
        </Card>
      )}
      {places.map((place) => (
        <section key={place.unitId} aria-labelledby={place.unitId} className="flex flex-col gap-3">
          <div>
            <h2 id={place.unitId} className="text-lg">
              {place.unitName}
            </h2>
            <p className="text-sm text-ink-soft">{place.administrationName}</p>
          </div>
          {place.buildings[0] && (
            <LinkButton
              to={`/ask?building=${place.buildings[0].id}`}
              look="primary"
              icon={MessageSquarePlus}
              className="min-h-12 w-full text-lg sm:w-fit"
            >
              {words.ask}
            </LinkButton>
          )}
          <UnitCases cases={cases[place.unitId]!} unitId={place.unitId} unitName={place.unitName} />
          <UnitFigures place={place} next={next[place.unitId] ?? null} />
          {place.buildings.length === 0 && <p className="text-ink-soft">{words.noBuildings}</p>}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {byAddress(place.buildings).map(({ address, buildings }) => (
              <AddressCard key={address} {...{ address, buildings, planned }} />
            ))}
          </div>
        </section>
      ))}
    </Page>
  );
}
