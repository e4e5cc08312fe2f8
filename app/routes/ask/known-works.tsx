import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { PlannedWork } from "#db/queries/works/list-planned-works.ts";
import { FollowButton } from "./follow-button.tsx";

/** What is known already and set to a year: so that one need not ask, and may ask all the same. */
export function KnownWorks({ works, buildingId }: { works: readonly PlannedWork[]; buildingId: string }) {
  const words = useWords(area).known;
  const isDanish = useLocale() === "da";
  if (works.length === 0) return null;
  return (
    <Notice status="info" title={words.title}>
      <ul className="flex flex-col gap-2">
        {works.map(({ id, elements, year, state, caseId, isFollowed }) => (
          <li key={id} className="flex flex-col gap-1.5">
            <p>
              {elements.map((one) => (isDanish ? one.nameDa : one.nameEn)).join(", ")}:{" "}
              <strong>{words.planned(year)}</strong> {state === "ordered" && words.ordered}
            </p>
            {caseId && <FollowButton caseId={caseId} isFollowed={isFollowed} />}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm">
        {words.hint}{" "}
        <Link to={`/buildings/${buildingId}#planned`} className="text-link">
          {words.all}
        </Link>
      </p>
    </Notice>
  );
}
