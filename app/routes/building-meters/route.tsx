import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BuildingSubHead } from "#app/components/building-sub-head.tsx";
import { Page } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { reachBuilding } from "#app/http/reach-building.server.ts";
import { meters as area } from "#app/i18n/meters.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listDegreeMonths, listMeteredHouses } from "#db/queries/meter/list-metered-houses.ts";
import { listMeters } from "#db/queries/meter/list-meters.ts";
import { compared, judgeHouses, type JudgedHouse, type MeteredHouse } from "#domain/meter/metered-house.ts";
import { monthsBefore, type DegreeMonth } from "#domain/meter/meter.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { KindCard } from "./kind-card.tsx";
import { MeterList } from "./meter-list.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const words = area[data?.locale ?? "da"];
  return [{ title: data ? words.building.title(data.name) : words.title }];
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, id, name, today, locale } = await reachBuilding(asked, "colocation");
  const { db } = asked.context;
  const until = today.slice(0, 7);
  const [meters, degrees, houses] = await Promise.all([
    listMeters(db, actor, id),
    listDegreeMonths(db, actor),
    listMeteredHouses(db, actor, until),
  ]);
  // Among all that the reader may see, so that the page says of the building what the list does.
  const judged = judgeHouses(houses, degrees, until);
  const kinds = houses.flatMap((house, at) =>
    house.buildingId === id ? [kindOf(house, judged[at]!, degrees)] : [],
  );
  return { locale, id, name, meters, kinds, year: monthsBefore(until, 24) };
}

const kindOf = (house: MeteredHouse, judged: JudgedHouse, degrees: ReadonlyMap<string, DegreeMonth>) => ({
  ...{ judged, measured: house.months, compared: compared(house, degrees) },
  lacksDegrees: house.kind === "heat" && house.months.some(({ month }) => !degrees.has(month)),
});

export default function BuildingMeters() {
  const { id, name, meters, kinds, year } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <BuildingSubHead
        building={{ id, name }}
        title={words.building.title(name)}
        to={{ path: "/meters", word: words.title }}
      />
      {meters.length === 0 ? (
        <EmptyState title={words.building.none}>{words.building.noneHint}</EmptyState>
      ) : (
        <>
          {kinds.map((one) => (
            <KindCard key={one.judged.kind} {...one} year={year} />
          ))}
          <MeterList meters={meters} />
        </>
      )}
    </Page>
  );
}
