import { Checkbox, Fieldset } from "#app/components/checkbox.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { recurring } from "#app/i18n/recurring.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { weekdayCodes } from "#domain/recurring/rule.ts";
import type { NewRecurringAnswer } from "./typed.ts";

const kinds = ["weekdays", "weekly", "monthlyDay", "monthlyWeekday"] as const;

/** What shows with which way of coming again: by the checked choice alone, so it works before any script. */
const shownWith = {
  weekly: "hidden group-has-[[value=weekly]:checked]/pattern:block",
  monthlyDay: "hidden group-has-[[value=monthlyDay]:checked]/pattern:block",
  monthlyWeekday: "hidden group-has-[[value=monthlyWeekday]:checked]/pattern:block",
  any: "block group-has-[[value=weekdays]:checked]/pattern:hidden",
};

/** How it comes again: four ways, each with its own fields; only those of the chosen way count. */
export function PatternFields({ answer }: { answer: NewRecurringAnswer | null }) {
  const { form } = useWords(recurring);
  const typed = answer?.typed.fields;
  const chosen = typed?.pattern ?? "weekly";
  const field = useFieldOf(answer);
  return (
    <div className="group/pattern flex flex-col gap-4">
      <Fieldset
        legend={form.when}
        errors={answer?.faults.includes("pattern") ? [form.faults.pattern ?? ""] : null}
      >
        <div className="grid gap-2 sm:grid-cols-2">
          {kinds.map((kind) => (
            <label key={kind} className="flex min-h-6 items-center gap-2.5 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="pattern"
                value={kind}
                defaultChecked={kind === chosen}
                className="size-4.5 shrink-0"
              />
              {form.patterns[kind]}
            </label>
          ))}
        </div>
      </Fieldset>
      <div className={shownWith.weekly}>
        <WeekdayFields answer={answer} />
      </div>
      <div className={shownWith.monthlyDay}>
        <TextField
          {...field("monthDay", "1")}
          {...{ label: form.monthDay, hint: form.monthDayHint, type: "number", min: 1, max: 31 }}
        />
      </div>
      <div className={shownWith.monthlyWeekday}>
        <NthFields answer={answer} />
      </div>
      <div className={shownWith.any}>
        <TextField
          {...field("every", "1")}
          {...{ label: form.every, hint: form.everyHint, type: "number", min: 1, max: 52 }}
        />
      </div>
    </div>
  );
}

/** The name of a field, what stands in it, and what is wrong with it. */
function useFieldOf(answer: NewRecurringAnswer | null) {
  const { faults } = useWords(recurring).form;
  return (name: string, fallback: string) => ({
    ...{ id: name, name, defaultValue: answer?.typed.fields[name] || fallback },
    errors: answer?.faults.includes(name) ? [faults[name] ?? name] : null,
  });
}

function WeekdayFields({ answer }: { answer: NewRecurringAnswer | null }) {
  const { form, weekdays } = useWords(recurring);
  return (
    <Fieldset legend={form.days} errors={answer?.faults.includes("days") ? [form.faults.days ?? ""] : null}>
      <div id="days" className="flex flex-wrap gap-x-5 gap-y-2">
        {weekdayCodes.map((day) => (
          <Checkbox
            key={day}
            label={weekdays[day]}
            name="days"
            value={day}
            defaultChecked={answer?.typed.days.includes(day)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function NthFields({ answer }: { answer: NewRecurringAnswer | null }) {
  const { form, nths, weekdays } = useWords(recurring);
  const field = useFieldOf(answer);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        {...field("nth", "1")}
        label={form.nth}
        options={["1", "2", "3", "4", "-1"].map((nth) => ({ value: nth, label: nths[nth] ?? nth }))}
      />
      <SelectField
        {...field("nthDay", "MO")}
        label={form.nthDay}
        options={weekdayCodes.map((day) => ({ value: day, label: weekdays[day] }))}
      />
    </div>
  );
}
