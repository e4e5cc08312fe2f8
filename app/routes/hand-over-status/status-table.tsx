import { DataTable } from "#app/components/data-table.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { GatheringLine } from "#db/queries/hand-over/summarise-gathering.ts";

type Sum = Omit<GatheringLine, "administrationId" | "code" | "name">;
const counted = [
  ...(["left", "leftM2", "handedOver", "checking", "askedBack", "takenOver"] as const),
  ...(["propertiesOpen", "propertiesTakenOver"] as const),
];

/** The lines of all administrations together. */
export const totalOf = (lines: readonly GatheringLine[]): Sum =>
  Object.fromEntries(
    counted.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)]),
  ) as unknown as Sum;

/** A line an administration, and all of them; the trend is what is left now less what was left at the meeting before. */
export function StatusTable({
  lines,
  before,
}: {
  lines: readonly GatheringLine[];
  before: readonly GatheringLine[] | null;
}) {
  const words = useWords(area).statusPage;
  const format = useFormats();
  const { columns: heads } = words;
  const total = { administrationId: "total", code: "", name: words.total, ...totalOf(lines) };
  const leftBefore = (id: string) =>
    before &&
    (id === "total" ? totalOf(before).left : (before.find((one) => one.administrationId === id)?.left ?? 0));
  const trendOf = ({ administrationId, left }: GatheringLine): string => {
    const then = leftBefore(administrationId);
    if (then === null) return "–";
    return left > then ? `+${format.number(left - then)}` : format.number(left - then);
  };
  const number = (key: "handedOver" | "checking" | "askedBack" | "takenOver" | "left") => ({
    ...{ key, header: heads[key], isNumeric: true },
    cell: (line: GatheringLine) => format.number(line[key]),
  });
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={lines.length > 1 ? [...lines, total] : lines}
      rowKey={({ administrationId }) => administrationId}
      isRowMarked={({ administrationId }) => administrationId === "total"}
      columns={[
        { key: "administration", header: heads.administration, cell: (line) => <Named line={line} /> },
        number("handedOver"),
        number("checking"),
        number("askedBack"),
        number("takenOver"),
        number("left"),
        {
          ...{ key: "leftM2", header: heads.leftM2, unit: "m²", isNumeric: true },
          cell: ({ leftM2 }) => format.number(leftM2, 0),
        },
        { key: "trend", header: heads.trend, isNumeric: true, cell: trendOf },
        {
          ...{ key: "properties", header: heads.properties, isNumeric: true },
          cell: ({ propertiesTakenOver }) => format.number(propertiesTakenOver),
        },
      ]}
    />
  );
}

/** Whose line it is, and whether its door is closed: then only KEjd enters its leases. */
function Named({ line: { code, name, left, takenOver, administrationId } }: { line: GatheringLine }) {
  const words = useWords(area).statusPage;
  const isTotal = administrationId === "total";
  return (
    <span className={isTotal ? "font-semibold" : ""}>
      {[code, name].filter(Boolean).join(" ")}
      {left === 0 && takenOver > 0 && !isTotal && (
        <span className="block text-sm text-good">{words.closed}</span>
      )}
    </span>
  );
}
