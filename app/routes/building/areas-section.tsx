import { EmptyState } from "#app/components/empty-state.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { floorName } from "./floor-name.ts";
import { FloorBar } from "./floor-bar.tsx";
import type { BuildingPage } from "./load-building.ts";
import { Section } from "./section.tsx";
import { SpaceTable } from "./space-table.tsx";

type Props = Pick<BuildingPage, "floors">;

/** Up to this many spaces in all stand open; more are folded floor by floor. */
const mostOpen = 12;

/** The floors from the top down: how much of each is let and digitised, and the spaces on it. */
export function AreasSection({ floors }: Props) {
  const words = useWords(area).areas;
  const widest = Math.max(0, ...floors.map((floor) => floor.areaM2));
  const isOpen = floors.reduce((sum, floor) => sum + floor.spaces.length, 0) <= mostOpen;
  return (
    <Section id="areas" title={words.title} isFlush>
      {floors.length === 0 ? (
        <EmptyState title={words.title}>{words.none}</EmptyState>
      ) : (
        <>
          <Legend />
          <ol aria-label={words.plan} className="border-t border-line">
            {floors.map((floor) => (
              <Floor key={floor.id} {...{ floor, widest, isOpen }} />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

type FloorProps = { floor: Props["floors"][number]; widest: number; isOpen: boolean };

function Floor({ floor, widest, isOpen }: FloorProps) {
  const words = useWords(area).areas;
  const format = useFormats();
  const name = floorName(floor.level, words);
  const vacantM2 = Math.max(0, floor.areaM2 - floor.letM2);
  return (
    <li className="border-b border-line last:border-b-0">
      <details open={isOpen} data-open-on-paper className="group">
        <summary className="figures grid grid-cols-[6rem_1fr] items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-blue-tint md:grid-cols-[8rem_1fr_7rem_9rem_8rem] print:grid-cols-[6rem_1fr_6rem_7rem]">
          <span className="font-semibold">{name}</span>
          <FloorBar floor={floor} widest={widest} />
          <span className="max-md:col-start-2 md:text-right print:col-start-auto">
            {format.areaM2(floor.areaM2)}
          </span>
          <span className="text-sm text-ink-soft max-md:col-start-2 md:text-right print:col-start-auto">
            {format.areaM2(vacantM2)} {words.vacant.toLowerCase()}
          </span>
          <span className="screen-only text-sm font-medium text-blue max-md:col-start-2 md:text-right">
            {words.show(floor.spaces.length)}
          </span>
        </summary>
        <SpaceTable caption={words.caption(name)} spaces={floor.spaces} />
      </details>
    </li>
  );
}

function Legend() {
  const words = useWords(area).areas;
  const parts = [
    ["fill-blue", words.digitised],
    ["fill-blue-tint stroke-blue", words.letOnly],
    ["fill-surface stroke-line-strong [stroke-dasharray:2_2]", words.vacant],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3 text-sm">
      {parts.map(([look, word]) => (
        <li key={word} className="flex items-center gap-2">
          <svg viewBox="0 0 16 12" aria-hidden="true" className={`h-3 w-4 ${look}`}>
            <rect x="0.5" y="0.5" width="15" height="11" rx="1" />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
