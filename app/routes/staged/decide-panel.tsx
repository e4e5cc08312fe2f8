import { useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { AddressFields, OwnershipFields } from "#app/components/staged/ownership-fields.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DecideAnswer } from "./decide.ts";

type PanelProps = {
  answer: DecideAnswer | undefined;
  total: number;
  chosen: number;
  administrations: { id: string; name: string }[];
  today: string;
  isBusy: boolean;
  isRejected: boolean;
  /** Told when boxes were ticked for the person. */
  onPage: (form: HTMLFormElement) => void;
};

/** What can be said of the rows that are ticked, or of all that the filter finds. */
export function DecidePanel(props: PanelProps) {
  const { answer, total, chosen, isRejected, isBusy, onPage } = props;
  const words = useWords(staged).decide;
  const format = useFormats();
  const panel = useRef<HTMLDivElement>(null);
  const choosePage = () => {
    const form = panel.current?.closest("form");
    if (!form) return;
    for (const box of form.querySelectorAll<HTMLInputElement>("input[name=id]")) box.checked = true;
    onPage(form);
  };
  return (
    <div ref={panel} id="decide" className="scroll-mt-16 lg:sticky lg:top-18">
      <Card title={words.title}>
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-1.5">
            <p role="status" className="figures font-semibold">
              {words.chosen(format.number(chosen))}
            </p>
            <Button isCompact onClick={choosePage} className="self-start [@media(scripting:none)]:hidden">
              {words.page}
            </Button>
            <Checkbox
              name="all"
              value="yes"
              defaultChecked={answer?.typed?.["all"] === "yes"}
              label={words.all(format.number(total))}
            />
            <input type="hidden" name="expected" value={total} />
          </div>
          {isRejected ? (
            <>
              <p className="text-sm text-ink-soft">{words.restoreNote}</p>
              <Button type="submit" name="intent" value="restore" look="primary" disabled={isBusy}>
                {words.restore}
              </Button>
            </>
          ) : (
            <DecideFields {...props} />
          )}
        </div>
      </Card>
    </div>
  );
}

function DecideFields({ answer, administrations, today, isBusy }: PanelProps) {
  const words = useWords(staged);
  const { decide } = words;
  const faults = answer?.faults ?? {};
  const typed = answer?.typed ?? {};
  const isAddressOpen = ["bfe", "street", "houseNumber", "postcode", "town"].some(
    (name) => faults[name] || typed[name],
  );
  const reasonFault = answer?.refusal === "reasonMissing" ? [words.refusals.reasonMissing] : null;
  return (
    <>
      <section aria-labelledby="ours" className="flex flex-col gap-3 border-t border-line pt-3">
        <h3 id="ours" className="font-semibold">
          {decide.ours}
        </h3>
        <OwnershipFields {...{ typed, faults, administrations, today }} />
        <details open={isAddressOpen}>
          <summary className="text-link min-h-6 cursor-pointer">{decide.same}</summary>
          <div className="mt-2 flex flex-col gap-3">
            <p className="text-sm text-ink-soft">{decide.sameHint}</p>
            <AddressFields {...{ typed, faults }} />
          </div>
        </details>
        <p className="text-sm text-ink-soft">{decide.areaNote}</p>
        <Button type="submit" name="intent" value="confirm" look="primary" disabled={isBusy}>
          {isBusy ? decide.confirming : decide.confirm}
        </Button>
      </section>
      <section aria-labelledby="not-ours" className="flex flex-col gap-3 border-t border-line pt-3">
        <h3 id="not-ours" className="font-semibold">
          {decide.notOurs}
        </h3>
        <TextField
          {...{ id: "reason", name: "reason", label: decide.reason, hint: decide.reasonHint, maxLength: 200 }}
          defaultValue={typed["reason"]}
          errors={reasonFault}
        />
        <Button type="submit" name="intent" value="reject" look="danger" disabled={isBusy}>
          {decide.reject}
        </Button>
      </section>
    </>
  );
}
