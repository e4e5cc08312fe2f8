import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Field } from "#app/components/field.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import type { EditAnswer } from "./edit-service.ts";

const lines = ["nameDa", "nameEn", "owner"] as const;
const paragraphs = ["descriptionDa", "descriptionEn", "guidanceDa", "guidanceEn"] as const;

/** What the service is called and says of itself. */
export function TextsCard({ service, answer }: { service: ServiceRow; answer: EditAnswer | null }) {
  const { edit } = useWords(catalogue);
  const isMine = answer?.intent === "texts";
  const field = (name: (typeof lines)[number] | (typeof paragraphs)[number]) => ({
    ...{ id: name, label: edit[name] },
    errors: isMine && answer.faults.includes(name) ? [edit.faults[name] ?? name] : null,
  });
  const held = (name: (typeof lines)[number] | (typeof paragraphs)[number]) =>
    isMine ? (answer.typed[name] ?? "") : service[name];
  return (
    <Card title={edit.texts}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        {lines.map((name) => (
          <TextField key={name} {...field(name)} name={name} defaultValue={held(name)} required />
        ))}
        {paragraphs.map((name) => (
          <Field key={name} {...field(name)}>
            {(control) => (
              <textarea
                {...control}
                name={name}
                rows={3}
                maxLength={2000}
                defaultValue={held(name)}
                className="control min-h-20 py-2"
              />
            )}
          </Field>
        ))}
        <Button type="submit" name="intent" value="texts" className="self-start">
          {edit.saveTexts}
        </Button>
      </Form>
    </Card>
  );
}
