import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { DecideAnswer } from "../staged/decide.ts";

/** "This is not ours", and why. */
export function RejectForm({ answer }: { answer: DecideAnswer | undefined }) {
  const words = useWords(staged);
  const isMissing = answer?.refusal === "reasonMissing";
  return (
    <Form method="post" noValidate className="flex flex-col items-start gap-3">
      <TextField
        {...{ id: "reason", name: "reason", maxLength: 200, className: "w-full" }}
        label={words.decide.reason}
        hint={words.decide.reasonHint}
        errors={isMissing ? [words.refusals.reasonMissing] : null}
      />
      <Button type="submit" name="intent" value="reject" look="danger">
        {words.decide.reject}
      </Button>
    </Form>
  );
}

/** Takes a rejection back. */
export function RestoreForm() {
  const words = useWords(staged).decide;
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="restore">
        {words.restore}
      </Button>
    </Form>
  );
}
