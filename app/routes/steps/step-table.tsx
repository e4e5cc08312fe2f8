import { Badge, type Status } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { steps as area } from "#app/i18n/steps.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { stepTally, type StepItem, type StepState } from "#domain/steps/development-steps.ts";

const statuses: Record<StepState, Status> = { met: "good", missing: "attention", unmeasured: "neutral" };

/** One step: its demands, how far each is met, and the way to what is missing. */
export function StepTable({ step, items }: { step: 1 | 2 | 3; items: StepItem[] }) {
  const words = useWords(area);
  const format = useFormats();
  const tally = stepTally(items, step);
  const amount = ({ unit }: StepItem, value: number | null) =>
    unit === "m2" ? format.areaM2(value) : format.number(value, 0);
  return (
    <Card title={words.names[step]} isFlush>
      <p className="px-4 pb-2 text-sm text-ink-soft">
        {words.tally(format.number(tally.met), format.number(tally.all), format.number(tally.unmeasured))}
      </p>
      <DataTable
        caption={words.caption(words.names[step])}
        rows={items.filter((item) => item.step === step)}
        rowKey={({ key }) => key}
        phone="cards"
        columns={[
          { key: "demand", header: words.heads.demand, cell: ({ key }) => words.demands[key] },
          {
            ...{ key: "state", header: words.heads.state },
            cell: ({ state }) => <Badge status={statuses[state]}>{words.states[state]}</Badge>,
          },
          { key: "done", header: words.heads.done, isNumeric: true, cell: (item) => amount(item, item.done) },
          { key: "of", header: words.heads.of, isNumeric: true, cell: (item) => amount(item, item.of) },
          {
            ...{ key: "share", header: words.heads.share, isNumeric: true },
            cell: ({ done, of }) => format.percent(done !== null && of ? done / of : null),
          },
          {
            ...{ key: "missing", header: words.heads.missing, isNumeric: true },
            cell: (item) => (
              <>
                {amount(item, item.missing)}{" "}
                {item.to && (
                  <Link
                    to={item.to}
                    className="text-link screen-only inline-flex min-h-6 items-center"
                    aria-label={`${words.show}: ${words.demands[item.key]}`}
                  >
                    {words.show}
                  </Link>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
