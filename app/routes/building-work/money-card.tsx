import { Card } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile } from "#db/queries/works/get-work.ts";
import type { WorkAnswer } from "./change-work.server.ts";
import { Fold } from "./fold.tsx";

const fields = ["budgetOre", "contractOre", "actualOre"] as const;

/** Øre as someone would type the kroner. */
const typedKroner = (ore: number | null, isDanish: boolean): string => {
  if (ore === null) return "";
  const text = ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2);
  return isDanish ? text.replace(".", ",") : text;
};

/** What was granted, agreed and paid, and the form to say so. */
export function MoneyCard({ work, answer }: { work: WorkFile; answer: WorkAnswer | undefined }) {
  const words = useWords(area).money;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const names = { budgetOre: words.budget, contractOre: words.contract, actualOre: words.actual };
  const isBooked = work.state === "done";
  const typed = answer?.intent === "money" ? answer.typed : null;
  const value = (field: (typeof fields)[number]) => typed?.[field] ?? typedKroner(work[field], isDanish);
  return (
    <Card title={words.title}>
      <DescriptionList
        facts={fields.map((field) => ({ term: names[field], value: format.ore(work[field], "ore") }))}
      />
      {work.mayWrite && work.state !== "dropped" && (
        <Fold
          title={words.change}
          isOpen={typed !== null}
          intent="money"
          version={work.version}
          submit={words.save}
        >
          {fields.map((field) =>
            isBooked && field === "actualOre" ? (
              <input key={field} type="hidden" name={field} value={value(field)} />
            ) : (
              <TextField
                key={field}
                {...{ label: names[field], name: field, inputMode: "decimal", unit: words.kr }}
                defaultValue={value(field)}
              />
            ),
          )}
          {isBooked && <p className="text-sm text-ink-soft">{words.booked}</p>}
        </Fold>
      )}
    </Card>
  );
}
