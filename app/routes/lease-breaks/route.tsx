import { DoorOpen, Download } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listBreaks, type LeaseBreak } from "#db/queries/lease-date/list-breaks.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { BreakLine } from "./break-line.tsx";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].breaks.title },
];

const pageSize = 25;
const rentOf = (breaks: readonly LeaseBreak[]): number =>
  breaks.reduce((sum, { yearlyOre }) => sum + yearlyOre, 0);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const params = new URL(request.url).searchParams;
  const breaks = await listBreaks(context.db, actor, dayAt(new Date()));
  const matched = breaks.filter(({ spaces }) => spaces.length > 0);
  const isAll = params.has("all");
  const wanted = isAll ? breaks : matched;
  const asked = Number(params.get("shown"));
  const shown = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1_000) : pageSize;
  return {
    ...{ locale: localeFrom(request, actor.locale), isAll, shown, total: wanted.length },
    items: wanted.slice(0, shown),
    sums: {
      ...{ leases: breaks.length, matched: matched.length },
      ...{ externalOre: rentOf(breaks), savedOre: rentOf(matched) },
    },
  };
}

export default function LeaseBreaks() {
  const { items, total, shown, isAll, sums } = useLoaderData<typeof loader>();
  const { breaks: words, ...all } = useWords(area);
  const more = (count: number) => `/dates/breaks?${isAll ? "all=1&" : ""}shown=${count}`;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        above={
          <Link to="/dates" className="text-link inline-flex min-h-6 items-center">
            {all.one.back}
          </Link>
        }
        tools={(["csv", "xlsx"] as const).map((format) => (
          <LinkButton
            key={format}
            to={`/dates/breaks/export?format=${format}`}
            icon={Download}
            reloadDocument
          >
            {format === "csv" ? all.exportCsv : all.exportXlsx}
          </LinkButton>
        ))}
      />
      <Sums sums={sums} />
      <details className="screen-only text-sm">
        <summary className="inline-flex min-h-6 items-center font-medium text-blue">{words.caption}</summary>
        <p className="mt-1 max-w-prose text-ink-soft">{words.how}</p>
      </details>
      <p className="screen-only">
        <Link
          to={isAll ? "/dates/breaks" : "/dates/breaks?all=1"}
          className="text-link inline-flex min-h-6 items-center"
        >
          {isAll ? words.only : words.all}
        </Link>
      </p>
      <Card isFlush>
        {items.length === 0 ? (
          <EmptyState icon={DoorOpen} title={sums.leases === 0 ? words.none : words.noSpace} />
        ) : (
          <ol className="divide-y divide-line">
            {(items as LeaseBreak[]).map((one) => (
              <BreakLine key={one.lease.contractId} of={one} />
            ))}
          </ol>
        )}
        {total > items.length && <MoreLink shown={items.length} total={total} to={more(shown + pageSize)} />}
      </Card>
    </Page>
  );
}

interface SumsProps {
  sums: { leases: number; matched: number; externalOre: number; savedOre: number };
}

/** What could end, and what of it has somewhere to go. */
function Sums({ sums }: SumsProps) {
  const { figures } = useWords(area).breaks;
  const format = useFormats();
  return (
    <Figures>
      <Figure label={figures.leases} value={format.number(sums.leases)} to="/dates/breaks?all=1" />
      <Figure label={figures.matched} value={format.number(sums.matched)} to="/dates/breaks" />
      <Figure label={figures.external} value={format.ore(sums.externalOre, "million")} />
      <Figure label={figures.saved} value={format.ore(sums.savedOre, "million")} isLoud />
    </Figures>
  );
}
