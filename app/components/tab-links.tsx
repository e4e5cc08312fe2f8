import { useFormats } from "../i18n/use-words.tsx";
import { Link } from "./link.tsx";

export type Tab = { to: string; label: string; isCurrent: boolean; count?: number };

/** The sides of one thing, each with an address of its own. `label` names the row of tabs. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const format = useFormats();
  return (
    <nav aria-label={label} className="screen-only overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab.isCurrent ? "page" : undefined}
              className={`inline-flex min-h-10 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap -outline-offset-2 ${
                tab.isCurrent
                  ? "border-blue font-semibold text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong"
              }`}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-sm font-normal text-ink-soft">{format.number(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
