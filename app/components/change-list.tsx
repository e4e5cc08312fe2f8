import { audit } from "../i18n/audit.ts";
import { useWords } from "../i18n/use-words.tsx";

type Changes = Record<string, { from?: unknown; to?: unknown }>;

const MOST_FIELDS = 8;

/** Each field from what to what, as it was recorded. */
export function ChangeList({ changes }: { changes: Changes }) {
  const words = useWords(audit);
  const fields = Object.entries(changes);
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return words.nothing;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  return (
    <span className="block max-w-2xl text-sm break-words">
      {fields.slice(0, MOST_FIELDS).map(([field, { from, to }]) => (
        <span key={field} className="block">
          <span className="text-ink-soft">{field}: </span>
          {say(from)} → {say(to)}
        </span>
      ))}
      {fields.length > MOST_FIELDS && <span className="block text-ink-soft">…</span>}
    </span>
  );
}
