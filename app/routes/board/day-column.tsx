import { Form } from "@remix-run/react";
import { useState } from "react";
import type { DragEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { board } from "#app/i18n/board.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { BoardRow } from "#db/queries/work/list-board.ts";
import type { TeamLoad } from "#db/queries/work/list-loads.ts";
import type { Day } from "#domain/day-count.ts";
import { LoadBar } from "./load-bar.tsx";
import { OrderCard, orderType } from "./order-card.tsx";

type ColumnProps = {
  /** Null: what has no day, or whose day is gone by. */
  day: Day | null;
  rows: readonly BoardRow[];
  load: TeamLoad | null;
  total: number;
  teamId: string | null;
  now: string;
  onDrop: (order: string, day: Day | null) => void;
};

/** A day as a column: how full it is, who is away, and its orders; cards can be dropped on it. */
export function DayColumn({ day, rows, load, total, teamId, now, onDrop }: ColumnProps) {
  const words = useWords(board).days;
  const title = useDayTitle(day);
  const { isOver, ...drop } = useDrop((order) => onDrop(order, day));
  return (
    <section
      aria-label={title}
      {...drop}
      className={`flex min-w-0 flex-col gap-2 rounded-base border p-3 ${isOver ? "border-blue bg-blue-tint" : "border-line bg-sunken"}`}
    >
      <h3 className="font-semibold">{title}</h3>
      {day === null ? (
        <p className="text-sm text-ink-soft">{words.noneNote}</p>
      ) : (
        load && <LoadBar team={load} day={day} />
      )}
      {day && load && teamId && <Absence {...{ day, load, teamId, title }} />}
      {rows.length === 0 && <p className="text-sm text-ink-soft">{words.empty}</p>}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <OrderCard key={row.id} {...{ row, now }} />
        ))}
      </ul>
      {total > rows.length && (
        <p className="figures text-sm text-ink-soft">{words.more(total - rows.length)}</p>
      )}
    </section>
  );
}

function useDayTitle(day: Day | null): string {
  const words = useWords(board).days;
  const format = useFormats();
  const locale = useLocale();
  if (!day) return words.none;
  return `${weekdays[locale][new Date(`${day}T00:00:00Z`).getUTCDay()]} ${format.day(day)}`;
}

const weekdays = {
  da: ["Søndag", "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

function useDrop(onOrder: (order: string) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(orderType)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const order = event.dataTransfer.getData(orderType);
      if (order) onOrder(order);
    },
  };
}

function Absence({ day, load, teamId, title }: { day: Day; load: TeamLoad; teamId: string; title: string }) {
  const words = useWords(board).absence;
  const format = useFormats();
  const hours = format.number(load.absenceMinutes / 60, 1);
  return (
    <details className="text-sm">
      <summary className="text-link min-h-6">
        {load.absenceMinutes > 0 ? words.some(hours) : words.title}
        <span className="sr-only"> {title}</span>
      </summary>
      <Form method="post" preventScrollReset className="mt-2 flex flex-col gap-2">
        <input type="hidden" name="intent" value="absence" />
        <input type="hidden" name="teamId" value={teamId} />
        <input type="hidden" name="day" value={day} />
        <TextField
          label={words.hours}
          name="hours"
          inputMode="decimal"
          defaultValue={load.absenceMinutes > 0 ? hours : ""}
        />
        <TextField
          label={words.reason}
          name="reason"
          defaultValue={load.absenceReason}
          maxLength={200}
          isOptional
        />
        <Button type="submit" isCompact>
          {words.save}
        </Button>
      </Form>
    </details>
  );
}
