import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type EmptyStateProps = { icon?: LucideIcon; title: string; action?: ReactNode; children?: ReactNode };

/** Nothing here yet: why that is, and what to do next. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      {icon && (
        <span className="rounded-full bg-blue-tint p-3 text-blue">
          <Icon of={icon} className="size-6" />
        </span>
      )}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}
