import { Link } from "#app/components/link.tsx";
import { building as area } from "#app/i18n/building.ts";
import { audit as auditWords } from "#app/i18n/audit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { ChangeList } from "#app/components/change-list.tsx";
import { Section } from "./section.tsx";

interface Correction {
  id: string;
  at: string;
  actorName: string;
  action: string;
  changes: Record<string, { from?: unknown; to?: unknown }>;
}

type Props = { id: string; changes: { items: Correction[]; total: number } };

/** Who corrected what in the system, for those who may read it. */
export function ChangesSection({ id, changes }: Props) {
  const words = useWords(area).changes;
  const audit = useWords(auditWords);
  const format = useFormats();
  const actions: Record<string, string> = audit.actions;
  return (
    <Section
      id="changes"
      title={words.title}
      tools={
        changes.total > changes.items.length && (
          <Link to={`/audit?entity=building&id=${id}`} className="text-link">
            {words.all}
          </Link>
        )
      }
    >
      {changes.items.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="figures">
        {changes.items.map((change) => (
          <li key={change.id} className="border-b border-line py-1.5 last:border-b-0">
            <p>
              <span className="text-ink-soft">{format.dateTime(change.at)} · </span>
              {change.actorName} · {actions[change.action] ?? change.action}
            </p>
            <ChangeList changes={change.changes} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
