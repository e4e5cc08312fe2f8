import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseDraft } from "#app/i18n/lease-draft.ts";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDocumentRow } from "#db/queries/lease/list-lease-documents.ts";
import type { LeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { addDays, type Day } from "#domain/day-count.ts";
import { DocumentList } from "../lease-draft/documents-step.tsx";

interface Props {
  id: string;
  life: LeaseLife;
  documents: LeaseDocumentRow[];
  today: Day;
}

/** What a lease says and what happened to it: everything but its rent, which is explained under it. Not printed. */
export function LifeCards({ id, life, documents, today }: Props) {
  const words = useWords(area);
  return (
    <div className="screen-only grid items-start gap-4 lg:grid-cols-2">
      <TermsCard life={life} today={today} />
      <PartiesCard life={life} today={today} />
      <PremisesCard life={life} />
      <HistoryCard id={id} life={life} />
      <Card title={words.documents}>
        <DocumentList documents={documents} />
      </Card>
    </div>
  );
}

const holds = (today: Day) => (one: { validFrom: Day; validTo: Day | null }) =>
  one.validFrom <= today && (one.validTo === null || one.validTo > today);

function TermsCard({ life, today }: Pick<Props, "life" | "today">) {
  const words = useWords(area);
  const draft = useWords(leaseDraft);
  const format = useFormats();
  const terms = life.terms.find(holds(today)) ?? life.terms[0];
  if (!terms) return null;
  const months = (count: number | null) => (count === null ? "–" : words.months(count));
  const bound = (day: Day | null) =>
    day === null || day <= today ? words.notBound : format.day(addDays(day, -1));
  return (
    <Card title={words.terms}>
      <p className="mb-2 text-sm text-ink-soft">{words.asOf}</p>
      <DescriptionList
        facts={[
          {
            term: words.notice,
            value: `${words.noticeOf(months(terms.landlordNoticeMonths), months(terms.tenantNoticeMonths))}, ${draft.noticeTos[terms.noticeTo]}`,
          },
          {
            term: words.bound,
            value: words.boundOf(bound(terms.landlordBoundUntil), bound(terms.tenantBoundUntil)),
          },
          { term: draft.restoration, value: draft.restorations[terms.restoration] },
          { term: draft.deposit, value: format.ore(terms.depositOre) },
          { term: draft.prepaid, value: format.ore(terms.prepaidOre) },
          { term: words.marketRent, value: terms.marketRentFrom && format.day(terms.marketRentFrom) },
          ...life.options.map(({ kind, decideBy, effectOn }) => ({
            term: words.options,
            value: words.option(draft.optionKinds[kind], format.day(decideBy), format.day(effectOn)),
          })),
        ]}
      />
    </Card>
  );
}

function PartiesCard({ life, today }: Pick<Props, "life" | "today">) {
  const words = useWords(area);
  const { roles, cvr, ean } = useWords(leaseDraft);
  const parties = life.parties.filter(holds(today));
  return (
    <Card title={words.parties}>
      <DescriptionList
        facts={(parties.length > 0 ? parties : life.parties).map((party) => ({
          term: roles[party.role],
          value: (
            <>
              {party.name}
              <span className="block text-sm text-ink-soft">
                {[
                  party.contact,
                  party.mail,
                  party.phone,
                  party.cvr && `${cvr} ${party.cvr}`,
                  party.ean && `${ean} ${party.ean}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        }))}
      />
    </Card>
  );
}

const mostPremises = 12;

function PremisesCard({ life }: Pick<Props, "life">) {
  const words = useWords(area);
  const draft = useWords(leaseDraft);
  const format = useFormats();
  return (
    <Card title={words.premises} isFlush>
      <DataTable
        caption={words.premises}
        phone="cards"
        rows={life.premises.slice(0, mostPremises)}
        rowKey={({ space, validFrom, buildingId }) => `${buildingId} ${space} ${validFrom}`}
        columns={[
          {
            key: "space",
            header: draft.space,
            cell: ({ building, level, space }) => `${building}, ${draft.floor(level)}, ${space}`,
          },
          {
            key: "area",
            header: draft.area,
            unit: "m²",
            isNumeric: true,
            cell: ({ areaM2 }) => format.number(areaM2, 1),
          },
          {
            key: "days",
            header: words.runs,
            cell: ({ validFrom, validTo }) =>
              words.period(format.day(validFrom), validTo && format.day(addDays(validTo, -1))),
          },
        ]}
      />
    </Card>
  );
}

function HistoryCard({ id, life }: Pick<Props, "id" | "life">) {
  const words = useWords(area);
  const format = useFormats();
  const isEmpty = life.changes.length === 0 && life.amendments.length === 0;
  return (
    <Card title={words.history}>
      {isEmpty && <p className="text-ink-soft">{words.noHistory}</p>}
      <ul className="flex flex-col gap-2">
        {life.changes.map((change) => (
          <li key={change.id}>
            <Link to={`/leases/${id}/changes/${change.number}`} className="text-link inline-block min-h-6">
              {words.kinds[change.kind]} {words.from(format.day(change.effectiveOn))}
            </Link>
            <span className="block text-sm text-ink-soft">
              {[words.states[change.state], change.reason, change.confirmedByName]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
        {life.amendments
          .filter(({ number }) => number === 0)
          .map(({ number, fromDay, reason, madeByName, madeAt }) => (
            <li key={number}>
              {reason} {words.from(format.day(fromDay))}
              <span className="block text-sm text-ink-soft">
                {[madeByName, format.dateTime(madeAt)].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
      </ul>
    </Card>
  );
}
