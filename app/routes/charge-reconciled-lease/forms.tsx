import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RecordedInvoice } from "#db/queries/charge/list-reconciliation.ts";
import { landlordLines } from "#domain/charge/reconcile.ts";
import { useLineName } from "../charge-lease/lines-card.tsx";

interface Answer {
  intent: string;
  faults: { field: string; message: string }[];
  typed: Record<string, string>;
}

/** The invoices of a lease and a period; of one that differs, why that is as it should be. */
export function InvoicesCard({
  invoices,
  mayChange,
  isDiffering,
}: {
  invoices: RecordedInvoice[];
  mayChange: boolean;
  isDiffering: boolean;
}) {
  const words = useWords(area);
  const format = useFormats();
  if (invoices.length === 0) return null;
  return (
    <Card title={words.invoicesOf}>
      <ul className="flex flex-col gap-3">
        {invoices.map(({ id, number, receivedOn, totalOre, settledNote, settledBy }) => (
          <li key={id} className="border-b border-line pb-3 last:border-b-0">
            <p className="figures flex justify-between gap-4">
              <span>{`${number}, ${format.day(receivedOn)}`}</span>
              <span className="whitespace-nowrap">{format.ore(totalOre, "ore")}</span>
            </p>
            {settledNote && (
              <p className="text-sm text-ink-soft">{words.settled(settledBy ?? words.nobody, settledNote)}</p>
            )}
            {mayChange && isDiffering && !settledNote && (
              <Form method="post" className="mt-2 flex flex-wrap items-end gap-3">
                <input type="hidden" name="invoiceId" value={id} />
                <TextField className="min-w-0 flex-1" label={words.settleNote} name="note" maxLength={300} />
                <Button type="submit" name="intent" value="settle">
                  {words.settle}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Records what the landlord invoiced, line by line. */
export function RecordCard({ answer, today }: { answer: Answer | null; today: string }) {
  const words = useWords(area);
  const nameOf = useLineName();
  const typed = answer?.intent === "record" ? answer.typed : {};
  const errors = (field: string) =>
    answer?.intent === "record"
      ? answer.faults
          .filter((fault) => fault.field === field)
          .map(({ message }) => words.invoiceFormFaults[message] ?? message)
      : null;
  const field = (name: string, label: string, usual = "") => ({
    ...{ name, label, errors: errors(name), defaultValue: typed[name] ?? usual },
  });
  return (
    <Card title={words.record}>
      <p className="pb-3 text-sm text-ink-soft">{words.recordHint}</p>
      <Form method="post" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField {...field("number", words.invoiceNumber)} />
        <TextField {...field("receivedOn", words.receivedOn, today)} type="date" />
        {landlordLines.map((key) => (
          <TextField key={key} {...field(key, nameOf(key))} inputMode="decimal" unit="kr." isOptional />
        ))}
        <div className="sm:col-span-2 lg:col-span-3">
          <Button type="submit" name="intent" value="record" look="primary">
            {words.recordDo}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
