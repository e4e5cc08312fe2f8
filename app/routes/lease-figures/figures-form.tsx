import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { leases } from "#app/i18n/leases.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { leaseKinds } from "#domain/lease/lease-search.ts";
import type { LeaseFiguresPage } from "./load-figures.server.ts";

interface FiguresFormProps {
  asked: LeaseFiguresPage["asked"];
  administrations: { code: string; name: string }[];
}

/** As of which day, and of which leases; everything is in the address. */
export function FiguresForm({ asked, administrations }: FiguresFormProps) {
  const { filters } = useWords(area);
  const { kinds } = useWords(leases);
  return (
    <Card className="screen-only">
      <Form method="get" className="flex flex-wrap items-end gap-3" key={JSON.stringify(asked)}>
        <TextField {...{ label: filters.on, name: "on", type: "date", defaultValue: asked.on }} />
        <SelectField
          {...{ label: filters.kind, name: "kind", none: filters.all, defaultValue: asked.kind ?? "" }}
          options={leaseKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <SelectField
          {...{ label: filters.administration, name: "administration", none: filters.all }}
          defaultValue={asked.administration ?? ""}
          options={administrations.map(({ code, name }) => ({ value: code, label: name }))}
          className="max-w-full sm:max-w-64"
        />
        <Button type="submit">{filters.show}</Button>
        <Link to="/leases/figures" className="text-link inline-flex min-h-9 items-center">
          {filters.reset}
        </Link>
      </Form>
    </Card>
  );
}
