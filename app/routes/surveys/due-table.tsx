import { Button } from "#app/components/button.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { surveyVisit } from "#app/i18n/survey-visit.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { DueSurvey } from "#db/queries/survey/list-due-surveys.ts";
import type { SurveyAge } from "#domain/survey-age.ts";
import { ConditionBadge, SurveyAgeBadge } from "../building/condition-badge.tsx";

type DueRow = DueSurvey & { age: SurveyAge | null };
type DueProps = { items: readonly DueRow[]; mayChoose: boolean };

/** The form that a button to call a visit off belongs to; it stands outside the form of the round. */
export const cancelForm = "cancel-visit";

/** The buildings whose surveys are oldest, each to be ticked for a round. */
export function DueTable({ items, mayChoose }: DueProps) {
  const words = useWords(area);
  const columns = useColumns(mayChoose);
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={items}
      rowKey={({ buildingId }) => buildingId}
      columns={columns}
      empty={<p className="text-ink-soft">{words.none}</p>}
    />
  );
}

/** The building, to be ticked for a round where no visit is planned. */
function Building({ row, mayChoose }: { row: DueSurvey; mayChoose: boolean }) {
  const words = useWords(area);
  const { buildingId, building, address, visitOn } = row;
  return (
    <span className="flex items-start gap-2 text-left">
      {mayChoose && (
        <span className="inline-flex size-6 shrink-0 items-center justify-center pointer-coarse:size-11">
          {visitOn === null && (
            <input
              type="checkbox"
              name="building"
              value={buildingId}
              aria-label={words.choose(building)}
              className="size-4.5"
            />
          )}
        </span>
      )}
      <span className="min-w-0">
        <Link to={`/buildings/${buildingId}`} className="text-link">
          {building}
        </Link>
        <span className="block text-sm font-normal text-ink-soft">{address}</span>
      </span>
    </span>
  );
}

/** When somebody comes, and who; whoever plans visits can call one off. */
function Visit({ row, mayCancel }: { row: DueSurvey; mayCancel: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  const { visitId, visitOn, visitor, building } = row;
  if (!visitOn) return "–";
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {words.planned(format.day(visitOn), visitor ?? words.nobody)}
      {mayCancel && visitId && (
        <Button type="submit" look="plain" form={cancelForm} name="cancel" value={visitId}>
          {words.cancel}
          <span className="sr-only"> {building}</span>
        </Button>
      )}
    </span>
  );
}

function useColumns(mayChoose: boolean): Column<DueRow>[] {
  const words = useWords(area);
  const visit = useWords(surveyVisit);
  const format = useFormats();
  return [
    {
      ...{ key: "building", header: words.building },
      cell: (row) => <Building row={row} mayChoose={mayChoose} />,
    },
    { key: "district", header: words.district, cell: ({ district }) => district ?? "–" },
    {
      ...{ key: "surveyed", header: words.lastSurvey },
      cell: ({ surveyedOn, age }) =>
        surveyedOn === null ? (
          visit.never
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <span className="figures">{format.day(surveyedOn)}</span>
            {age && <SurveyAgeBadge age={age} />}
          </span>
        ),
    },
    {
      ...{ key: "condition", header: words.condition },
      cell: ({ condition }) => (condition === null ? "–" : <ConditionBadge condition={condition} />),
    },
    {
      ...{ key: "visit", header: words.visit },
      cell: (row) => <Visit row={row} mayCancel={mayChoose} />,
    },
  ];
}
