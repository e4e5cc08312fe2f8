import type { ReactNode } from "react";
import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField, type Option } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CouncilCase } from "#db/queries/council/get-council-case.ts";
import type { CouncilMeeting } from "#db/queries/council/list-council.ts";
import type { CouncilEvent } from "#domain/council/council-step.ts";
import type { CouncilAnswer } from "./act.server.ts";

export type DeedsProps = {
  found: CouncilCase;
  can: Record<CouncilEvent, boolean>;
  scenarios: readonly Option[];
  meetings: readonly CouncilMeeting[];
  pools: readonly { id: string; name: string; balanceOre: number }[];
  answer: CouncilAnswer | undefined;
};

/** What one can do with the case now; nothing for whoever may do nothing. */
export function DeedsCard(props: DeedsProps) {
  const { can, found } = props;
  const words = useWords(area);
  const say = words.page;
  if (!Object.values(can).some(Boolean)) return null;
  return (
    <Card title={can.approved ? say.decide : say.inCouncil}>
      <div className="flex flex-col gap-5">
        {can.approved && <DecideForm {...props} />}
        {can.funded && <FundForm {...props} />}
        {can.submitted && <SubmitForm {...props} />}
        {(["implementing", "closed"] as const).map(
          (event) =>
            can[event] && (
              <Deed key={event} version={found.version}>
                <Button type="submit" name="intent" value={event} look="primary">
                  {words.deeds[event]}
                </Button>
              </Deed>
            ),
        )}
        {can.commented && (
          <Deed version={found.version}>
            <TextArea
              {...{ id: "comment", name: "words", label: say.comment, maxLength: 4000, className: "w-full" }}
            />
            <Button type="submit" name="intent" value="commented">
              {say.commentDo}
            </Button>
          </Deed>
        )}
      </div>
    </Card>
  );
}

function Deed({ version, children }: { version: number; children: ReactNode }) {
  return (
    <Form method="post" className="flex flex-col items-start gap-3">
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  );
}

function DecideForm({ found, answer }: DeedsProps) {
  const words = useWords(area);
  const say = words.page;
  return (
    <Deed version={found.version}>
      <TextArea
        {...{
          id: "reason",
          name: "words",
          label: say.reason,
          hint: say.reasonHint,
          maxLength: 4000,
          className: "w-full",
        }}
        defaultValue={answer?.typed["words"]}
        errors={answer?.refusal === "reasonMissing" ? [words.refusals.reasonMissing] : null}
      />
      <div className="flex flex-wrap gap-2">
        {(["approved", "returned", "rejected"] as const).map((event) => (
          <Button
            key={event}
            {...{ type: "submit", name: "intent", value: event }}
            look={event === "approved" ? "primary" : event === "rejected" ? "danger" : "secondary"}
          >
            {words.deeds[event]}
          </Button>
        ))}
      </div>
    </Deed>
  );
}

function FundForm({ found, pools, answer }: DeedsProps) {
  const say = useWords(area).page;
  const format = useFormats();
  const mine = answer?.intent === "funded" ? answer.typed : null;
  return (
    <Deed version={found.version}>
      <SelectField
        {...{ id: "poolId", name: "poolId", label: say.fund, className: "w-full" }}
        options={pools.map(({ id, name, balanceOre }) => ({
          value: id,
          label: `${name}: ${format.ore(balanceOre, "million")}`,
        }))}
      />
      <TextField
        {...{
          id: "amount",
          name: "amount",
          label: say.fundAmount,
          inputMode: "decimal",
          required: true,
          className: "w-full",
        }}
        defaultValue={mine?.["amount"]}
      />
      <TextArea
        {...{
          id: "fundWords",
          name: "words",
          label: say.fundReason,
          isOptional: true,
          maxLength: 2000,
          className: "w-full",
        }}
        defaultValue={mine?.["words"]}
      />
      <Button type="submit" name="intent" value="funded" look="primary">
        {say.fundDo}
      </Button>
    </Deed>
  );
}

function SubmitForm({ found, scenarios, meetings }: DeedsProps) {
  const say = useWords(area).page;
  const format = useFormats();
  if (scenarios.length === 0) return <p className="text-ink-soft">{say.noScenario}</p>;
  const isAgain = found.submission !== null;
  const fields = (
    <Deed version={found.version}>
      <p className="text-sm text-ink-soft">{say.submitNote}</p>
      <SelectField
        {...{
          id: "scenarioId",
          name: "scenarioId",
          label: say.chooseScenario,
          options: scenarios,
          className: "w-full",
        }}
      />
      <SelectField
        {...{
          id: "meetingId",
          name: "meetingId",
          label: say.chooseMeeting,
          none: say.anyMeeting,
          className: "w-full",
        }}
        options={meetings.map(({ id, heldOn, place }) => ({
          value: id,
          label: [format.day(heldOn), place].filter(Boolean).join(", "),
        }))}
      />
      <TextArea
        {...{
          id: "submitWords",
          name: "words",
          label: say.words,
          isOptional: true,
          maxLength: 4000,
          className: "w-full",
        }}
      />
      <Button type="submit" name="intent" value="submitted" look={isAgain ? "secondary" : "primary"}>
        {isAgain ? say.submitAgain : say.submit}
      </Button>
    </Deed>
  );
  if (!isAgain) return fields;
  return (
    <details>
      <summary className={buttonClass("plain")}>{say.submitAgain}</summary>
      <div className="mt-3">{fields}</div>
    </details>
  );
}
