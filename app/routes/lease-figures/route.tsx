import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { leases } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { FigureCards } from "./figure-cards.tsx";
import { FiguresForm } from "./figures-form.tsx";
import { loadFigures, readFiguresAsked, type LeaseFiguresPage } from "./load-figures.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const asked = readFiguresAsked(new URL(request.url).searchParams, today);
  const [page, { administrations }] = await Promise.all([
    loadFigures(context.db, actor, asked),
    listFilterNames(context.db, actor, asked.on),
  ]);
  return { page, administrations, locale: localeFrom(request, actor.locale) };
}

export default function LeaseFiguresRoute() {
  const { page: loaded, administrations } = useLoaderData<typeof loader>();
  const page = loaded as LeaseFiguresPage;
  const words = useWords(area);
  const { kinds } = useWords(leases);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note(format.day(page.asked.on))}
        above={
          <Link to="/leases" className="text-link inline-flex min-h-6 items-center">
            {words.toLeases}
          </Link>
        }
      />
      <FiguresForm asked={page.asked} administrations={administrations} />
      <Figures>
        {page.figures.kinds.map(({ kind, count, areaM2, yearlyOre }) => (
          <Figure
            key={kind}
            label={kinds[kind]}
            value={format.ore(yearlyOre, "million")}
            note={`${format.number(count)} · ${format.areaM2(areaM2)}`}
          />
        ))}
      </Figures>
      <FigureCards page={page} />
    </Page>
  );
}
