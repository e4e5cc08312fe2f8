import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { condition as area } from "#app/i18n/condition.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { targetQualities } from "#domain/condition/target-quality.ts";
import type { Day } from "#domain/day-count.ts";
import type { TargetAnswer } from "./change-target.server.ts";
import type { BuildingCondition } from "./load-condition.ts";

type Props = Pick<BuildingCondition, "target" | "mayChange"> & { today: Day; answer: TargetAnswer | null };

/** How well the building is to be kept and what that accepts; who may can let it be another class from a day. */
export function TargetCard({ target, mayChange, today, answer }: Props) {
  const words = useWords(area).target;
  const format = useFormats();
  const { quality, accepts, since, source } = target;
  return (
    <div>
      <h3 className="mb-1 font-semibold">{words.title}</h3>
      <p>
        <span className="font-medium">{words.classes[quality]}.</span>{" "}
        {words.accepts(accepts.exterior, accepts.interior)}
      </p>
      <p className="text-sm text-ink-soft">
        {since ? words.since(format.day(since), source ?? "") : words.usual}
      </p>
      {mayChange && (
        <details className="screen-only mt-2" open={answer !== null}>
          <summary className="text-link inline-flex min-h-6 items-center">{words.change}</summary>
          <TargetForm {...{ quality, today, answer }} />
        </details>
      )}
    </div>
  );
}

function TargetForm({ quality, today, answer }: Pick<Props, "today" | "answer"> & { quality: number }) {
  const words = useWords(area).target;
  const wrong = (field: "quality" | "from" | "source") =>
    answer?.faults.includes(field) ? [words.faults[field]] : null;
  return (
    <Form method="post" className="mt-2 flex flex-col gap-3" preventScrollReset>
      <input type="hidden" name="intent" value="target" />
      {answer?.refusal && <Notice status="bad">{words.refusals[answer.refusal]}</Notice>}
      <SelectField
        {...{ label: words.class, name: "quality", errors: wrong("quality") }}
        defaultValue={answer?.typed.quality ?? String(quality)}
        options={targetQualities.map((one) => ({ value: String(one), label: words.classes[one] }))}
      />
      <TextField
        {...{ label: words.from, name: "from", type: "date", max: today, errors: wrong("from") }}
        hint={words.fromHint}
        defaultValue={answer?.typed.from ?? today}
      />
      <TextField
        {...{ label: words.source, name: "source", maxLength: 200, required: true }}
        errors={wrong("source")}
        defaultValue={answer?.typed.source ?? ""}
      />
      <Button type="submit" className="self-start">
        {words.save}
      </Button>
    </Form>
  );
}
