import { SearchX } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import type { PortfolioView } from "#domain/portfolio-view.ts";
import { BuildingTable } from "./building-table.tsx";
import { withoutFilters } from "./chips.ts";
import { withParams } from "./portfolio-url.ts";
import type { RowContext } from "./row-columns.tsx";
import { SortSelect } from "./sort-select.tsx";

type WithId = { id: string; name: string };

type ListPanelProps = {
  rows: readonly PortfolioRow[];
  total: number;
  nextCursor: string | null;
  isFromStart: boolean;
  query: string;
  view: PortfolioView;
  seenAt: string | null;
  /** How many of all were changed since the last visit. */
  changed: number;
  options: { administrations: WithId[]; districts: WithId[] };
  isAlone: boolean;
  isFiltered: boolean;
  hovered: string | null;
  onHover: (id: string | null) => void;
  onSelect: (id: string) => void;
  onMore: () => void;
};

/** The list with its head line, its empty state and the way to the rows that follow. */
export function ListPanel(props: ListPanelProps) {
  const { rows, total, query, view, isAlone, isFromStart } = props;
  const words = useWords(portfolio);
  const format = useFormats();
  const context = useRowContext(props);
  if (rows.length === 0) return <NothingFound query={query} isFiltered={props.isFiltered} />;
  return (
    <>
      <div className="figures flex min-h-10 items-center justify-between gap-2 border-b border-line px-4 text-sm text-ink-soft">
        <span aria-live="polite">
          {words.shown(format.number(rows.length), format.number(total))}
          {props.changed > 0 && ` · ${words.totals.changed(format.number(props.changed))}`}
        </span>
        {!isFromStart && (
          <LinkButton to={withParams(query, {})} isCompact look="plain">
            {words.fromStart}
          </LinkButton>
        )}
        <SortSelect query={query} view={view} />
      </div>
      <BuildingTable
        rows={rows}
        context={context}
        isAlone={isAlone}
        selected={view.selected}
        hovered={props.hovered}
        onHover={props.onHover}
        onSelect={props.onSelect}
        onNearEnd={props.onMore}
      >
        {props.nextCursor && <MoreRows query={query} cursor={props.nextCursor} onMore={props.onMore} />}
      </BuildingTable>
    </>
  );
}

function useRowContext({ query, view, seenAt, options }: ListPanelProps): RowContext {
  const words = useWords(portfolio);
  const format = useFormats();
  return useMemo(() => {
    const names = (list: readonly WithId[]) => {
      const byId = new Map(list.map(({ id, name }) => [id, name]));
      return (id: string | null) => (id && byId.get(id)) || "–";
    };
    const nameOf = {
      administration: names(options.administrations),
      district: names(options.districts),
    };
    return { query, view, seenAt, nameOf, words, format };
  }, [query, view, seenAt, options, words, format]);
}

function NothingFound({ query, isFiltered }: { query: string; isFiltered: boolean }) {
  const words = useWords(portfolio);
  if (!isFiltered)
    return (
      <EmptyState icon={SearchX} title={words.emptyRegisterTitle}>
        {words.emptyRegisterText}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={SearchX}
      title={words.emptyTitle}
      action={<LinkButton to={withoutFilters(query)}>{words.clearAll}</LinkButton>}
    >
      {words.emptyText}
    </EmptyState>
  );
}

/** A link to the rows that follow; with JavaScript they are added below instead. */
function MoreRows({ query, cursor, onMore }: { query: string; cursor: string; onMore: () => void }) {
  const words = useWords(portfolio);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const to = `${withParams(query, {})}&cursor=${encodeURIComponent(cursor)}`;
  return (
    <p className="screen-only flex justify-center p-3">
      <LinkButton
        to={to}
        isCompact
        onClick={(event) => {
          if (!isLive || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onMore();
        }}
      >
        {words.more}
      </LinkButton>
    </p>
  );
}
