import type { FormEvent, ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import {
  EventForm,
  HoursField,
  MaterialFields,
  OutcomeField,
  ReasonField,
} from "#app/components/event-form.tsx";
import { orderPage } from "#app/i18n/order-page.ts";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { OrderEvent } from "#domain/order/order-event-kind.ts";
import { stepsFrom } from "#domain/order/order-state.ts";
import { mayStep } from "#domain/order/who-may-step.ts";
import { readEventFields } from "#domain/order/read-event-fields.ts";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";
import { PhotoForm } from "./photo-form.tsx";
import type { useWork } from "./use-work.ts";

type ActionsProps = { order: ExpectedOrder; app: ReturnType<typeof useWork> };

/** What stands at hand on the spot, in the order of the hand; planning and assessing are done at the desk. */
const atHand: readonly OrderEvent[] = [
  "start",
  "partArrived",
  "finish",
  "pause",
  "askCustomer",
  "waitForPart",
];
const always: readonly OrderEvent[] = ["hours", "material", "comment", "note"];

/** Everything a craftsman does to an order; each goes into the phone's queue. */
export function SheetActions({ order, app }: ActionsProps) {
  const fields = useSheetFields();
  const possible = stepsFrom(order.state).filter((step) => mayStep(["worker"], step));
  const shown = [...atHand.filter((event) => (possible as OrderEvent[]).includes(event)), ...always];
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readEventFields(Object.fromEntries(new FormData(form)));
    if (!read) return;
    void app.give(order, read);
    form.reset();
    form.closest("details[data-fold]")?.removeAttribute("open");
  };
  if (order.needsDecision) return null;
  return (
    <div className="flex flex-col gap-2">
      {shown.map((event) => (
        <EventForm
          key={event}
          event={event}
          orderId={order.id}
          version={order.version}
          eventId=""
          look={event === "start" || event === "finish" ? "primary" : "secondary"}
          onSubmit={onSubmit}
        >
          {fields[event]}
        </EventForm>
      ))}
      <PhotoForm order={order} app={app} />
      <TakeButton order={order} app={app} />
    </div>
  );
}

function useSheetFields(): Partial<Record<OrderEvent, ReactNode>> {
  const words = useWords(orderPage).fields;
  return {
    ...{ finish: <OutcomeField />, hours: <HoursField />, material: <MaterialFields /> },
    ...{ askCustomer: <ReasonField />, waitForPart: <ReasonField /> },
    comment: <ReasonField label={words.message} hint="" />,
    note: <ReasonField label={words.note} hint="" />,
  };
}

/** Takes an order of the team, or gives it back to the team. */
function TakeButton({ order, app }: ActionsProps) {
  const words = useWords(work);
  const me = app.worklist?.accountId;
  if (!me || order.waiting.some(({ event }) => event === "assign")) return null;
  const assignedTo = order.isMine ? null : me;
  return (
    <Button onClick={() => void app.give(order, { event: "assign", payload: { assignedTo } })}>
      {order.isMine ? words.leave : words.take}
    </Button>
  );
}
