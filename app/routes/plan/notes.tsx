import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";

/** What the reader must know before the figures: not reckoned, pins that cannot be paid, what comes first. */
export function PlanNotes({ plan, mayDraft }: { plan: Plan; mayDraft: boolean }) {
  const words = useWords(area);
  const { result } = plan;
  return (
    <>
      {plan.reckonedOn === null && (
        <Notice
          status="attention"
          action={
            mayDraft &&
            plan.state === "draft" && (
              <Form method="post">
                <input type="hidden" name="version" value={plan.version} />
                <Button type="submit" name="intent" value="reckon" isCompact>
                  {words.page.reckon}
                </Button>
              </Form>
            )
          }
        >
          {result ? words.page.notReckoned : words.page.neverReckoned}
        </Notice>
      )}
      {result && result.unpaid.length > 0 && (
        <Notice status="attention">{words.figures.unpaid(result.unpaid.length)}</Notice>
      )}
      {result && result.unplaced.length > 0 && (
        <Notice status="attention">{words.figures.unplaced(result.unplaced.length)}</Notice>
      )}
    </>
  );
}
