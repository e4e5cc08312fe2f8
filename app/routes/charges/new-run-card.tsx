import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseWithoutTerms } from "#db/queries/charge/list-leases-without-terms.ts";
import type { Preview } from "./preview.server.ts";

type Props = { period: string; preview: Preview | null; withoutTerms: readonly LeaseWithoutTerms[] };

/** Asks for a period, says what it would come to and what is missing, and makes the draft. */
export function NewRunCard({ period, preview, withoutTerms }: Props) {
  const words = useWords(area);
  return (
    <Card title={words.make}>
      <p className="pb-3 text-sm text-ink-soft">{words.makeHint}</p>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField
          key={period}
          className="w-full sm:w-96"
          label={words.period}
          hint={words.periodHint}
          name="period"
          defaultValue={period}
        />
        <Button type="submit">{words.look}</Button>
      </Form>
      {preview && (
        <div className="mt-4 flex flex-col gap-3">
          <PreviewText preview={preview} />
          {preview.ok && <WithoutTerms leases={withoutTerms} />}
          {preview.ok && (
            <Form method="post">
              <input type="hidden" name="period" value={preview.period} />
              <Button type="submit" look="primary">
                {words.makeDo(preview.period)}
              </Button>
            </Form>
          )}
        </div>
      )}
    </Card>
  );
}

function PreviewText({ preview }: { preview: Preview }) {
  const words = useWords(area);
  const format = useFormats();
  if (preview.ok)
    return (
      <Notice>
        {words.preview(preview.period, format.ore(preview.totalOre, "ore"), format.number(preview.leases))}
      </Notice>
    );
  if (preview.refusal === "indexMonthMissing") return <MissingMonths {...preview} />;
  return <Notice status="attention">{words.refusals[preview.refusal]}</Notice>;
}

/** Which leases lack which month: the first of them by name. */
function MissingMonths({ missing, count }: { missing: { number: string; month: string }[]; count: number }) {
  const words = useWords(area);
  return (
    <Notice
      status="bad"
      title={words.missingTitle(count)}
      action={
        <Link to="/assumptions/prices" className="text-link">
          {words.toIndex}
        </Link>
      }
    >
      <p>{words.missing}</p>
      <ul className="columns-1 pt-1 text-sm sm:columns-2">
        {missing.map(({ number, month }) => (
          <li key={number}>{words.missingLine(number, month.slice(0, 7))}</li>
        ))}
        {count > missing.length && <li>{words.missingMore(count - missing.length)}</li>}
      </ul>
    </Notice>
  );
}

function WithoutTerms({ leases }: { leases: readonly LeaseWithoutTerms[] }) {
  const words = useWords(area);
  if (leases.length === 0) return null;
  return (
    <Notice status="attention">
      <p>{words.withoutTerms(leases.length)}</p>
      <p className="flex flex-wrap gap-x-3">
        {leases.map(({ contractId, number }) => (
          <Link key={contractId} to={`/leases/${contractId}`} className="text-link inline-block min-h-6">
            {number}
          </Link>
        ))}
      </p>
    </Notice>
  );
}
