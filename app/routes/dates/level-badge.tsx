import { Badge, type Status } from "#app/components/badge.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { Day } from "#domain/day-count.ts";
import { asksForAction, levelOf, type DateLevel } from "#domain/lease-date/date-level.ts";

interface LevelBadgeProps {
  row: LeaseDateRow;
  today: Day;
  warnings: readonly number[];
}

/** The two nearest warnings stand out; those further out are only told. */
function statusOf(level: DateLevel, warnings: readonly number[]): Status {
  if (level === "past") return "bad";
  if (level === "later") return "neutral";
  return warnings.filter((months) => months < level).length < 2 ? "attention" : "info";
}

/** How near a date is, or that somebody has handled it. */
export function LevelBadge({ row, today, warnings }: LevelBadgeProps) {
  const words = useWords(area);
  if (row.isHandled) return <Badge status="good">{words.columns.handled}</Badge>;
  const level = levelOf(row.on, today, warnings);
  const word = typeof level === "number" ? words.levels.within(level) : words.levels[level];
  return <Badge status={asksForAction(row.kind) ? statusOf(level, warnings) : "neutral"}>{word}</Badge>;
}
