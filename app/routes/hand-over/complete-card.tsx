import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import type { HandOverSide } from "#domain/hand-over/hand-over-state.ts";
import { HandOverFields, typedOf } from "../hand-over-new/fields.tsx";
import type { ActAnswer } from "./act.server.ts";

type CompleteProps = {
  row: HandOverRow;
  side: HandOverSide;
  units: readonly { id: string; name: string }[];
  answer: ActAnswer | undefined;
};

/** Every fact, to be put right: by KEjd while it checks, by the administration when it was asked. */
export function CompleteCard({ row, side, units, answer }: CompleteProps) {
  const words = useWords(area);
  const mine = answer?.intent === "complete" ? answer : null;
  const isAnswer = side === "administration";
  return (
    <Card>
      <details open={mine !== null || isAnswer}>
        <summary className={buttonClass("secondary")}>{words.page.complete}</summary>
        <form
          method="post"
          encType="multipart/form-data"
          noValidate
          className="mt-4 flex max-w-2xl flex-col gap-6"
        >
          <input type="hidden" name="version" value={row.version} />
          <HandOverFields
            {...{ kind: row.kind, units, administrations: [] }}
            typed={mine?.typed ?? typedOf(row.facts, row.unitId)}
            faults={mine?.faults ?? []}
          />
          <Button
            type="submit"
            name="intent"
            value="complete"
            look={isAnswer ? "primary" : "secondary"}
            className="self-start"
          >
            {isAnswer ? words.form.answer : words.form.save}
          </Button>
        </form>
      </details>
    </Card>
  );
}
