import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BuildingSubHead } from "#app/components/building-sub-head.tsx";
import { Page } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { reachBuilding } from "#app/http/reach-building.server.ts";
import { use as area } from "#app/i18n/use.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import { getHouseSpace } from "#db/queries/use/house-space.ts";
import { listNorms } from "#db/queries/use/list-norms.ts";
import { nameSpaces } from "#db/queries/use/name-spaces.ts";
import { nameUnits } from "#db/queries/use/name-units.ts";
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

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, id, name, today: on, locale } = await reachBuilding(asked, "colocation");
  const { db } = asked.context;
  const view = readUseView(new URL(asked.request.url).searchParams);
  const which = { on, period: view.period, buildingIds: [id] };
  const [weeks, rooms, space, norms] = await Promise.all([
    hourlyUse(db, actor, which),
    hourlyUse(db, actor, { ...which, of: "spaces" }),
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
  return { locale, id, name, view, weeks, units, rooms, names, space, norms };
}

export default function BuildingUse() {
  const { id, name, view, weeks, units, rooms, names, space, norms } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <BuildingSubHead
        building={{ id, name }}
        title={words.building.title(name)}
        to={{ path: `/buildings/${id}/meters`, word: words.building.meters }}
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
