import { Card } from "#app/components/card.tsx";
import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile } from "#db/queries/works/get-work.ts";

type CardProps = { work: WorkFile };

/** What a work is, where, and what would follow if it were left undone. */
export function FactsCard({ work }: CardProps) {
  const { facts: words, kinds, groups } = useWords(area);
  const format = useFormats();
  const raised = work.raisedConsequence;
  const facts: (Fact | null)[] = [
    {
      term: words.building,
      value: (
        <Link to={`/buildings/${work.buildingId}`} className="text-link">
          {work.buildingName}
        </Link>
      ),
    },
    { term: words.kind, value: kinds[work.kind] },
    { term: words.group, value: groups[work.workGroup] ?? work.workGroup },
    { term: words.year, value: work.year ?? words.noYear },
    work.earmark ? { term: words.earmark, value: words.earmarks[work.earmark] ?? work.earmark } : null,
    { term: words.consequence, value: words.consequenceOf(work.consequence) },
    raised ? { term: words.raised(raised), value: work.raisedReason } : null,
    work.doneOn ? { term: words.doneOn, value: format.day(work.doneOn) } : null,
    work.droppedReason ? { term: words.dropped, value: work.droppedReason } : null,
  ];
  return (
    <Card title={words.title}>
      <DescriptionList facts={facts.filter((fact) => fact !== null)} />
    </Card>
  );
}

/** The plans that the work is in, the one in force first. */
export function PlansCard({ work }: CardProps) {
  const words = useWords(area).plans;
  return (
    <Card title={words.title}>
      {work.plans.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="figures flex flex-col gap-1">
        {work.plans.map(({ id, name, state, year }) => (
          <li key={id} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              {name} <span className="text-ink-soft">({words.states[state] ?? state})</span>
            </span>
            <span>{year ?? words.outside}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How the elements turned out, of a work that is done. */
export function RenewedCard({ work }: CardProps) {
  const words = useWords(area).renewed;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  if (work.renewed.length === 0) return null;
  return (
    <Card title={words.title}>
      <DescriptionList
        facts={work.renewed.map(({ nameDa, nameEn, condition, on }) => ({
          term: isDanish ? nameDa : nameEn,
          value: words.seen(condition, format.day(on)),
        }))}
      />
    </Card>
  );
}
