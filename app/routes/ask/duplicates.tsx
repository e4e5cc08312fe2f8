import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { LikelyDuplicate } from "#db/queries/case/find-duplicates.ts";
import { FollowButton } from "./follow-button.tsx";

/** What may be the same matter, reported or planned already: enough to judge, and following instead of asking twice. */
export function Duplicates({ duplicates }: { duplicates: readonly LikelyDuplicate[] }) {
  const words = useWords(area).duplicate;
  if (duplicates.length === 0) return null;
  return (
    <Notice status="attention" title={words.title}>
      <ul className="flex flex-col gap-3">
        {duplicates.map((one) => (
          <li key={one.caseId}>
            <Duplicate one={one} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Duplicate({ one }: { one: LikelyDuplicate }) {
  const words = useWords(area).duplicate;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const what = words.asked(isDanish ? one.nameDa : one.nameEn, format.day(one.askedOn));
  const when =
    one.plannedYear !== null
      ? words.planned(one.plannedYear)
      : one.plannedOn
        ? words.plannedOn(format.day(one.plannedOn))
        : one.resolveBy
          ? words.resolve(format.dateTime(one.resolveBy))
          : "";
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        {one.isSameRoom ? `${what}, ${words.sameRoom}` : what}. {when} {one.number === null && words.others}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <FollowButton caseId={one.caseId} isFollowed={one.isFollowed} />
        {one.number !== null && (
          <Link to={`/cases/${one.number}`} className="text-link inline-flex min-h-8 items-center text-sm">
            {words.open(one.number)}
          </Link>
        )}
      </div>
    </div>
  );
}
