import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { VisitProps } from "./visit-props.ts";

/** What the server did not take, and why; the surveyor decides, and nothing goes until they do. */
export function StuckCard({ visit, app }: VisitProps) {
  const words = useWords(area);
  const reasons = [...new Set(visit.waiting.flatMap(({ refusal }) => refusal ?? []))];
  const drop = () => {
    if (window.confirm(words.dropSure)) void app.decide(visit, "drop");
  };
  return (
    <Notice status="bad" title={words.stuck}>
      <ul className="list-disc pl-5">
        {reasons.map((refusal) => (
          <li key={refusal}>{words.refusals[refusal]}</li>
        ))}
      </ul>
      <p className="mb-2">{words.stuckHint}</p>
      <span className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => void app.decide(visit, "send")}>
          {words.sendAgain}
        </Button>
        <Button look="danger" onClick={drop}>
          {words.drop}
        </Button>
      </span>
    </Notice>
  );
}
