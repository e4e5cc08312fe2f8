import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { opinion } from "#app/i18n/opinion.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** Opens the year's round: one day to choose, one button. */
export function OpenRound({ closesOn }: { closesOn: string }) {
  const words = useWords(opinion).results;
  return (
    <Card title={words.open}>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <TextField label={words.closesOn} name="closesOn" type="date" required defaultValue={closesOn} />
        <Button type="submit" look="primary">
          {words.openNow}
        </Button>
      </Form>
    </Card>
  );
}
