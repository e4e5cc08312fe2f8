import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import type { Day } from "#domain/day-count.ts";
import type { TakeOverFault } from "#domain/hand-over/judge-take-over.ts";
import type { ActAnswer } from "./act.server.ts";

type DecideProps = {
  row: HandOverRow;
  today: Day;
  may: { check: boolean; ask: boolean; takeOver: boolean; reject: boolean };
  /** What stands in the way of taking over today. */
  lacks: readonly TakeOverFault[];
  answer: ActAnswer | undefined;
};

/** What KEjd can do with it now; nothing for whoever may do nothing. */
export function DecideCard({ row, today, may, lacks, answer }: DecideProps) {
  const words = useWords(area);
  const say = words.page;
  if (!may.check && !may.ask && !may.takeOver && !may.reject) return null;
  return (
    <Card title={say.takeOver}>
      <div className="flex flex-col gap-4">
        {may.takeOver && <TakeOverForm {...{ row, today, lacks, answer }} />}
        {may.check && (
          <Deed version={row.version}>
            <Button type="submit" name="intent" value="checking">
              {say.check}
            </Button>
          </Deed>
        )}
        {may.ask && (
          <WithWords
            {...{ row, answer, intent: "askedBack", open: say.ask, label: say.askLabel, submit: say.askDo }}
          />
        )}
        {may.reject && (
          <WithWords
            {...{
              row,
              answer,
              intent: "rejected",
              open: say.reject,
              label: say.rejectLabel,
              submit: say.rejectDo,
            }}
          />
        )}
      </div>
    </Card>
  );
}

function Deed({ version, children }: { version: number; children: React.ReactNode }) {
  return (
    <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-3">
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
}

function TakeOverForm({ row, today, lacks, answer }: Omit<DecideProps, "may">) {
  const words = useWords(area);
  const say = words.page;
  const mine = answer?.intent === "takeOver" ? answer : null;
  return (
    <Deed version={row.version}>
      <p className="text-sm text-ink-soft">{say.takeOverNote}</p>
      {lacks.length > 0 && (
        <div className="text-sm">
          <p className="font-semibold">{say.before}</p>
          <ul className="ml-5 list-disc">
            {lacks.map((fault) => (
              <li key={fault}>{words.takeOverFaults[fault]}</li>
            ))}
          </ul>
        </div>
      )}
      <TextField
        {...{ id: "from", name: "from", type: "date", label: say.from, max: today, className: "w-full" }}
        defaultValue={mine?.typed["from"] ?? today}
        errors={mine?.takeOverFaults.map((fault) => words.takeOverFaults[fault])}
      />
      {row.kind === "lease" && (
        <Checkbox
          name="letOn"
          label={say.letOn}
          defaultChecked={mine ? mine.typed["letOn"] === "on" : true}
        />
      )}
      <Button type="submit" name="intent" value="takeOver" look="primary" disabled={lacks.length > 0}>
        {say.takeOverDo}
      </Button>
    </Deed>
  );
}

type WithWordsProps = {
  row: HandOverRow;
  answer: ActAnswer | undefined;
  intent: string;
  open: string;
  label: string;
  submit: string;
};

function WithWords({ row, answer, intent, open, label, submit }: WithWordsProps) {
  const words = useWords(area);
  const mine = answer?.intent === intent ? answer : null;
  return (
    <details open={mine !== null}>
      <summary className={buttonClass(intent === "rejected" ? "plain" : "secondary")}>{open}</summary>
      <div className="mt-3">
        <Deed version={row.version}>
          <TextArea
            {...{ name: "words", label, required: true, maxLength: 2000, className: "w-full" }}
            defaultValue={mine?.typed["words"]}
            errors={mine?.refusal === "wordsMissing" ? [words.refusals.wordsMissing] : null}
          />
          <Button
            type="submit"
            name="intent"
            value={intent}
            look={intent === "rejected" ? "danger" : "secondary"}
          >
            {submit}
          </Button>
        </Deed>
      </div>
    </details>
  );
}
