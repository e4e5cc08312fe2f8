import { Figure, Figures } from "#app/components/figure.tsx";
import { Notice } from "#app/components/notice.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ScenarioEconomy } from "#domain/colocation/case-economy.ts";
import { useSayMoney } from "../colocation-case/say-money.ts";
import { verdictLooks } from "../colocation-case/verdict-badge.tsx";

/** The verdict in a sentence, and the figures it rests on. */
export function VerdictFigures({ economy, rateSource }: { economy: ScenarioEconomy; rateSource: string }) {
  const words = useWords(area);
  const { money, years, rates } = useSayMoney();
  const { municipality: city } = economy;
  return (
    <>
      <Notice status={verdictLooks[city.verdict]} title={`${economy.name}: ${words.verdicts[city.verdict]}`}>
        <p className="text-sm">{rateSource}</p>
      </Notice>
      <Figures>
        <Figure label={words.rows.npv} value={money(city.npvOre)} isLoud />
        <Figure label={words.rows.once} value={money(city.onceOre)} />
        <Figure label={words.rows.yearly} value={money(city.yearlyOre)} />
        <Figure
          label={words.rows.payback}
          value={years(city.paybackYears)}
          note={`${words.discounted}: ${years(city.discountedPaybackYears)}`}
        />
        <Figure label={words.rows.irr} value={rates(city.irr)} />
      </Figures>
    </>
  );
}
