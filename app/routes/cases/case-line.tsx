import { Camera } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { CaseRow } from "#db/queries/case/list-cases.ts";
import { statusOf } from "#domain/case/case-stage.ts";
import { isOpen } from "#domain/order/order-state.ts";

/** A case as a line: what was asked, where and when, and how each of its orders stands, with the next day that counts. */
export function CaseLine({ row }: { row: CaseRow }) {
  const words = useWords(area);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const names = row.orders.map((order) => (isDanish ? order.nameDa : order.nameEn) || words.unnamed);
  const where = [row.buildingName, row.spaceName].filter(Boolean).join(", ");
  return (
    <Link
      to={`/cases/${row.number}`}
      className="flex flex-col gap-1 px-4 py-3 no-underline hover:bg-sunken md:flex-row md:gap-4"
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-semibold">{[...new Set(names)].join(", ")}</span>
          {row.isNew && <Badge status="info">{words.isNew}</Badge>}
          {row.photos > 0 && (
            <span className="inline-flex shrink-0 items-center gap-1 text-sm text-ink-soft">
              <Icon of={Camera} className="size-4 self-center" />
              <span className="sr-only">{words.photos(row.photos)}</span>
              <span aria-hidden="true">{row.photos}</span>
            </span>
          )}
        </span>
        <span className="block truncate">{row.text}</span>
        <span className="figures block truncate text-sm text-ink-soft">
          {row.number} · {format.day(row.askedOn)} · {where}
        </span>
      </span>
      <span className="flex flex-wrap items-start gap-x-4 gap-y-1 md:flex-col md:items-end">
        {statesOf(row).map(({ state, due }) => (
          <span key={state} className="inline-flex items-center gap-2">
            <Badge status={statusOf(state)}>{words.states[state]}</Badge>
            {due && (
              <span className="figures text-sm text-ink-soft">
                {due.length === 10 ? format.day(due) : format.dateTime(due)}
              </span>
            )}
          </span>
        ))}
      </span>
    </Link>
  );
}

/** Each state once, with the first day that someone comes or that it is to be done by. */
function statesOf(row: CaseRow) {
  const found = new Map<CaseRow["orders"][number]["state"], string | null>();
  for (const { state, plannedOn, resolveBy } of row.orders) {
    const due = isOpen(state) && state !== "done" ? (plannedOn ?? resolveBy) : null;
    const known = found.get(state);
    if (!found.has(state) || (due !== null && (known ?? due) >= due)) found.set(state, due);
  }
  return [...found].map(([state, due]) => ({ state, due }));
}
