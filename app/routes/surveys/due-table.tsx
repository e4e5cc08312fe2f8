import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { surveyVisit } from "#app/i18n/survey-visit.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DueSurvey } from "#db/queries/survey/list-due-surveys.ts";
import { dayAt } from "#domain/day.ts";
import { ConditionBadge, SurveyAgeBadge } from "../building/condition-badge.tsx";

type DueProps = { items: readonly DueSurvey[]; mayChoose: boolean };

/** The buildings whose surveys are oldest, each to be ticked for a round. */
export function DueTable({ items, mayChoose }: DueProps) {
  const words = useWords(area);
  const columns = useColumns();
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={items}
      rowKey={({ buildingId }) => buildingId}
      columns={mayChoose ? columns : columns.filter(({ key }) => key !== "choose")}
      empty={<p className="text-ink-soft">{words.none}</p>}
    />
  );
}

function useColumns(): Column<DueSurvey>[] {
  const words = useWords(area);
  const visit = useWords(surveyVisit);
  const format = useFormats();
  const today = dayAt(new Date());
  return [
    {
      ...{ key: "choose", header: words.round.title },
      cell: ({ buildingId, building, visitOn }) =>
        visitOn === null && (
          <label className="inline-flex size-6 items-center justify-center pointer-coarse:size-11">
            <input type="checkbox" name="building" value={buildingId} className="size-4.5" />
            <span className="sr-only">{words.choose(building)}</span>
          </label>
        ),
    },
    {
      ...{ key: "building", header: words.building },
      cell: ({ buildingId, building, address }) => (
        <>
          <Link to={`/buildings/${buildingId}`} className="text-link">
            {building}
          </Link>
          <span className="block text-sm text-ink-soft">{address}</span>
        </>
      ),
    },
    { key: "district", header: words.district, cell: ({ district }) => district ?? "–" },
    {
      ...{ key: "surveyed", header: words.lastSurvey },
      cell: ({ surveyedOn }) =>
        surveyedOn === null ? (
          visit.never
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <span className="figures">{format.day(surveyedOn)}</span>
            <SurveyAgeBadge surveyedOn={surveyedOn} on={today} />
          </span>
        ),
    },
    {
      ...{ key: "condition", header: words.condition },
      cell: ({ condition }) => (condition === null ? "–" : <ConditionBadge condition={condition} />),
    },
    {
      ...{ key: "visit", header: words.visit },
      cell: ({ visitOn, visitor }) =>
        visitOn ? words.planned(format.day(visitOn), visitor ?? words.nobody) : "–",
    },
  ];
}
