import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { CaseForm } from "./case-form.tsx";
import { FoundCards } from "./found-cards.tsx";
import type { EditData } from "./edit-data.ts";

/** What is in the case, with ways out of it, and a search for what is to come in. */
export function PartsCard({ data }: { data: EditData }) {
  const words = useWords(area);
  const { inputs, scenario, q, mayChange } = data;
  const { version } = inputs.case;
  const takeOut = (intent: string, { id, name }: { id: string; name: string }) =>
    mayChange && (
      <CaseForm intent={intent} version={version} values={{ id }}>
        <Button type="submit" look="plain" isCompact aria-label={words.outOf(name)}>
          {words.out}
        </Button>
      </CaseForm>
    );
  const open = ({ id, name }: { id: string; name: string }, word: string) =>
    mayChange && (
      <Link
        to={`/colocation/${inputs.case.id}/parts/${id}?scenario=${scenario.id}`}
        aria-label={`${word}: ${name}`}
        className="text-link screen-only inline-flex min-h-9 items-center"
      >
        {word}
      </Link>
    );
  return (
    <Card title={words.parts}>
      <div className="flex flex-col gap-4">
        {mayChange && (
          <Form className="screen-only flex flex-wrap items-end gap-3" preventScrollReset>
            <input type="hidden" name="scenario" value={scenario.id} />
            <TextField name="q" type="search" label={words.search} defaultValue={q} className="min-w-64" />
            <Button type="submit">{words.find}</Button>
          </Form>
        )}
        {data.found && <FoundCards found={data.found} version={version} />}
        <div className="grid gap-6 lg:grid-cols-2">
          <UnitList units={inputs.units} takeOut={takeOut} open={open} />
          <PremisesList data={data} takeOut={takeOut} open={open} />
        </div>
      </div>
    </Card>
  );
}

type Open = (part: { id: string; name: string }, word: string) => ReactNode;
type TakeOut = (intent: string, part: { id: string; name: string }) => ReactNode;

type UnitListProps = { units: EditData["inputs"]["units"]; takeOut: TakeOut; open: Open };

function UnitList({ units, takeOut, open }: UnitListProps) {
  const words = useWords(area);
  return (
    <div>
      <h3 className="pb-1 font-semibold">{words.units}</h3>
      <ul>
        {units.map((unit) => (
          <li key={unit.id} className="flex flex-wrap items-center gap-3 border-b border-line py-1">
            <span className="min-w-0 flex-1">
              {unit.name} <span className="text-ink-soft">({unit.administration})</span>
            </span>
            {open(unit, words.needsOf)}
            {takeOut("removeUnit", unit)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PremisesList({ data, takeOut, open }: { data: EditData; takeOut: TakeOut; open: Open }) {
  const words = useWords(area);
  const { inputs, mayChange } = data;
  const { version } = inputs.case;
  return (
    <div>
      <h3 className="pb-1 font-semibold">{words.buildings}</h3>
      <ul>
        {inputs.premises.map((premises) => (
          <li key={premises.id} className="flex flex-wrap items-center gap-3 border-b border-line py-1">
            <span className="min-w-0 flex-1">
              {premises.name}
              {premises.lease && (
                <span className="text-ink-soft"> ({words.lease(premises.lease.number)})</span>
              )}
              {!mayChange && `: ${words.vacated[premises.whenVacated]}`}
            </span>
            {takeOut("removePremises", premises)}
            {mayChange && (
              <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-1">
                {open(premises, words.capacityOf)}
                <VacatedForm premises={premises} version={version} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Premises = EditData["inputs"]["premises"][number];

function VacatedForm({ premises, version }: { premises: Premises; version: number }) {
  const words = useWords(area);
  const choices = (["keep", "endLease", "sell", "let"] as const).filter(
    (one) =>
      (one !== "endLease" || premises.kind === "lease") && (one !== "sell" || premises.tenure === "owned"),
  );
  return (
    <CaseForm
      intent="describePremises"
      version={version}
      values={{ id: premises.id }}
      className="screen-only flex flex-wrap items-center gap-2"
    >
      <select
        name="whenVacated"
        aria-label={`${words.whenVacated}: ${premises.name}`}
        defaultValue={premises.whenVacated}
        className="control w-auto"
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {words.vacated[one]}
          </option>
        ))}
      </select>
      <input
        type="date"
        name="exitOn"
        aria-label={`${words.exitOn}: ${premises.name}`}
        defaultValue={premises.exitOn ?? ""}
        className="control w-36"
      />
      <Button type="submit" isCompact aria-label={`${words.save}: ${premises.name}`}>
        {words.save}
      </Button>
    </CaseForm>
  );
}
