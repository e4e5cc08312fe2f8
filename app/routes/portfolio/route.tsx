import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { shell } from "#app/i18n/shell.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { withoutFilters } from "./chips.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { ListPanel } from "./list-panel.tsx";
import { loadPortfolio } from "./load-portfolio.server.ts";
import { MapPanel } from "./map-panel.tsx";
import { Notices } from "./notices.tsx";
import { asksTheSame } from "./portfolio-url.ts";
import { SavedViews } from "./saved-views.tsx";
import { SelectionCard } from "./selection-card.tsx";
import { CopyLink, DownloadMenu } from "./share-tools.tsx";
import { TotalsStrip } from "./totals-strip.tsx";
import { usePortfolioPage, type PortfolioPageState } from "./use-portfolio-page.ts";
import { ViewSwitch } from "./view-switch.tsx";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

export { loadPortfolio as loader };

export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find(({ id }) => id === "root")?.data as { locale?: "da" | "en" } | undefined;
  const locale = root?.locale ?? "da";
  return [{ title: `${portfolio[locale].title} · ${shell[locale].product}` }];
};

/** A pan, a selection or another colour asks the server nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isOnlyView =
    currentUrl.pathname === nextUrl.pathname && asksTheSame(currentUrl.searchParams, nextUrl.searchParams);
  const isWriting = formMethod !== undefined && formMethod !== "GET";
  return isOnlyView && !isWriting && currentUrl.href !== nextUrl.href ? false : defaultShouldRevalidate;
};

export default function Portfolio() {
  const page = usePortfolioPage();
  const words = useWords(portfolio);
  const format = useFormats();
  const { data, search, query, chips } = page;
  return (
    <div className="flex h-[calc(100dvh-7rem)] min-h-152 flex-col gap-2.5 p-3 md:h-[calc(100dvh-3.5rem)] md:p-4 print:block print:h-auto print:p-0">
      <h1 className="sr-only print:not-sr-only">
        {words.heading}
        <span className="hidden print:inline"> · {words.printedOn(format.day(search.on))}</span>
      </h1>
      <div className="screen-only flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-152 max-md:basis-full">
          <FilterBar search={search} options={data.options} today={data.today} />
        </div>
        <div className="flex items-center gap-2 max-md:hidden">
          <PageTools page={page} />
          <ViewSwitch query={query} shown={page.shown} />
        </div>
      </div>
      <FilterChips chips={chips} clearTo={withoutFilters(query)} />
      <Notices faults={data.faults} hasLostPlace={data.hasLostPlace} />
      <div
        aria-busy={page.isLoading}
        className={page.isLoading ? "opacity-60 transition-opacity delay-150" : ""}
      >
        <TotalsStrip totals={data.totals} isExtent={search.bbox !== null} />
      </div>
      <div className="screen-only flex gap-2 md:hidden">
        <ViewSwitch query={query} shown={page.shown} />
        <PageTools page={page} />
      </div>
      <MapAndList page={page} />
    </div>
  );
}

/** What can be done with all of what is shown: keep it, take it along, send it. */
function PageTools({ page }: { page: PortfolioPageState }) {
  return (
    <>
      <SavedViews views={page.data.savedViews} query={page.savable} />
      <DownloadMenu listQuery={page.listQuery} found={page.data.totals.found} />
      <CopyLink />
    </>
  );
}

function MapAndList({ page }: { page: PortfolioPageState }) {
  const { data, search, view, shown, chosen, query } = page;
  const isAlone = shown === "list";
  return (
    <div className="flex min-h-0 flex-1 gap-2.5 print:block">
      {!isAlone && (
        <div className="min-w-0 flex-1 overflow-hidden rounded-base border border-line ">
          <MapPanel
            {...{ search, view }}
            at={page.at}
            map={page.map}
            administrations={page.administrations}
            hovered={page.hovered}
            tiles={data.basemap}
            navigation={page.navigation}
            onHover={page.setHovered}
            onViewport={page.onViewport}
          />
        </div>
      )}
      <div
        id="list"
        tabIndex={-1}
        aria-busy={page.isLoading}
        className={`flex min-h-0 min-w-0 flex-col overflow-hidden rounded-base border border-line bg-surface outline-none print:mt-4 print:block print:overflow-visible ${
          isAlone
            ? "flex-1"
            : "w-124 shrink-0 xl:w-152 max-md:hidden print:w-full [@media(scripting:none)]:flex [@media(scripting:none)]:flex-1"
        }`}
      >
        {chosen && <SelectionCard chosen={chosen} query={query} />}
        <ListPanel
          rows={page.rows.items}
          total={data.totals.found}
          nextCursor={page.rows.nextCursor}
          isFromStart={data.isFromStart}
          {...{ query, view, isAlone }}
          seenAt={data.seenAt}
          changed={data.totals.changedSince}
          options={data.options}
          isFiltered={page.chips.length > 0}
          hovered={page.hovered}
          onHover={page.setHovered}
          onSelect={page.navigation.select}
          onMore={page.rows.loadMore}
        />
      </div>
    </div>
  );
}
