import { Wrench } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { work } from "#app/i18n/work.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";
import { LinkState } from "./link-state.tsx";
import { OrderSheet } from "./order-sheet.tsx";
import { useWork } from "./use-work.ts";
import { useLeaving } from "./use-leaving.ts";

const groups = ["today", "coming", "undated"] as const;

const groupOf = (order: ExpectedOrder, today: string): (typeof groups)[number] => {
  if (order.state === "inProgress" || (order.plannedOn && order.plannedOn <= today)) return "today";
  return order.plannedOn ? "coming" : "undated";
};

/** The work of one's own teams: from the server where there is network, else as the phone kept it. */
export function WorkApp({ initial }: { initial: Worklist | null }) {
  const app = useWork(initial);
  const words = useWords(work);
  const format = useFormats();
  const { worklist, orders } = app;
  const now = useNow(worklist?.madeAt ?? null);
  // What is done stays in sight until the server knows it.
  const shown = orders.filter(({ state, waiting }) => state !== "done" || waiting.length > 0);
  useLeaving(app.commands.length + app.photos.length);
  return (
    <Page>
      <PageHead
        title={words.title}
        note={worklist && words.asOf(format.dateTime(worklist.madeAt))}
        tools={<Button onClick={() => void app.sync()}>{words.tryNow}</Button>}
      />
      <LinkState {...app} />
      {shown.length === 0 && (
        <Card>
          <EmptyState icon={Wrench} title={worklist ? words.none : words.nothingKept}>
            {worklist ? words.noneHint : words.nothingKeptHint}
          </EmptyState>
        </Card>
      )}
      {groups.map((group) => {
        const inGroup = shown.filter((order) => groupOf(order, worklist?.today ?? "") === group);
        if (inGroup.length === 0) return null;
        return (
          <section key={group} aria-labelledby={group} className="flex flex-col gap-2">
            <h2 id={group} className="flex items-baseline gap-2 text-lg">
              {words[group]} <span className="text-sm text-ink-soft">{words.count(inGroup.length)}</span>
            </h2>
            <ul className="flex flex-col gap-2">
              {inGroup.map((order) => (
                <OrderSheet key={order.id} order={order} now={now} app={app} />
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}

/** The clock: the server's time of the list at first, so that page and program agree, then the phone's. */
function useNow(madeAt: string | null): string {
  const [now, setNow] = useState(madeAt ?? "1970-01-01T00:00:00Z");
  useEffect(() => {
    const read = () => setNow(new Date().toISOString());
    read();
    const timer = setInterval(read, 60_000);
    return () => clearInterval(timer);
  }, [madeAt]);
  return now;
}
