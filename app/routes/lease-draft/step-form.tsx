import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseStep } from "#domain/lease/lease-step.ts";
import type { DraftPage } from "./load-draft.server.ts";

type Props = Pick<DraftPage, "draft"> & { step: LeaseStep; children: ReactNode };

/** One step of the draft as a form: it is saved as typed, and goes on, or stays. */
export function StepForm({ draft, step, children }: Props) {
  const words = useWords(area);
  return (
    <Form method="post" className="flex flex-col gap-4" key={`${step} ${draft.revision}`}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={draft.revision} />
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" name="intent" value="save">
          {words.save}
        </Button>
        <Button type="submit" name="intent" value="stay">
          {words.saveOnly}
        </Button>
      </div>
    </Form>
  );
}

/** What is wrong with a field, in words; nothing while nothing has been saved there. */
export function useFaultsOf({ faults, draft }: Pick<DraftPage, "faults" | "draft">) {
  const say = useFaultWords();
  return (field: string): string[] | undefined => {
    if (draft.revision === 1) return undefined;
    const found = faults.filter((fault) => fault.field === field).map(say);
    return found.length > 0 ? found : undefined;
  };
}

/** A fault as a sentence that names the lease and the day. */
export function useFaultWords() {
  const words = useWords(area);
  const format = useFormats();
  return ({ fault, typed, place, level, lease, day, areaM2 }: DraftPage["faults"][number]): string =>
    words.faults[fault]({
      ...{
        typed: typed ?? "",
        place: level === undefined ? (place ?? "") : words.floor(level),
        lease: lease ?? "",
      },
      day: day ? format.day(day) : "",
      area: areaM2 === undefined ? "" : format.number(areaM2, 2),
    });
}
