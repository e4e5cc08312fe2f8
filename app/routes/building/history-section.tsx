import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Tenure } from "#domain/portfolio-row.ts";
import type { BuildingPage } from "./load-building.ts";
import { Section } from "./section.tsx";

type Event = BuildingPage["history"][number];

/** So many events stand open; the rest is folded. */
const mostOpen = 12;

/** What happened to the building, the newest first. */
export function HistorySection({ history }: Pick<BuildingPage, "history">) {
  const words = useWords(area).history;
  const later = history.slice(0, mostOpen);
  const earlier = history.slice(mostOpen);
  return (
    <Section id="history" title={words.title}>
      {history.length === 0 ? (
        <p className="text-ink-soft">{words.none}</p>
      ) : (
        <p className="mb-3 text-sm text-ink-soft">{words.note}</p>
      )}
      <Events events={later} />
      {earlier.length > 0 && (
        <details data-open-on-paper>
          <summary className="screen-only inline-flex min-h-9 items-center font-medium text-blue">
            {words.earlier(earlier.length)}
          </summary>
          <Events events={earlier} />
        </details>
      )}
    </Section>
  );
}

function Events({ events }: { events: readonly Event[] }) {
  const format = useFormats();
  const words = useWords(area).history;
  return (
    <ol className="figures ml-1.5 border-l-2 border-line">
      {events.map((event, index) => (
        <li
          key={index}
          className="relative grid gap-x-4 pb-3 pl-5 sm:grid-cols-[6rem_1fr_auto] before:absolute before:top-2 before:-left-1.25 before:size-2 before:rounded-full before:bg-blue"
        >
          <span className="text-ink-soft">{format.day(event.on)}</span>
          <EventText event={event} />
          <span className="text-sm text-ink-soft">
            <span className="sr-only">{words.source}: </span>
            {event.source}
          </span>
        </li>
      ))}
    </ol>
  );
}

function EventText({ event }: { event: Event }) {
  const { history: words, tenures } = useWords(area);
  const isTenure = event.kind === "takenIn" || event.kind === "released" || event.kind === "tenureChanged";
  return <span>{words.kinds[event.kind](isTenure ? tenures[event.detail as Tenure] : event.detail)}</span>;
}
