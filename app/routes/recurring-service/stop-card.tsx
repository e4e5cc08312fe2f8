import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { recurring } from "#app/i18n/recurring.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** The end of a recurring order, by one press. */
export function StopCard() {
  const words = useWords(recurring).page;
  return (
    <Card title={words.stop}>
      <Form method="post" className="flex flex-col gap-3">
        <p className="text-ink-soft">{words.stopHint}</p>
        <Button type="submit" look="danger" name="intent" value="stop" className="self-start">
          {words.stopDo}
        </Button>
      </Form>
    </Card>
  );
}
