import { useFormats } from "#app/i18n/use-words.tsx";
import { Card } from "./card.tsx";

/** What happened once: what it is called, what was said, by whom and when. */
export interface LinedEvent {
  id: string;
  title: string;
  words: string;
  actorName: string;
  at: string;
}

/** All that happened to something, given from the first, shown with the newest on top. */
export function EventLine({ title, events }: { title: string; events: readonly LinedEvent[] }) {
  const format = useFormats();
  return (
    <Card title={title}>
      <ol className="flex flex-col">
        {[...events].reverse().map((event, index) => (
          <li
            key={event.id}
            className="relative border-l-2 border-line pb-4 pl-5 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`absolute top-1 -left-[7px] size-3 rounded-full border-2 border-surface ${index === 0 ? "bg-blue" : "bg-line-strong"}`}
            />
            <p className="font-medium">{event.title}</p>
            {event.words && <p className="break-words whitespace-pre-wrap">{event.words}</p>}
            <p className="text-sm text-ink-soft">
              {event.actorName}, {format.dateTime(event.at)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
