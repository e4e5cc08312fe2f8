import type { LucideIcon } from "lucide-react";

/** A picture beside a word; it says nothing by itself, so it is hidden from screen readers. */
export function Icon({ of: Picture, className = "" }: { of: LucideIcon; className?: string }) {
  return (
    <Picture
      aria-hidden="true"
      focusable="false"
      strokeWidth={1.75}
      className={`size-4.5 shrink-0 ${className}`}
    />
  );
}
