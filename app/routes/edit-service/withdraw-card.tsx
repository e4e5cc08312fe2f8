import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import type { EditAnswer } from "./edit-service.ts";

interface WithdrawCardProps {
  service: ServiceRow;
  today: string;
  answer: EditAnswer | null;
}

/** Out of the catalogue from a day, or back into it. */
export function WithdrawCard({ service, today, answer }: WithdrawCardProps) {
  const words = useWords(catalogue);
  const format = useFormats();
  const { edit } = words;
  const isWrong = answer?.intent === "withdraw" && answer.faults.includes("withdrawnOn");
  if (service.withdrawnOn)
    return (
      <Card title={words.withdrawnFrom(format.day(service.withdrawnOn))}>
        <Form method="post">
          <Button type="submit" name="intent" value="restore">
            {edit.restore}
          </Button>
        </Form>
      </Card>
    );
  return (
    <Card title={edit.withdraw}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <p className="text-ink-soft">{edit.withdrawHint}</p>
        <TextField
          label={edit.withdrawFrom}
          id="withdrawnOn"
          name="withdrawnOn"
          type="date"
          min={today}
          defaultValue={answer?.intent === "withdraw" ? answer.typed.withdrawnOn : today}
          errors={isWrong ? [edit.faults.withdrawnOn ?? ""] : null}
          required
        />
        <Button type="submit" look="danger" name="intent" value="withdraw" className="self-start">
          {edit.withdrawDo}
        </Button>
      </Form>
    </Card>
  );
}
