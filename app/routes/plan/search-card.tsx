import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Plan, PlanRun } from "#db/queries/plan/get-plan.ts";

const askEveryMs = 2_000;
const usualSeconds = 60;

type Props = {
  plan: Pick<Plan, "version" | "state" | "method" | "run">;
  mayDraft: boolean;
  errors: readonly string[] | null;
};

/** Looks for a better plan: how far it has come, the way to stop it, and what came of the last time. */
export function SearchCard({ plan, mayDraft, errors }: Props) {
  const words = useWords(area).search;
  const { run } = plan;
  const isRunning = run?.state === "running";
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, askEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
  if (plan.state !== "draft" && plan.method !== "solver") return null;
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{words.note}</p>
        {run && <RunNews run={run} isSolved={plan.method === "solver"} />}
        {!run && plan.method === "solver" && <p>{words.isSolved}</p>}
        {mayDraft && plan.state === "draft" && (
          <Form method="post" className="flex flex-wrap items-end gap-3" preventScrollReset>
            <input type="hidden" name="version" value={plan.version} />
            {isRunning ? (
              <Button type="submit" name="intent" value="cancel" look="danger" disabled={run.isCancelling}>
                {run.isCancelling ? words.cancelling : words.cancel}
              </Button>
            ) : (
              <>
                <TextField
                  {...{ name: "seconds", label: words.seconds, type: "number", min: 5, max: 600, errors }}
                  defaultValue={usualSeconds}
                />
                <Button type="submit" name="intent" value="search">
                  {words.start}
                </Button>
              </>
            )}
          </Form>
        )}
      </div>
    </Card>
  );
}

function RunNews({ run, isSolved }: { run: PlanRun; isSolved: boolean }) {
  const words = useWords(area).search;
  const { ore, number, percent } = useFormats();
  if (run.state !== "running") {
    const end = run.state === "done" ? (isSolved ? words.found : words.nothing) : words[run.state];
    return <p role="status">{end}</p>;
  }
  const { bestOre, boundOre, seconds, secondsAtMost } = run;
  return (
    <div role="status" className="figures flex flex-col gap-1">
      <p>{words.running(number(seconds ?? 0, 0), number(secondsAtMost))}</p>
      <progress className="w-full" max={secondsAtMost} value={seconds ?? 0} aria-label={words.title} />
      {bestOre !== null && <p className="text-sm">{words.best(ore(bestOre, "million"))}</p>}
      {boundOre !== null && <p className="text-sm">{words.bound(ore(boundOre, "million"))}</p>}
      {bestOre !== null && boundOre !== null && bestOre > 0 && (
        <p className="text-sm">{words.gap(percent(Math.max(0, bestOre - boundOre) / bestOre, 2))}</p>
      )}
    </div>
  );
}
