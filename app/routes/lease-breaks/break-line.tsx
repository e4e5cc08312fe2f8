import { MapPin } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseBreak, MatchedSpace } from "#db/queries/lease-date/list-breaks.ts";
import { endInWords, reasonInWords } from "./break-words.ts";

/** A lease that can end, what it costs, and the spaces that fit it with the reasons. */
export function BreakLine({ of }: { of: LeaseBreak }) {
  const { breaks: words } = useWords(area);
  const locale = useLocale();
  const format = useFormats();
  const { lease, spaces, buildingId } = of;
  const ids = [buildingId, ...spaces.map((space) => space.buildingId)].join(",");
  return (
    <li className="grid gap-3 px-4 py-4 lg:grid-cols-[2fr_3fr] lg:gap-6">
      <div>
        <h2 className="font-semibold">
          <Link to={`/leases/${lease.contractId}`} className="text-link inline-block min-h-6">
            {lease.number}
          </Link>{" "}
          {of.buildingName}
        </h2>
        <p className="text-sm text-ink-soft">
          {[lease.partyName, lease.administrationCode, format.areaM2(of.areaM2)].filter(Boolean).join(" · ")}
        </p>
        <p className="mt-1">{endInWords(of.end, locale)}</p>
        <p className="font-semibold">{words.saves(format.ore(of.yearlyOre))}</p>
        {spaces.length > 0 && (
          <LinkButton
            to={`/portfolio?ids=${ids}`}
            icon={MapPin}
            isCompact
            className="screen-only mt-2"
            aria-label={words.onMapOf(lease.number)}
          >
            {words.onMap}
          </LinkButton>
        )}
      </div>
      {spaces.length === 0 ? (
        <p className="text-ink-soft">{words.noSpace}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {spaces.map((space) => (
            <SpaceLine key={space.buildingId} space={space} />
          ))}
        </ol>
      )}
    </li>
  );
}

function SpaceLine({ space }: { space: MatchedSpace }) {
  const { breaks: words } = useWords(area);
  const locale = useLocale();
  const format = useFormats();
  return (
    <li>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <Link to={`/buildings/${space.buildingId}`} className="text-link inline-block min-h-6">
            {space.name}
          </Link>{" "}
          <span className="text-sm text-ink-soft">{space.address}</span>
        </span>
        <span className="figures text-sm font-semibold">{words.score(space.score)}</span>
      </p>
      <p className="text-sm">{space.reasons.map((reason) => reasonInWords(reason, locale)).join("; ")}.</p>
      {space.internalOre !== null && (
        <p className="text-sm text-ink-soft">{words.internal(format.ore(space.internalOre))}</p>
      )}
    </li>
  );
}
