import { Plus } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { reachBuilding } from "#app/http/reach-building.server.ts";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listBuildingCosts, type SharedCost } from "#db/queries/shared-cost/list-shared-costs.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { addDays } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? area[data.locale].title(data.name) : "" },
];

/** What those with leases in a building share. */
export async function loader(asked: LoaderFunctionArgs) {
  const { actor, id, name, locale } = await reachBuilding(asked, "leases");
  const costs = await listBuildingCosts(asked.context.db, actor, id);
  return { locale, id, name, costs, mayEnter: mayCharge(actor) };
}

export default function SharedCosts() {
  const { id, name, costs, mayEnter } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const add = mayEnter && (
    <LinkButton to={`/buildings/${id}/shared-costs/new`} icon={Plus}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead
        title={words.title(name)}
        note={words.note}
        tools={add}
        above={
          <Link to={`/buildings/${id}`} className="text-link inline-flex min-h-6 items-center">
            {name}
          </Link>
        }
      />
      {costs.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <Costs costs={costs} />
      )}
    </Page>
  );
}

function Costs({ costs }: { costs: SharedCost[] }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card isFlush title={words.titleOnly}>
      <DataTable
        caption={words.titleOnly}
        phone="cards"
        rows={costs}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/shared-costs/${id}`}
        columns={[
          { key: "what", header: words.what, cell: ({ name }) => name },
          {
            key: "days",
            header: words.days,
            cell: ({ from, to }) => words.between(format.day(from), format.day(addDays(to, -1))),
          },
          { key: "key", header: words.sharedBy, cell: ({ key }) => words.keys[key] },
          {
            ...{ key: "amount", header: words.amount, isNumeric: true },
            cell: ({ amountOre, withdrawnAt }) => (
              <>
                {withdrawnAt && <Badge>{words.withdrawn}</Badge>} {format.ore(amountOre, "ore")}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
