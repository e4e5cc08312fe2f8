import { Card } from "#app/components/card.tsx";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeasePage } from "./load-lease.server.ts";

type Props = Pick<LeasePage, "year" | "now" | "before" | "changes">;

/** Why a year's rent is not that of the year before, cause by cause; they sum to the difference. */
export function ChangeCard({ year, now, before, changes }: Props) {
  const words = useWords(area);
  const format = useFormats();
  if (!now.ok || !before.ok) return null;
  const [was, is] = [before.value.totalOre, now.value.totalOre];
  const signed = (ore: number) => `${ore > 0 ? "+" : ""}${format.ore(ore)}`;
  return (
    <Card title={words.change(year - 1)}>
      {before.value.lines.length === 0 && <p>{words.notYet(year - 1)}</p>}
      {before.value.lines.length > 0 && changes.length === 0 && <p>{words.changeNone(year - 1)}</p>}
      {before.value.lines.length > 0 && changes.length > 0 && (
        <>
          <p className="figures mb-2">{words.changeSum(format.ore(was), format.ore(is), signed(is - was))}</p>
          <ul className="figures">
            {changes.map(({ key, cause, deltaOre }) => (
              <li
                key={`${key} ${cause}`}
                className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0 print:break-inside-avoid print:py-1"
              >
                <span>
                  {words.lines[key]}
                  <span className="block text-sm text-ink-soft">{words.causes[cause]}</span>
                </span>
                <span className="whitespace-nowrap">{signed(deltaOre)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
