import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { orders } from "#app/i18n/orders.ts";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";

type StuckProps = { order: ExpectedOrder; onDecide: (choice: "send" | "drop") => void };

/** What the server did not take, beside how the order stands now; the person decides, nobody else. */
export function StuckNotice({ order, onDecide }: StuckProps) {
  const words = useWords(work);
  const { states, happened, refusals } = useWords(orders);
  const stuck = order.waiting.filter(({ status }) => status !== "queued");
  const isConflict = stuck.some(({ status }) => status === "conflict");
  const why = stuck.find(({ status }) => status === "refused")?.refusal;
  return (
    <Notice status="bad" title={isConflict ? words.stuck.title : words.refused}>
      {why && <p>{(refusals as Record<string, string>)[why] ?? why}</p>}
      <p>{words.stuck.now(states[order.state])}</p>
      <p>{words.stuck.yours}</p>
      <ul className="mb-2 list-disc pl-5">
        {stuck.map(({ eventId, event, reason }) => (
          <li key={eventId}>{[happened[event], reason].filter(Boolean).join(": ")}</li>
        ))}
      </ul>
      <span className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => onDecide("send")}>
          {words.sendAll}
        </Button>
        <Button look="danger" onClick={() => onDecide("drop")}>
          {words.dropAll}
        </Button>
      </span>
    </Notice>
  );
}
