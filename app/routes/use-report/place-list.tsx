import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useReport as area } from "#app/i18n/use-report.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ReportPlace } from "#db/queries/use/list-report-places.ts";

/** The houses one may tell about; each opens the form. */
export function PlaceList({ places, q }: { places: ReportPlace[]; q: string }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.choose}>
      {(q !== "" || places.length > 8) && (
        <Form method="get" role="search" className="flex items-end gap-2 pb-4">
          <TextField label={words.search} name="q" type="search" defaultValue={q} className="flex-1" />
          <Button type="submit">{words.find}</Button>
        </Form>
      )}
      {places.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ul className="flex flex-col">
          {places.map(({ unitId, unitName, buildingId, buildingName, address, reportedOn }) => (
            <li key={`${unitId} ${buildingId}`} className="border-t border-line py-2 first:border-t-0">
              <Link
                to={`/use/report?unit=${unitId}&building=${buildingId}`}
                className="text-link inline-flex min-h-11 items-center font-semibold"
              >
                {buildingName}
              </Link>
              <p className="text-sm text-ink-soft">
                {unitName} · {address} · {reportedOn ? words.told(format.day(reportedOn)) : words.never}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
