import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft } from "#app/i18n/lease-draft.ts";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { rent } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseChangeKind } from "#domain/lease/change-plan.ts";
import type { RentTerm } from "#domain/rent/rent-term.ts";
import { PremisesFields, type Premises } from "./premises-fields.tsx";

interface Props {
  kind: LeaseChangeKind;
  typed: Record<string, string>;
  lines: RentTerm[];
  earliest: { tenant: string; landlord: string } | null;
  premises: Premises | null;
}

/** What is asked of a lease; sent by GET, so that what would happen can be seen, linked to, and changed before it is confirmed. */
export function ChangeFields({ kind, typed, lines, earliest, premises }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const text = (name: string, label: string, more: object = {}) => (
    <TextField {...{ label, name, defaultValue: typed[name] ?? "", ...more }} />
  );
  const isLast = kind === "terminate" || kind === "moveOut";
  return (
    <Card>
      <Form method="get" className="flex flex-col gap-4">
        {kind === "terminate" && earliest && (
          <p className="text-ink-soft">
            {words.earliest(format.day(earliest.tenant), format.day(earliest.landlord))}
          </p>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            {...{ label: words.who, name: "by", defaultValue: typed.by ?? "tenant" }}
            options={(["tenant", "landlord", "both"] as const).map((by) => ({
              value: by,
              label: words.whos[by],
            }))}
          />
          {text("receivedOn", words.receivedOn, { isOptional: true, type: "date" })}
          {text("effectiveOn", isLast ? words.lastDay : words.firstDay, { type: "date" })}
          {kind === "extend" && text("newEnd", words.newEnd, { hint: words.newEndHint, type: "date" })}
        </div>
        {kind === "renegotiate" && <NewTerms typed={typed} lines={lines} />}
        {premises && <PremisesFields typed={typed} premises={premises} />}
        {text("reason", words.reason, { maxLength: 500 })}
        {kind === "renegotiate" && (
          <Checkbox label={words.isComplex} name="isComplex" defaultChecked={Boolean(typed.isComplex)} />
        )}
        <div>
          <Button type="submit" look="primary">
            {words.preview}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function NewTerms({ typed, lines }: Pick<Props, "typed" | "lines">) {
  const words = useWords(area);
  const draft = useWords(leaseDraft);
  const rentWords = useWords(rent);
  const format = useFormats();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{words.newRent}</legend>
      <p className="text-sm text-ink-soft">{words.newRentHint}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {lines.map(({ id, kind, part, basis, yearlyOre }) => {
          const key = part ? `${kind}:${part}` : kind;
          return (
            <TextField
              key={id}
              label={rentWords.lines[key] ?? key}
              hint={`${format.ore(yearlyOre, "ore")} ${draft.bases[basis]}`}
              name={`rent.${key}`}
              inputMode="decimal"
              defaultValue={typed[`rent.${key}`] ?? ""}
            />
          );
        })}
        {(["landlord", "tenant"] as const).map((who) => (
          <TextField
            key={who}
            label={`${words.newNotice}: ${words.whos[who]}`}
            name={`${who}NoticeMonths`}
            unit={draft.months}
            inputMode="numeric"
            defaultValue={typed[`${who}NoticeMonths`] ?? ""}
          />
        ))}
      </div>
    </fieldset>
  );
}
