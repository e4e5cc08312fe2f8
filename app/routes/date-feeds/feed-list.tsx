import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CalendarFeed } from "#db/queries/lease-date/calendar-feeds.ts";

/** The addresses that a person has open, each with the way to close it. */
export function FeedList({ feeds }: { feeds: readonly CalendarFeed[] }) {
  const { feed: words } = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.yours}>
      {feeds.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {feeds.map(({ id, reach, createdAt, readAt }) => {
          const made = format.dateTime(createdAt);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                <span className="font-semibold">{words.reaches[reach]}</span>
                <span className="block text-sm text-ink-soft">
                  {words.madeAt(made)}, {readAt ? words.readAt(format.dateTime(readAt)) : words.neverRead}
                </span>
              </span>
              <Form method="post">
                <input type="hidden" name="id" value={id} />
                <Button
                  type="submit"
                  look="danger"
                  isCompact
                  name="intent"
                  value="revoke"
                  aria-label={words.revokeOf(words.reaches[reach], made)}
                >
                  {words.revoke}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
