import { Card } from "#app/components/card.tsx";
import { PlanPicture } from "#app/components/plan-picture.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { SitePlan } from "#geo/site-plan.ts";
import type { BuildingPage } from "./load-building.ts";

type Props = { building: BuildingPage["building"]; plan: SitePlan | null };

/** Where the building stands, drawn on the server: it is there without JavaScript and on paper. */
export function SitePlanCard({ building, plan }: Props) {
  const words = useWords(area).map;
  return (
    <Card title={words.title} className="keep-together">
      {plan ? (
        <figure className="flex flex-col gap-2">
          <PlanPicture plan={plan} label={words.alt(building.name)} />
          <figcaption className="text-sm text-ink-soft">
            {plan.footprint === null && `${words.noFootprint} `}
            {plan.neighbours.length > 0 && words.neighbours}
          </figcaption>
        </figure>
      ) : (
        <p className="text-ink-soft">{words.noPosition}</p>
      )}
    </Card>
  );
}
