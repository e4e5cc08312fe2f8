import { Check, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { Form } from "#app/components/link.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CaseOrder } from "#db/queries/case/get-case.ts";
import { isOpen } from "#domain/order/order-state.ts";
import type { StepReply } from "./take-answer.server.ts";

interface AnswerProps {
  order: CaseOrder;
  reply: StepReply | undefined;
  eventId: string;
}

/** What whoever asked can do with an order where it stands: answer, confirm, reopen, write. */
export function AnswerForms({ order, reply, eventId }: AnswerProps) {
  const words = useWords(area).steps;
  const typed = reply?.orderId === order.id ? reply.typed : "";
  const hidden = (
    <>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="eventId" value={eventId} />
    </>
  );
  if (order.state === "awaitingCustomer")
    return (
      <WordsForm
        {...{ hidden, typed, intent: "customerAnswered", label: words.answer, send: words.sendAnswer }}
      />
    );
  const isEnded = order.state === "done" || order.state === "confirmed" || order.state === "closed";
  if (isEnded)
    return (
      <div className="mt-3 flex flex-col gap-2">
        {order.state === "done" && (
          <Form method="post" preventScrollReset>
            {hidden}
            <Button type="submit" name="intent" value="confirm" look="primary" icon={Check}>
              {words.confirm}
            </Button>
          </Form>
        )}
        <Fold summary={order.state === "done" ? words.notRight : words.reopen} isOpen={typed !== ""}>
          <WordsForm
            {...{ hidden, typed, intent: "reopen", label: words.reopenReason, send: words.reopen }}
          />
        </Fold>
      </div>
    );
  if (!isOpen(order.state)) return null;
  return (
    <Fold summary={words.comment} isOpen={typed !== ""}>
      <WordsForm {...{ hidden, typed, intent: "comment", label: words.comment, send: words.sendComment }} />
    </Fold>
  );
}

function Fold({
  summary,
  isOpen: isUnfolded,
  children,
}: {
  summary: string;
  isOpen: boolean;
  children: ReactNode;
}) {
  return (
    <details className="mt-2" open={isUnfolded}>
      <summary className="text-link inline-flex min-h-8 items-center">{summary}</summary>
      {children}
    </details>
  );
}

interface WordsFormProps {
  hidden: ReactNode;
  typed: string;
  intent: string;
  label: string;
  send: string;
}

function WordsForm({ hidden, typed, intent, label, send }: WordsFormProps) {
  return (
    <Form method="post" preventScrollReset className="mt-2 flex flex-col items-start gap-2">
      {hidden}
      <Field label={label} className="w-full max-w-xl">
        {(control) => (
          <textarea
            {...control}
            name="reason"
            rows={3}
            maxLength={2000}
            defaultValue={typed}
            required
            className="control"
          />
        )}
      </Field>
      <Button type="submit" name="intent" value={intent} icon={MessageSquare}>
        {send}
      </Button>
    </Form>
  );
}
