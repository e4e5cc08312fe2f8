import { Badge, type Status } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { FciBand } from "#domain/backlog/facility-condition-index.ts";
import type { Backlog } from "./load-backlog.server.ts";

const statuses: Record<FciBand, Status> = {
  good: "good",
  fair: "neutral",
  poor: "attention",
  critical: "bad",
};

/** The facility condition index in its variants, with horizon, scope and denominator beside each figure. */
export function FciCard({ fci, sums, assumptions }: Pick<Backlog, "fci" | "sums" | "assumptions">) {
  const words = useWords(area).fci;
  const format = useFormats();
  return (
    <Card title={words.title}>
      <ul className="figures flex flex-col">
        {fci.map(({ variant, index, band, deferredOre, replacementOre, horizonYears }) => (
          <li
            key={variant}
            className="grid gap-x-6 gap-y-1 border-b border-line py-2.5 first:pt-0 sm:grid-cols-[2fr_5fr]"
          >
            <div>
              <p className="text-sm text-ink-soft">{words.variants[variant]}</p>
              <p className="text-figure-phone font-semibold">{format.percent(index)}</p>
              {band && <Badge status={statuses[band]}>{words.bands[band]}</Badge>}
            </div>
            <div className="text-sm">
              <p>
                {words.deferred[variant]}: {format.ore(deferredOre)}
              </p>
              <p>
                {words.denominators[variant](
                  format.areaM2(sums.ownedM2),
                  format.ore(assumptions.replacementOrePerM2),
                )}
                : {format.ore(replacementOre)}
              </p>
              <p className="text-ink-soft">{words.horizon(horizonYears)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="pt-2.5 text-sm text-ink-soft">
        {words.cuts(
          format.percent(assumptions.fciFair, 0),
          format.percent(assumptions.fciPoor, 0),
          format.percent(assumptions.fciCritical, 0),
        )}{" "}
        <Link to="/assumptions#backlog" className="text-link">
          {words.assumptions}
        </Link>
      </p>
    </Card>
  );
}
