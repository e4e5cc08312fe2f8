import { Badge, type Status } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Notice } from "#app/components/notice.tsx";
import { colocationEconomy } from "#app/i18n/colocation-economy.ts";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ScenarioEconomy } from "#domain/colocation/case-economy.ts";
import type { MonteCarlo } from "#domain/economy/monte-carlo.ts";
import { useSayMoney } from "../colocation-case/say-money.ts";
import { verdictLooks } from "../colocation-case/verdict-badge.tsx";

type EconomyProps = {
  economy: Pick<ScenarioEconomy, "municipality" | "parties">;
  chance: Pick<MonteCarlo, "shareWithinDemand" | "shareAboveZero" | "p10Ore" | "p90Ore">;
};

const looks: Record<"gains" | "pays" | "even", Status> = { gains: "good", pays: "bad", even: "neutral" };
const outcomeOf = (ore: number) => (ore > 0 ? "gains" : ore < 0 ? "pays" : "even");

/** What the recommended scenario is worth to the city, how sure that is, and which party gains and which pays. */
export function EconomyCard({ economy, chance }: EconomyProps) {
  const words = useWords(area).economy;
  const say = useWords(colocationEconomy);
  const format = useFormats();
  const { money, years } = useSayMoney();
  const { municipality: city, parties } = economy;
  return (
    <Card title={words.title} isFlush>
      <div className="flex flex-col gap-4 px-4 pb-4">
        <Notice status={verdictLooks[city.verdict]} title={say.verdicts[city.verdict]}>
          <p className="text-sm">{words.note}</p>
        </Notice>
        <Figures>
          <Figure label={say.rows.npv} value={money(city.npvOre)} isLoud />
          <Figure label={say.rows.payback} value={years(city.paybackYears)} />
        </Figures>
        <Figures>
          <Figure label={say.within} value={format.percent(chance.shareWithinDemand, 0)} />
          <Figure label={say.above} value={format.percent(chance.shareAboveZero, 0)} />
          <Figure label={say.p10} value={money(chance.p10Ore)} />
          <Figure label={say.p90} value={money(chance.p90Ore)} />
        </Figures>
      </div>
      {parties.length > 0 && (
        <DataTable
          caption={words.whose}
          phone="cards"
          rows={parties}
          rowKey={({ party }) => party}
          columns={[
            { key: "party", header: words.party, cell: ({ party }) => party },
            {
              ...{ key: "once", header: say.rows.once, isNumeric: true },
              cell: ({ onceOre }) => money(onceOre),
            },
            {
              ...{ key: "yearly", header: say.rows.yearly, isNumeric: true },
              cell: ({ yearlyOre }) => money(yearlyOre),
            },
            {
              ...{ key: "npv", header: say.rows.npv, isNumeric: true },
              cell: ({ npvOre }) => money(npvOre),
            },
            {
              ...{ key: "outcome", header: words.outcome },
              cell: ({ npvOre }) => (
                <Badge status={looks[outcomeOf(npvOre)]}>{words[outcomeOf(npvOre)]}</Badge>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
