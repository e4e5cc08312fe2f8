import { colocationPart as area } from "#app/i18n/colocation-part.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { PersonsFromTo } from "#domain/colocation/case-inputs.ts";
import { dayChoices, hourRowsOf, type HourRow } from "#domain/colocation/hour-rows.ts";
import { NumberField } from "./number-field.tsx";
import type { PartAnswer } from "./part-data.ts";

/** So many empty rows follow those that are filled. */
const spareRows = 3;

type Props = { hours: readonly PersonsFromTo[]; answer: PartAnswer | null };

/** When people are there, a row for each stretch of hours; an emptied row is taken away, an empty one says nothing. */
export function HourFields({ hours, answer }: Props) {
  const words = useWords(area);
  const known = hourRowsOf(hours);
  const typed = Object.keys(answer?.typed ?? {}).filter((name) => name.startsWith("days.")).length;
  const rows = Math.max(typed, known.length + spareRows);
  return (
    <ul className="flex max-w-2xl flex-col gap-2">
      {Array.from({ length: rows }, (_, at) => (
        <li key={at} className="flex flex-wrap items-end gap-2 border-b border-line pb-2">
          <Row at={at} row={known[at]} title={words.row(at + 1)} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = { at: number; row: HourRow | undefined; title: string; answer: PartAnswer | null };

function Row({ at, row, title, answer }: RowProps) {
  const words = useWords(area);
  const field = (name: "from" | "to" | "persons", value: number | undefined) => (
    <label className="flex flex-col text-sm">
      {words[name]}
      <NumberField
        {...{ name: `${name}.${at}`, label: `${title}: ${words[name]}`, value: value ?? null, answer }}
      />
    </label>
  );
  return (
    <>
      <select
        id={`days.${at}`}
        name={`days.${at}`}
        aria-label={`${title}: ${words.day}`}
        defaultValue={answer?.typed[`days.${at}`] ?? row?.days ?? "1-5"}
        className="control w-full sm:w-44"
      >
        {dayChoices.map((one) => (
          <option key={one} value={one}>
            {words.days[one]}
          </option>
        ))}
      </select>
      {field("from", row?.fromHour)}
      {field("to", row?.toHour)}
      {field("persons", row?.persons)}
    </>
  );
}
