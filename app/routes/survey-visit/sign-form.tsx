import { useState, type FormEvent } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { VisitProps } from "./visit-props.ts";

/** The end of a visit: how much has been seen, a remark about the whole, and the signature. */
export function SignForm({ visit, app }: VisitProps) {
  const words = useWords(area);
  const seen = visit.observations.size;
  const [unsaved, setUnsaved] = useState(0);
  const sign = async (note: string) => {
    // What was typed and not saved would be lost with the signature: it is saved or undone first.
    const left = await app.countTyping(visit.surveyId!);
    setUnsaved(left);
    if (left === 0) await app.give(visit, { kind: "sign", note });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void sign(String(new FormData(event.currentTarget).get("note")).trim());
  };
  return (
    <Card title={words.sign}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <FormErrors errors={unsaved > 0 ? [{ message: words.signUnsaved(unsaved) }] : []} />
        <p>
          <span className="font-semibold">{words.seen(seen, visit.elements.length)}.</span>{" "}
          {seen === 0 ? words.signNone : words.signHint}
        </p>
        <TextArea label={words.note} name="note" rows={2} maxLength={2000} isOptional />
        <Button type="submit" look="primary" disabled={seen === 0} className="self-start max-md:w-full">
          {words.sign}
        </Button>
      </form>
    </Card>
  );
}
