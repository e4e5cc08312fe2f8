/** Roofs of many buildings, a few windows lit: decoration, and the product's mark writ large. */
const HOUSES = [
  [0, 96, 54],
  [54, 70, 40],
  [94, 120, 62],
  [156, 84, 36],
  [192, 140, 70],
  [262, 98, 48],
  [310, 62, 44],
  [354, 128, 58],
  [412, 88, 52],
  [464, 152, 34],
  [498, 104, 66],
  [564, 76, 36],
] as const;

const LIT = new Set([2, 4, 9]);

export function Skyline({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 600 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true" className={className}>
      {HOUSES.map(([x, height, width], index) => (
        <g key={x}>
          <path
            d={`M${x} ${220 - height} l${width / 2} -18 l${width / 2} 18 V220 H${x}Z`}
            className={index % 2 === 0 ? "fill-navy-raised" : "fill-navy-ink"}
            opacity={index % 2 === 0 ? 0.75 : 0.22}
          />
          <Windows x={x} height={height} width={width} isLit={LIT.has(index)} />
        </g>
      ))}
    </svg>
  );
}

type House = { x: number; height: number; width: number; isLit: boolean };

/** All windows of a house as two shapes: the dark and the lit ones. */
function Windows({ x, height, width, isLit }: House) {
  const columns = Math.floor((width - 8) / 12);
  const rows = Math.floor((height - 16) / 18);
  const left = x + (width - columns * 12 + 5) / 2;
  const cells = Array.from({ length: columns * rows }, (_, cell) => ({
    outline: `M${left + (cell % columns) * 12} ${228 - height + Math.floor(cell / columns) * 18}h6.5v9h-6.5Z`,
    shines: isLit && (cell * cell + cell * 3 + x) % 7 === 0,
  }));
  const outlineOf = (shines: boolean) =>
    cells.flatMap((cell) => (cell.shines === shines ? [cell.outline] : [])).join("");
  return (
    <>
      <path d={outlineOf(false)} className="fill-navy" opacity="0.5" />
      {isLit && <path d={outlineOf(true)} className="fill-[#f2a154]" />}
    </>
  );
}
