import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Scale } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { levels as area } from "#app/i18n/levels.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { compareServiceLevels, listComparedServices } from "#db/queries/catalogue/compare-service-levels.ts";
import { scopeOf } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { GroupCards } from "./group-cards.tsx";
import { LevelFilter } from "./level-filter.tsx";
import { readLevelSearch } from "./level-search.ts";
import { OwnLevels } from "./own-levels.tsx";
import { RowTable } from "./row-table.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const shownRows = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const { service, kind, band } = readLevelSearch(new URL(request.url).searchParams);
  const services = await listComparedServices(context.db, actor);
  const code = services.find((one) => one.code === service)?.code ?? services[0]?.code ?? "";
  const search = { serviceCode: code, kind: kind || null, on: dayAt(new Date()) };
  const { groups, rows } = await compareServiceLevels(context.db, actor, search);
  return {
    ...{ locale: localeFrom(request, actor.locale), services, code, kind, band, groups },
    ...{ rows: rows.slice(0, shownRows), total: rows.length },
    seesAll: scopeOf(actor, "cases", "read").all,
  };
}

export default function ServiceLevels() {
  const page = useLoaderData<typeof loader>();
  const { groups, rows, kind, code, band, seesAll } = page;
  const words = useWords(area);
  const { title } = useWords(catalogue);
  const file = (as: string) =>
    `/catalogue/levels/export?${new URLSearchParams({ service: code, kind, band: String(band), format: as }).toString()}`;
  const tools = groups.length > 0 && (
    <>
      <LinkButton to={file("csv")} reloadDocument>
        {words.csv}
      </LinkButton>
      <LinkButton to={file("xlsx")} reloadDocument>
        {words.xlsx}
      </LinkButton>
    </>
  );
  return (
    <Page>
      <PageHead
        title={words.title}
        above={<Link to="/catalogue">{title}</Link>}
        note={words.note}
        tools={tools}
      />
      {groups.length === 0 ? (
        <Card>
          <EmptyState icon={Scale} title={words.none}>
            {words.noneHint}
          </EmptyState>
        </Card>
      ) : (
        <>
          <LevelFilter {...page} />
          {!seesAll && <OwnLevels rows={rows} band={band} />}
          <GroupCards {...page} />
          <Card title={seesAll ? words.allRows : words.rows} isFlush>
            <RowTable rows={rows} total={page.total} band={band} />
          </Card>
          <p className="text-sm text-ink-soft">{words.method}</p>
        </>
      )}
    </Page>
  );
}
