import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { use as area } from "#app/i18n/use.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getBuildingName, mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import { getHouseSpace } from "#db/queries/use/house-space.ts";
import { listNorms } from "#db/queries/use/list-norms.ts";
import { nameSpaces } from "#db/queries/use/name-spaces.ts";
import { nameUnits } from "#db/queries/use/name-units.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { normFor } from "#domain/use/space-norm.ts";
import { readUseView } from "#domain/use/use-search.ts";
import { RoomTable } from "./room-table.tsx";
import { UnitUse } from "./unit-use.tsx";
import { ViewLinks } from "./view-links.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const words = area[data?.locale ?? "da"];
  return [{ title: data ? words.building.title(data.name) : words.title }];
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { db } = context;
  const { id } = params;
  const on = dayAt(new Date());
  if (!isId(id) || !(await mayReachBuilding(db, actor, id, "read", on))) throw problem(404);
  const view = readUseView(new URL(request.url).searchParams);
  const asked = { on, period: view.period, buildingIds: [id] };
  const [name, weeks, rooms, space, norms] = await Promise.all([
    getBuildingName(db, actor, id),
    hourlyUse(db, actor, asked),
    hourlyUse(db, actor, { ...asked, of: "spaces" }),
    getHouseSpace(db, actor, { id, on }, view),
    listNorms(db, actor, on),
  ]);
  const spaceIds = rooms.flatMap(({ spaceId }) => (spaceId ? [spaceId] : []));
  const names = await nameSpaces(db, actor, id, spaceIds);
  const units = await nameUnits(
    db,
    actor,
    weeks.map(({ unitId }) => unitId),
  );
  const locale = localeFrom(request, actor.locale);
  return { locale, id, name, view, weeks, units, rooms, names, space, norms };
}

export default function BuildingUse() {
  const { id, name, view, weeks, units, rooms, names, space, norms } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.building.title(name)}
        above={
          <Link to={`/buildings/${id}`} className="text-link inline-flex min-h-6 items-center">
            {name}
          </Link>
        }
        tools={
          <Link to={`/buildings/${id}/meters`} className="text-link inline-flex min-h-6 items-center">
            {words.building.meters}
          </Link>
        }
      />
      <ViewLinks id={id} view={view} />
      {weeks.length === 0 ? (
        <EmptyState title={words.building.none}>{words.building.noneHint}</EmptyState>
      ) : (
        weeks.map((week) => (
          <UnitUse
            key={week.unitId}
            week={week}
            name={units[week.unitId] ?? ""}
            hours={view.hours}
            space={space && { ...space, norm: normFor(norms, space.kind) }}
          />
        ))
      )}
      {rooms.length > 0 && <RoomTable rooms={rooms} names={names} hours={view.hours} />}
    </Page>
  );
}
