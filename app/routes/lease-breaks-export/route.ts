import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { listBreaks, type LeaseBreak, type MatchedSpace } from "#db/queries/lease-date/list-breaks.ts";
import { addDays, dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { CellValue, ExportColumn } from "../portfolio-export/columns.ts";
import { exportFile } from "../portfolio-export/export-file.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** A lease beside one space that fits it, or beside none. */
interface Line {
  of: LeaseBreak;
  space: MatchedSpace | null;
}

/** Ways out of leases as a file: a line for each space that fits, and one for a lease that none does. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const locale = localeFrom(request, actor.locale);
  const words = area[locale];
  const breaks = await listBreaks(context.db, actor, today);
  const rows = breaks.flatMap((of): Line[] =>
    of.spaces.length > 0 ? of.spaces.map((space) => ({ of, space })) : [{ of, space: null }],
  );
  return exportFile(new URL(request.url).searchParams.get("format"), {
    ...{ columns: columnsIn(words.breaks.columns), rows, locale },
    ...{ name: `${words.breaks.fileName}-${today}`, sheet: words.breaks.title, tooMany: words.tooMany },
  });
}

function columnsIn(heads: (typeof area)["da"]["breaks"]["columns"]): ExportColumn<Line>[] {
  const column =
    (kind: ExportColumn["kind"]) =>
    (header: string, value: (line: Line) => CellValue): ExportColumn<Line> => ({ header, kind, value });
  const [text, number, day] = [column("text"), column("number"), column("day")];
  const kroner = (ore: number | null | undefined): CellValue => (ore == null ? null : ore / 100);
  return [
    text(heads.lease, ({ of }) => of.lease.number),
    text(heads.landlord, ({ of }) => of.lease.partyName),
    text(heads.administration, ({ of }) => of.lease.administrationCode),
    text(heads.building, ({ of }) => of.buildingName),
    number(heads.area, ({ of }) => of.areaM2),
    number(heads.rent, ({ of }) => kroner(of.yearlyOre)),
    day(heads.ends, ({ of }) => addDays(of.end.on, -1)),
    day(heads.notice, ({ of }) => of.end.noticeBy),
    text(heads.space, ({ space }) => space?.name ?? null),
    text(heads.address, ({ space }) => space?.address ?? null),
    number(heads.vacant, ({ space }) => space?.vacantM2 ?? null),
    number(heads.distance, ({ space }) => space?.distanceMeters ?? null),
    number(heads.condition, ({ space }) => space?.condition ?? null),
    number(heads.score, ({ space }) => space?.score ?? null),
    number(heads.internal, ({ space }) => kroner(space?.internalOre)),
  ];
}
