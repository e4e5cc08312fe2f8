import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile, WorkLine } from "#db/queries/works/get-work.ts";
import type { Day } from "#domain/day-count.ts";
import type { WorkAnswer } from "./change-work.server.ts";
import { Fold } from "./fold.tsx";

type CardProps = { work: WorkFile; answer: WorkAnswer | undefined };

/** Says that the work is done, what it came to, and how its elements are now. */
export function FinishCard({ work, answer, today }: CardProps & { today: Day }) {
  const { finish: words, money } = useWords(area);
  const typed = answer?.intent === "finish" ? answer.typed : null;
  const actual = work.actualOre ?? work.contractOre;
  return (
    <Card title={words.title}>
      <p className="text-ink-soft">{words.hint}</p>
      <Fold
        {...{
          title: words.submit,
          intent: "finish",
          version: work.version,
          submit: words.submit,
          isOpen: typed !== null,
        }}
      >
        <TextField
          {...{ label: words.doneOn, name: "doneOn", type: "date", max: today, required: true }}
          defaultValue={typed?.["doneOn"] ?? today}
        />
        <TextField
          {...{
            label: words.actual,
            name: "actualOre",
            inputMode: "decimal",
            unit: money.kr,
            required: true,
          }}
          defaultValue={typed?.["actualOre"] ?? (actual === null ? "" : String(Math.round(actual / 100)))}
        />
        {work.lines.length > 0 && <Elements lines={work.lines} typed={typed} />}
        <TextArea
          {...{ label: words.note, name: "note", rows: 2, maxLength: 2000, isOptional: true }}
          defaultValue={typed?.["note"]}
        />
      </Fold>
    </Card>
  );
}

function Elements({ lines, typed }: { lines: readonly WorkLine[]; typed: Record<string, string> | null }) {
  const words = useWords(area).finish;
  const isDanish = useLocale() === "da";
  const elements = [...new Map(lines.map((line) => [line.elementId, line])).values()];
  const options = [
    { value: "1", label: words.asNew },
    { value: "2", label: words.good },
  ];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{words.elements}</legend>
      {elements.map((line) => {
        const name = `condition:${line.elementId}`;
        // What is replaced whole begins anew; what is mended in part does not.
        const usual = line.shareToRepair === 1 ? "1" : "2";
        return (
          <SelectField
            key={line.elementId}
            {...{ name, options, defaultValue: typed?.[name] ?? usual, hint: words.wasSeen(line.condition) }}
            label={[isDanish ? line.nameDa : line.nameEn, line.label].filter(Boolean).join(", ")}
          />
        );
      })}
    </fieldset>
  );
}

/** Gives the work up, with the reason. */
export function DropCard({ work, answer }: CardProps) {
  const words = useWords(area).drop;
  const typed = answer?.intent === "drop" ? answer.typed : null;
  return (
    <Card title={words.title}>
      <p className="text-ink-soft">{words.hint}</p>
      <Fold
        {...{
          title: words.submit,
          intent: "drop",
          version: work.version,
          submit: words.submit,
          isOpen: typed !== null,
        }}
        look="danger"
      >
        <TextArea
          {...{ label: words.reason, name: "reason", rows: 2, required: true, maxLength: 2000 }}
          defaultValue={typed?.["reason"]}
        />
      </Fold>
    </Card>
  );
}
