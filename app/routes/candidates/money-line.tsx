import { candidates as area } from "#app/i18n/candidates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CandidateMoney } from "#domain/colocation/candidates/candidate-money.ts";

/** What a candidate saves a year, costs once, and when the one has paid the other. */
export function MoneyLine({ money }: { money: CandidateMoney }) {
  const words = useWords(area);
  const format = useFormats();
  const { paybackYears } = money;
  const payback = paybackYears === null ? words.never : words.years(format.number(paybackYears, 1));
  return (
    <dl className="figures flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {[
        [words.saved, format.ore(money.yearlyOre)],
        [words.once, format.ore(money.onceOre)],
        [words.payback, payback],
      ].map(([label, value]) => (
        <div key={label} className="flex gap-1.5">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
