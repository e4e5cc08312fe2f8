import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { PortfolioMap } from "#app/components/map/portfolio-map.tsx";
import { board } from "#app/i18n/board.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getBuildingName } from "#db/queries/building/reaches-building.ts";
import { listBoardBuildings, type BoardBuilding } from "#db/queries/work/list-board-buildings.ts";
import { listTeams } from "#db/queries/work/list-teams.ts";
import { dayAt } from "#domain/day.ts";
import type { MapPoints } from "#domain/map-data.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readBoardSearch } from "#domain/work/board-search.ts";
import { BoardFilters } from "../board/board-filters.tsx";
import { boardTo, ViewSwitch } from "../board/view-switch.tsx";
import { asPoints } from "./as-points.ts";
import { MapKey } from "./map-key.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: board[data?.locale ?? "da"].map.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const now = new Date();
  const search = readBoardSearch(new URL(request.url).searchParams);
  const [buildings, teams, building] = await Promise.all([
    listBoardBuildings(context.db, actor, search, now),
    listTeams(context.db, actor, dayAt(now)),
    search.building ? getBuildingName(context.db, actor, search.building) : null,
  ]);
  const locale = localeFrom(request, actor.locale);
  return { locale, today: dayAt(now), search, buildings, teams, building, basemap: context.basemap };
}

/** The open orders on the map, by building; a building leads to its orders. The same stands beside it as a table. */
export default function BoardMap() {
  const data = useLoaderData<typeof loader>();
  const { buildings, search, today } = data;
  const words = useWords(board);
  const format = useFormats();
  const navigate = useNavigate();
  const [hovered, setHovered] = useState<string | null>(null);
  const points = useMemo(() => asPoints(buildings, today), [buildings, today]);
  const describe = useDescribe(buildings);
  const toBuilding = (id: string) => boardTo("team", { ...search, building: id });
  return (
    <Page>
      <PageHead title={words.map.title} tools={<ViewSwitch current="map" search={search} />} />
      <BoardFilters {...data} view="map" />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card isFlush>
          <div className="h-[26rem] lg:h-[38rem]">
            <PortfolioMap
              data={points}
              layer="condition"
              selected={null}
              view={null}
              tiles={data.basemap}
              {...{ hovered, describe }}
              onSelect={(id) => navigate(toBuilding(id))}
              onHover={setHovered}
              onViewChange={() => undefined}
            />
          </div>
          <MapKey />
        </Card>
        <Card title={words.map.list} isFlush>
          <DataTable
            caption={words.map.buildings}
            rows={buildings.slice(0, 100)}
            rowKey={(row) => row.id}
            rowTo={(row) => toBuilding(row.id)}
            empty={<p className="text-ink-soft">{words.table.none}</p>}
            columns={[
              { key: "name", header: words.table.building, cell: (row) => row.name },
              {
                key: "open",
                header: words.map.open,
                isNumeric: true,
                cell: (row) => format.number(row.open),
              },
              {
                key: "late",
                header: words.map.late,
                isNumeric: true,
                cell: (row) => format.number(row.overdue),
              },
            ]}
          />
        </Card>
      </div>
    </Page>
  );
}

function useDescribe(buildings: readonly BoardBuilding[]) {
  const words = useWords(board).map;
  const format = useFormats();
  return useCallback(
    (data: MapPoints, index: number) => {
      const { open, overdue } = buildings[index]!;
      const figure = words.figure(format.number(open), format.number(overdue));
      return { title: data.name?.[index] ?? "", figure };
    },
    [buildings, words, format],
  );
}
