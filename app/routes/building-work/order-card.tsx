import { Card } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { OrderStateBadge } from "#app/components/order-clock.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile } from "#db/queries/works/get-work.ts";
import type { WorkAnswer } from "./change-work.server.ts";
import { Fold } from "./fold.tsx";

interface OrderCardProps {
  work: WorkFile;
  answer: WorkAnswer | undefined;
  mayOrder: boolean;
  /** Made where the form is made, so that sending it twice is one order. */
  orderKey: string;
}

/** The order of a work, or the form that makes one. */
export function OrderCard({ work, answer, mayOrder, orderKey }: OrderCardProps) {
  const words = useWords(area).order;
  const { order } = work;
  const typed = answer?.intent === "order" ? answer.typed : null;
  const usual = words.usual(work.number, work.title, work.buildingName);
  return (
    <Card title={words.title} tools={order && <OrderStateBadge state={order.state} />}>
      {order ? (
        <>
          <DescriptionList facts={[{ term: words.team, value: order.team }]} />
          <p className="mt-2 flex flex-wrap gap-x-5">
            <Link to={`/orders/${order.id}`} className="text-link inline-flex min-h-6 items-center">
              {words.toOrder} {order.number}
            </Link>
            <Link to={`/cases/${order.caseNumber}`} className="text-link inline-flex min-h-6 items-center">
              {words.toCase} {order.caseNumber}
            </Link>
          </p>
        </>
      ) : (
        <p className="text-ink-soft">{words.none}</p>
      )}
      {mayOrder && work.state !== "ordered" && (
        <Fold
          {...{
            title: words.open,
            intent: "order",
            version: work.version,
            submit: words.submit,
            isOpen: typed !== null,
          }}
        >
          <p className="text-sm text-ink-soft">{words.hint}</p>
          <input type="hidden" name="key" value={typed?.["key"] ?? orderKey} />
          <TextArea
            {...{ label: words.text, name: "text", required: true, maxLength: 4000 }}
            defaultValue={typed?.["text"] ?? usual}
          />
        </Fold>
      )}
    </Card>
  );
}
