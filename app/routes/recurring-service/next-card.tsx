import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { recurring } from "#app/i18n/recurring.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";

interface NextCardProps {
  row: RecurringRow;
  next: string[];
  mayChange: boolean;
}

/** The days it comes next, each with a way to skip it, and the days that are skipped. */
export function NextCard({ row, next, mayChange }: NextCardProps) {
  const words = useWords(recurring).page;
  const format = useFormats();
  const line = "flex items-center justify-between gap-3 border-b border-line py-1.5 last:border-b-0";
  return (
    <Card title={words.next}>
      {next.length === 0 && <p className="text-ink-soft">{words.noneLeft}</p>}
      <ul className="figures">
        {next.map((day) => (
          <li key={day} className={line}>
            {format.day(day)}
            {row.madeUntil !== null && day <= row.madeUntil ? (
              <Badge status="good">{words.ordered}</Badge>
            ) : (
              mayChange && (
                <Form method="post">
                  <Button
                    type="submit"
                    isCompact
                    name="leaveOut"
                    value={day}
                    aria-label={words.leaveOutOf(format.day(day))}
                  >
                    {words.leaveOut}
                  </Button>
                </Form>
              )
            )}
          </li>
        ))}
      </ul>
      {row.leftOut.length > 0 && (
        <>
          <h3 className="pt-4 font-semibold">{words.out}</h3>
          <ul className="figures">
            {row.leftOut.map((day) => (
              <li key={day} className={line}>
                {format.day(day)}
                {mayChange && (
                  <Form method="post">
                    <Button
                      type="submit"
                      isCompact
                      name="takeIn"
                      value={day}
                      aria-label={words.takeInOf(format.day(day))}
                    >
                      {words.takeIn}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
