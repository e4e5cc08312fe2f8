import { TextField } from "#app/components/text-field.tsx";
import { useReport as area } from "#app/i18n/use-report.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { dayKinds, dayParts, type ReportFaults, type TypedReport } from "#domain/use/use-report.ts";

type Props = { typed: TypedReport; faults: ReportFaults };

/** Places, Monday by its parts, each other day as Monday or otherwise, and what is left when schools are closed. */
export function ReportFields({ typed, faults }: Props) {
  const words = useWords(area);
  const said = (field: string) =>
    faults.filter((one) => one.field === field).map(({ fault }) => words.faults[fault]);
  const number = (field: string, label: string, more: { hint?: string; unit?: string } = {}) => (
    <TextField
      key={field}
      {...{ id: field, name: field, label, ...more }}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={typed[field] ?? ""}
      errors={said(field)}
    />
  );
  const parts = (weekday: number) => (
    <div className="grid grid-cols-3 gap-3 sm:grid-cols-5 lg:grid-cols-9">
      {dayParts.map(({ key }) => number(`d${weekday}-${key}`, words.parts[key]))}
    </div>
  );
  return (
    <>
      <div className="max-w-xs">{number("places", words.places, { hint: words.placesHint })}</div>
      <fieldset className="flex flex-col gap-3">
        <legend className="text-lg font-semibold">{words.monday}</legend>
        <p className="text-sm text-ink-soft">{words.mondayHint}</p>
        {parts(1)}
      </fieldset>
      <fieldset className="flex flex-col">
        <legend className="text-lg font-semibold">{words.week}</legend>
        <p className="pb-2 text-sm text-ink-soft">{words.weekHint}</p>
        {[2, 3, 4, 5, 6, 7].map((weekday) => (
          <Day key={weekday} weekday={weekday} typed={typed}>
            {parts(weekday)}
          </Day>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="text-lg font-semibold">{words.rest}</legend>
        <p className="text-sm text-ink-soft">{words.restHint}</p>
        <div className="grid max-w-sm grid-cols-2 gap-3">
          {number("holiday", words.holiday, { unit: "%" })}
          {number("summer", words.summer, { unit: "%" })}
        </div>
      </fieldset>
    </>
  );
}

type DayProps = { weekday: number; typed: TypedReport; children: React.ReactNode };

/** One day: three choices, and its own numbers, shown (by the style sheet alone) where they are chosen. */
function Day({ weekday, typed, children }: DayProps) {
  const words = useWords(area);
  const name = words.weekdays[weekday - 1]!;
  const chosen = typed[`kind-${weekday}`] ?? (weekday <= 5 ? "monday" : "closed");
  return (
    <fieldset className="group border-t border-line py-2.5">
      <legend className="sr-only">{name}</legend>
      <div className="grid grid-cols-3 items-center gap-x-3 sm:grid-cols-[6rem_repeat(3,max-content)] sm:gap-x-6">
        <span aria-hidden="true" className="col-span-3 font-semibold sm:col-span-1">
          {name}
        </span>
        {dayKinds.map((kind) => (
          <label key={kind} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={`kind-${weekday}`}
              value={kind}
              defaultChecked={kind === chosen}
              className="size-5 shrink-0 accent-blue"
            />
            {words.kinds[kind]}
          </label>
        ))}
      </div>
      <div className="hidden pt-2 group-has-[input[value=own]:checked]:block">{children}</div>
    </fieldset>
  );
}
