import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable, type DataTableProps } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { VacantBuilding } from "#db/queries/lease/list-vacancy.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { loadVacant } from "./load-vacant.server.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].vacancy.listTitle },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const locale: Locale = localeFrom(request, actor.locale);
  return { ...(await loadVacant(context.db, actor, request)), locale };
}

export default function LeaseVacancy() {
  const { rows, on, use } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const { uses } = useWords(portfolio);
  const format = useFormats();
  const columns = useVacancyColumns();
  const query = new URLSearchParams({ on, ...(use && { use }) });
  return (
    <Page>
      <PageHead
        title={use ? `${words.vacancy.listTitle}: ${uses[use]}` : words.vacancy.listTitle}
        note={words.vacancy.listNote(format.day(on))}
        above={
          <Link to="/leases/figures" className="text-link inline-flex min-h-6 items-center">
            {words.title}
          </Link>
        }
        tools={(["csv", "xlsx"] as const).map((kind) => (
          <LinkButton
            key={kind}
            to={`/leases/vacancy/export?${query}&format=${kind}`}
            icon={Download}
            reloadDocument
          >
            {words[kind]}
          </LinkButton>
        ))}
      />
      <Card isFlush>
        <DataTable<VacantBuilding>
          {...{ caption: words.vacancy.listTitle, phone: "cards", rows: rows as VacantBuilding[] }}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/buildings/${id}`}
          empty={<p className="text-ink-soft">{words.vacancy.none}</p>}
          columns={columns}
        />
      </Card>
    </Page>
  );
}

/** What is told of each building with vacant space. */
function useVacancyColumns(): DataTableProps<VacantBuilding>["columns"] {
  const { columns: heads } = useWords(area);
  const { uses } = useWords(portfolio);
  const format = useFormats();
  return [
    { key: "name", header: heads.building, cell: ({ name }) => name },
    { key: "address", header: heads.address, cell: ({ address }) => address },
    { key: "use", header: heads.use, cell: ({ useGroup }) => uses[useGroup] },
    {
      key: "condition",
      header: heads.condition,
      isNumeric: true,
      cell: (row) => row.condition ?? "–",
    },
    {
      key: "vacant",
      header: heads.vacant,
      isNumeric: true,
      cell: (row) => format.number(row.vacantM2, 0),
    },
    {
      key: "area",
      header: heads.whole,
      isNumeric: true,
      cell: (row) => format.number(row.areaM2, 0),
    },
  ];
}
