import { Form } from "@remix-run/react";
import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ChargeRunRow } from "#db/queries/charge/list-charge-runs.ts";

type Props = { run: ChargeRunRow; standing: { isMaker: boolean; isApprover: boolean } };

/** How far a run is, by whom, and what the reader may do with it now: never two steps in a row. */
export function DecisionCard({ run, standing }: Props) {
  const words = useWords(area);
  const { status } = run;
  return (
    <Card title={words.statuses[status]}>
      <Hands run={run} />
      <div className="mt-3 flex flex-col gap-3">
        {status === "making" && <Decide intent="resume" look="primary" hint={words.unfinished} />}
        {status === "draft" &&
          (standing.isMaker ? (
            <p className="text-ink-soft">{words.waitsForOther}</p>
          ) : (
            <Decide intent="approve" look="primary" hint={words.approveHint} />
          ))}
        {status === "approved" &&
          (standing.isApprover ? (
            <p className="text-ink-soft">{words.waitsForIssuer}</p>
          ) : (
            <Decide intent="issue" look="primary" hint={words.issueHint} />
          ))}
        {status === "approved" && <Decide intent="sendBack" />}
        {(status === "draft" || status === "making") && (
          <details>
            <summary className={buttonClass("secondary")}>{words.discard}</summary>
            <div className="mt-2">
              <Decide intent="discard" look="danger" hint={words.discardAsk} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}

/** Who made, approved and issued it, and when. */
export function Hands({ run }: { run: ChargeRunRow }) {
  const words = useWords(area);
  const format = useFormats();
  const said = [
    words.whoMade(run.madeBy ?? words.nobody, format.dateTime(run.madeAt)),
    run.approvedAt && words.whoApproved(run.approvedBy ?? words.nobody, format.dateTime(run.approvedAt)),
    run.issuedAt && words.whoIssued(run.issuedBy ?? words.nobody, format.dateTime(run.issuedAt)),
  ];
  return <p className="text-sm text-ink-soft">{said.filter(Boolean).join(", ")}.</p>;
}

type Intent = "approve" | "issue" | "sendBack" | "discard" | "resume";

function Decide({ intent, look, hint }: { intent: Intent; look?: "primary" | "danger"; hint?: string }) {
  const words = useWords(area);
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <Button type="submit" name="intent" value={intent} look={look}>
        {words[intent]}
      </Button>
      {hint && <p className="min-w-0 flex-1 basis-60 text-sm text-ink-soft">{hint}</p>}
    </Form>
  );
}
