import { Card } from "#app/components/card.tsx";
import { ConditionShares } from "#app/components/condition-shares.tsx";
import { Link } from "#app/components/link.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Backlog } from "./load-backlog.server.ts";

/** How all elements are spread over the conditions: as they were seen, and as they are by now if they age as they should. */
export function SpreadCard({ spread, on }: Pick<Backlog, "spread"> & { on: string }) {
  const { condition: words, conditions: names, page } = useWords(area);
  const format = useFormats();
  return (
    <Card title={page.spread}>
      <div className="flex flex-col gap-4">
        {(["observed", "estimated"] as const).map((which) => {
          const { condition, shares } = spread[which];
          const title = which === "observed" ? words.observed : words.estimated(format.day(on));
          return (
            <div key={which}>
              <h3 className="mb-1.5 font-semibold">
                {title}{" "}
                <span className="font-normal">
                  {condition === null ? words.noAggregate : words.sum(condition, names[condition])}
                </span>
              </h3>
              <ConditionShares label={`${title}: ${words.shares}`} names={names} shares={shares} />
            </div>
          );
        })}
        <p className="figures text-sm text-ink-soft">
          {page.spreadNote(format.number(spread.elements))} {words.estimatedNote}{" "}
          {spread.unknown > 0 && words.unknown(spread.unknown)}{" "}
          <Link to="/assumptions#life" className="text-link">
            {page.lives}
          </Link>
        </p>
      </div>
    </Card>
  );
}
