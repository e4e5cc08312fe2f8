import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Knob } from "#domain/colocation/case-uncertainty.ts";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import type { Id } from "#domain/id.ts";
import { useSayValue } from "./say-value.ts";

type Props = {
  knob: Knob | null;
  scenarioId: Id;
  values: readonly CaseValue[];
  names: Record<string, string>;
};

const oreOfMillion = 100_000_000;

/** Turns one assumption and says in words where the verdict changes, exactly. */
export function KnobCard({ knob, scenarioId, values, names }: Props) {
  const words = useWords(area);
  const { nameOf } = useSayValue(names);
  return (
    <Card title={words.knobTitle}>
      <div id="knob" className="flex flex-col gap-4">
        <p className="text-ink-soft">{words.knobNote}</p>
        <Form action="#knob" className="screen-only flex flex-wrap items-end gap-3" preventScrollReset>
          <input type="hidden" name="scenario" value={scenarioId} />
          <SelectField
            {...{ name: "knob", label: words.knob, defaultValue: knob?.value.key, className: "min-w-56" }}
            options={values.map((value) => ({ value: value.key, label: nameOf(value) }))}
          />
          <Button type="submit">{words.turn}</Button>
        </Form>
        {knob && <Turned knob={knob} names={names} />}
      </div>
    </Card>
  );
}

function Turned({ knob, names }: { knob: Knob; names: Record<string, string> }) {
  const words = useWords(area);
  const format = useFormats();
  const { exact, amount, nameOf, unitOf } = useSayValue(names);
  const { unit } = knob.value;
  return (
    <>
      <div className="flex flex-col gap-1">
        <p>{words.isNow(exact(unit, knob.value.base), words.verdicts[knob.atBase.verdict])}</p>
        {knob.turns.length === 0 && <p>{words.noTurn(exact(unit, knob.from), exact(unit, knob.to))}</p>}
        {knob.turns.map(({ at, below, above }) => (
          <p key={at} className="font-semibold">
            {words.turns(exact(unit, at), words.verdicts[below], words.verdicts[above])}
          </p>
        ))}
      </div>
      <LineChart
        title={`${words.rows.npv}: ${nameOf(knob.value)}`}
        caption={words.knobCaption}
        unit={words.million}
        labelHead={unitOf(unit)}
        labels={knob.curve.map(({ at }) => amount(unit, at))}
        write={(value) => format.number(value, 1)}
        lines={[{ name: words.rows.npv, values: knob.curve.map(({ npvOre }) => npvOre / oreOfMillion) }]}
      />
    </>
  );
}
