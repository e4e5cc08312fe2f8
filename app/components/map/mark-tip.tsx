import type { MarkText } from "./map-props.ts";

type MarkTipProps = { text: MarkText; at: { x: number; y: number }; size: { x: number; y: number } };

const width = 260;

/** What stands beside the mark that is pointed at. The list says the same, so it is not read aloud. */
export function MarkTip({ text, at, size }: MarkTipProps) {
  const isLow = at.y > size.y - 110;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-20 rounded-base bg-navy px-3 py-2 text-sm text-white shadow-base"
      style={{
        maxWidth: width,
        left: Math.max(8, Math.min(at.x + 14, size.x - width - 8)),
        ...(isLow ? { bottom: size.y - at.y + 12 } : { top: at.y + 14 }),
      }}
    >
      <div className="font-semibold">{text.title}</div>
      {text.subtitle && <div className="text-navy-ink">{text.subtitle}</div>}
      {text.figure && <div className="figures">{text.figure}</div>}
    </div>
  );
}
