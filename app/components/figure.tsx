import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

type FigureProps = {
  label: string;
  value: ReactNode;
  unit?: string;
  note?: ReactNode;
  to?: string;
  isLoud?: boolean;
};

/** One big number with its unit, what it rests on, and the way to what it is made of. `isLoud` is the one that matters. */
export function Figure({ label, value, unit, note, to, isLoud = false }: FigureProps) {
  const words = useWords(common);
  return (
    <div
      className={`figures relative flex min-w-0 flex-col rounded-base border border-line bg-surface px-4 py-3 ${to ? "hover:border-blue" : ""}`}
    >
      <dt className="pr-6 text-sm text-ink-soft">{label}</dt>
      <dd
        className={`text-figure-phone md:text-figure font-semibold tracking-tight ${isLoud ? "text-accent" : ""}`}
      >
        {value}
        {unit && (
          <span className="text-sm font-normal whitespace-nowrap md:text-base tracking-normal text-ink-soft">
            {" "}
            {unit}
          </span>
        )}
      </dd>
      {note && <dd className="text-sm text-ink-soft">{note}</dd>}
      {to && (
        <dd className="absolute top-2.5 right-2.5 text-ink-soft">
          <Link to={to} aria-label={`${words.open}: ${label}`} className="after:absolute after:inset-0">
            <Icon of={ArrowUpRight} className="size-4" />
          </Link>
        </dd>
      )}
    </div>
  );
}

/** Figures side by side: two on a phone, as many as fit on a desk. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-3 print:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {children}
    </dl>
  );
}
