import type { FormEvent, ReactNode } from "react";
import { orderPage } from "../i18n/order-page.ts";
import { orders } from "../i18n/orders.ts";
import { useWords } from "../i18n/use-words.tsx";
import type { OrderEvent } from "#domain/order/order-event.ts";
import { Button, type ButtonLook } from "./button.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

type EventFormProps = {
  event: OrderEvent;
  orderId: string;
  version: number;
  /** Made where the form is made: the same form sent twice is one event. */
  eventId: string;
  look?: ButtonLook;
  /** The fields of the event; without any it is one button. */
  children?: ReactNode;
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
};

/** One thing that can be done to an order, as a form that works without script. With fields it is folded until asked for. */
export function EventForm({ event, orderId, version, eventId, look, children, onSubmit }: EventFormProps) {
  const word = useWords(orders).events[event];
  const form = (
    <form method="post" {...{ onSubmit }} className="flex min-w-0 flex-col gap-3">
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="version" value={version} />
      {children}
      <Button type="submit" look={look ?? "secondary"} className="self-start max-md:w-full">
        {word}
      </Button>
    </form>
  );
  if (!children) return form;
  return (
    <details data-fold className="group w-full rounded-base border border-line [&[open]]:bg-sunken">
      <summary className="flex min-h-11 items-center px-3 font-semibold text-blue">{word} …</summary>
      <div className="p-3 pt-0">{form}</div>
    </details>
  );
}

type ReasonProps = { isOptional?: boolean; label?: string; hint?: string };

/** Why, in words that the asker reads. */
export function ReasonField({ isOptional = false, label, hint }: ReasonProps) {
  const words = useWords(orderPage).fields;
  return (
    <TextField
      label={label ?? words.reason}
      hint={hint ?? words.reasonHint}
      name="reason"
      required={!isOptional}
      maxLength={2000}
      isOptional={isOptional}
    />
  );
}

/** How the work ended: fixed, or made safe for now. */
export function OutcomeField() {
  const words = useWords(orderPage).fields;
  const { outcomes } = useWords(orders);
  return (
    <SelectField
      label={words.outcome}
      name="outcome"
      options={(["fixed", "madeSafe"] as const).map((value) => ({ value, label: outcomes[value] }))}
    />
  );
}

/** Hours as people type them. */
export function HoursField() {
  return <TextField label={useWords(orderPage).fields.hours} name="hours" inputMode="decimal" required />;
}

/** What was used, how much, and what it cost. */
export function MaterialFields() {
  const words = useWords(orderPage).fields;
  return (
    <>
      <TextField label={words.material} name="name" required maxLength={200} />
      <span className="grid grid-cols-2 gap-3">
        <TextField label={words.quantity} name="quantity" inputMode="decimal" defaultValue="1" required />
        <TextField label={words.unit} name="unit" placeholder={words.unitHint} maxLength={40} />
      </span>
      <TextField label={words.price} name="price" inputMode="decimal" unit={words.kr} isOptional />
    </>
  );
}
