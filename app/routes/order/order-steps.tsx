import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import {
  EventForm,
  HoursField,
  MaterialFields,
  OutcomeField,
  ReasonField,
} from "#app/components/event-form.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { orderPage } from "#app/i18n/order-page.ts";
import { orders } from "#app/i18n/orders.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { yearOf } from "#domain/day-count.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";
import { priorities } from "#domain/order/sla.ts";
import type { LoadedOrder } from "./load-order.server.ts";

type StepsProps = LoadedOrder & { now: string };

const groups = {
  plan: ["plan", "setDay", "assign", "setPriority"],
  words: ["comment", "note"],
  record: ["hours", "material"],
} as const satisfies Record<string, readonly OrderEvent[]>;
const grouped: readonly OrderEvent[] = Object.values(groups).flat();

/** All that can be done to an order from where it stands, by whoever looks at it. */
export function OrderSteps(props: StepsProps) {
  const { can } = props;
  const words = useWords(orderPage);
  // Planning asks for a day already; a day alone is for what is under way.
  const shown = can.filter((event) => event !== "setDay" || !can.includes("plan"));
  const steps = shown.filter((event) => !grouped.includes(event));
  return (
    <>
      <Card title={words.next}>
        {can.length === 0 && <p className="text-ink-soft">{words.noSteps}</p>}
        <StepList {...props} shown={steps} />
      </Card>
      {(["plan", "words", "record"] as const).map((group) => {
        const events = shown.filter((event) => (groups[group] as readonly OrderEvent[]).includes(event));
        if (events.length === 0) return null;
        return (
          <Card key={group} title={words[group]}>
            <StepList {...props} shown={events} />
          </Card>
        );
      })}
    </>
  );
}

function StepList({ shown, ...props }: StepsProps & { shown: OrderEvent[] }) {
  const fields = useFields(props);
  const { order, eventIds } = props;
  return (
    <div className="flex flex-wrap gap-2">
      {shown.map((event) => (
        <EventForm
          key={event}
          event={event}
          orderId={order.id}
          version={order.version}
          eventId={eventIds[event]}
          look={event === "start" || event === "approve" ? "primary" : "secondary"}
        >
          {fields[event]}
        </EventForm>
      ))}
    </div>
  );
}

/** The fields that belong to each event; what has none is one button. */
function useFields(props: StepsProps): Partial<Record<OrderEvent, ReactNode>> {
  const { order, now } = props;
  const words = useWords(orderPage).fields;
  const reason = <ReasonField />;
  const optional = <ReasonField isOptional />;
  const day = (
    <TextField label={words.day} name="plannedOn" type="date" defaultValue={order.plannedOn ?? ""} />
  );
  return {
    ...{
      reject: reason,
      askCustomer: reason,
      waitForPart: reason,
      reopen: reason,
      customerAnswered: optional,
    },
    ...{
      plan: day,
      setDay: day,
      finish: <OutcomeField />,
      hours: <HoursField />,
      material: <MaterialFields />,
    },
    ...useEndFields(yearOf(now) + 1),
    askApproval: (
      <TextField label={words.amount} name="amount" inputMode="decimal" unit={words.kr} required />
    ),
    setPriority: <PriorityField priority={order.priority} />,
    assign: props.isDispatcher ? <AssignFields {...props} /> : undefined,
    comment: <ReasonField label={words.message} hint="" />,
    note: <ReasonField label={words.note} hint="" />,
  };
}

/** The fields of the ends that are not "done": why, and who or what comes instead. */
function useEndFields(nextYear: number): Partial<Record<OrderEvent, ReactNode>> {
  const words = useWords(orderPage).fields;
  return {
    decline: (
      <>
        <ReasonField />
        <TextField
          label={words.nextOwner}
          hint={words.nextOwnerHint}
          name="nextOwner"
          required
          maxLength={200}
        />
      </>
    ),
    markDuplicate: (
      <TextField label={words.duplicateOf} name="duplicateOf" required placeholder="2026-000123-1" />
    ),
    planInBacklog: (
      <>
        <ReasonField />
        <TextField
          label={words.year}
          name="year"
          type="number"
          min={nextYear - 1}
          max={2100}
          defaultValue={nextYear}
          required
        />
      </>
    ),
  };
}

function PriorityField({ priority }: { priority: 1 | 2 | 3 | 4 }) {
  const words = useWords(orderPage).fields;
  const { priorities: priorityWords } = useWords(orders);
  return (
    <SelectField
      label={words.priority}
      name="priority"
      defaultValue={priority}
      options={priorities.map((value) => ({ value: String(value), label: priorityWords[value] }))}
    />
  );
}

function AssignFields({ order, teams, members }: Pick<StepsProps, "order" | "teams" | "members">) {
  const words = useWords(orderPage).fields;
  return (
    <>
      <SelectField
        label={words.team}
        name="teamId"
        none={order.teamId ? undefined : words.nobody}
        defaultValue={order.teamId ?? ""}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {members.length > 0 && (
        <SelectField
          label={words.person}
          name="assignedTo"
          none={words.nobody}
          defaultValue={order.assignedTo ?? ""}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
