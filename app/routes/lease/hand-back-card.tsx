import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeasePage } from "./load-lease.server.ts";

type Props = Pick<LeasePage, "handBack" | "areaM2" | "year">;

/** What the rent would be with fewer m²: asked here, changes nothing. */
export function HandBackCard({ handBack: { typed, answer }, areaM2, year }: Props) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.handBack} className="screen-only">
      <Form className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="year" value={year} />
        <TextField
          label={words.handBackArea}
          name="less"
          inputMode="decimal"
          unit="m²"
          defaultValue={typed ?? ""}
          errors={typed !== null && !answer ? [words.handBackTooMuch(format.areaM2(areaM2))] : undefined}
        />
        <Button type="submit">{words.handBackAsk}</Button>
      </Form>
      {answer && (
        <p role="status" className="mt-3 text-lg">
          {words.handBackAnswer(
            format.areaM2(answer.lessM2),
            format.ore(answer.savedOre),
            format.ore(answer.leftOre),
          )}
        </p>
      )}
      <p className="mt-2 text-sm text-ink-soft">{words.handBackFixed}</p>
    </Card>
  );
}
