import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { DraftPage } from "./load-draft.server.ts";
import { Reckoned } from "./rent-step.tsx";
import { useFaultWords } from "./step-form.tsx";

/** All that keeps the lease from being put in force, each with a way to it; or the button that does it. */
export function CheckStep({ draft, faults, reckoned }: DraftPage) {
  const words = useWords(area);
  const say = useFaultWords();
  return (
    <Card title={words.steps.check}>
      {faults.length > 0 && (
        <>
          <p className="mb-2 font-semibold">{words.notYet(faults.length)}</p>
          <ul className="flex flex-col gap-1">
            {faults.map((fault, index) => (
              <li key={`${fault.field} ${fault.fault} ${index}`}>
                <Link
                  to={`/leases/drafts/${draft.id}?step=${fault.step}`}
                  className="text-link inline-block min-h-6"
                >
                  {words.steps[fault.step]}
                </Link>
                : {say(fault)}
              </li>
            ))}
          </ul>
        </>
      )}
      {faults.length === 0 && (
        <div className="flex flex-col gap-4">
          <Notice status="good">{words.allWell}</Notice>
          <Reckoned reckoned={reckoned} />
          <Form method="post">
            <input type="hidden" name="revision" value={draft.revision} />
            <Button type="submit" look="primary" name="intent" value="activate">
              {words.activate}
            </Button>
          </Form>
        </div>
      )}
    </Card>
  );
}
