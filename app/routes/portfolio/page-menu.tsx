import { ChevronDown } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useRef } from "react";
import type { ReactNode } from "react";
import { buttonClass } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useDismiss } from "#app/components/use-dismiss.ts";

type PageMenuProps = { icon: LucideIcon; label: string; children: ReactNode };

/** A small panel under a button of the page's tools. */
export function PageMenu({ icon, label, children }: PageMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details ref={details} className="group screen-only relative">
      <summary className={`${buttonClass("secondary")} px-2.5! group-open:border-blue`} title={label}>
        <Icon of={icon} />
        <span className="max-[100rem]:sr-only">{label}</span>
        <Icon of={ChevronDown} className="size-4 max-md:hidden" />
      </summary>
      <div className="z-40 rounded-base max-md:fixed max-md:inset-x-2 max-md:bottom-16 md:absolute md:top-full md:right-0 md:mt-1 md:w-72 border border-line bg-surface p-3 shadow-base">
        {children}
      </div>
    </details>
  );
}
