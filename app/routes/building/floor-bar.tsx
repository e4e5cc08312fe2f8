import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";

type FloorBarProps = { floor: { areaM2: number; letM2: number; digitisedM2: number }; widest: number };

const height = 20;

/** A floor as a bar, as wide as it is large beside the largest: digitised, let, vacant. */
export function FloorBar({ floor, widest }: FloorBarProps) {
  const words = useWords(area).areas;
  const format = useFormats();
  const share = (m2: number) => (widest > 0 ? (Math.max(0, m2) / widest) * 100 : 0);
  const parts = [
    { m2: floor.digitisedM2, word: words.digitised, look: "fill-blue" },
    { m2: floor.letM2 - floor.digitisedM2, word: words.letOnly, look: "fill-blue-tint stroke-blue" },
    {
      m2: floor.areaM2 - floor.letM2,
      word: words.vacant,
      look: "fill-surface stroke-line-strong [stroke-dasharray:3_3]",
    },
  ].filter((part) => part.m2 > 0);
  const said = parts.map((part) => `${part.word} ${format.areaM2(part.m2)}`).join(", ");
  let left = 0;
  return (
    <svg role="img" aria-label={said} width="100%" height={height} className="min-w-0">
      {parts.map(({ m2, word, look }) => {
        const x = left;
        left += share(m2);
        return (
          <rect key={word} x={`${x}%`} y="1" width={`${share(m2)}%`} height={height - 2} className={look}>
            <title>{`${word} ${format.areaM2(m2)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
