import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Combine, Plus } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listColocationCases, type ListedColocationCase } from "#db/queries/colocation/list-cases.ts";
import { writesAll } from "#domain/access.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { StatusBadge } from "./status-badge.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const cases = await listColocationCases(context.db, actor);
  return { locale: localeFrom(request, actor.locale), cases, mayDraft: writesAll(actor, "colocation") };
}

export default function Colocation() {
  const { cases, mayDraft } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const add = (
    <LinkButton to="/colocation/new" look="primary" icon={Plus}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead title={words.title} note={words.lead} tools={mayDraft && add} />
      {cases.length === 0 ? (
        <Card>
          <EmptyState
            icon={Combine}
            title={mayDraft ? words.none : words.noneToRead}
            action={mayDraft ? add : null}
          >
            {mayDraft && words.noneHint}
          </EmptyState>
        </Card>
      ) : (
        <CaseTable cases={cases} />
      )}
    </Page>
  );
}

function CaseTable({ cases }: { cases: readonly ListedColocationCase[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { columns } = words;
  const counted = (key: "units" | "premises" | "scenarios") => ({
    ...{ key, header: columns[key], isNumeric: true },
    cell: (row: ListedColocationCase) => format.number(row[key]),
  });
  return (
    <Card isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={cases}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/colocation/${id}`}
        columns={[
          { key: "name", header: columns.name, cell: (row) => row.name },
          {
            key: "number",
            header: columns.number,
            cell: (row) => <span className="whitespace-nowrap">{row.number}</span>,
          },
          { key: "status", header: columns.status, cell: (row) => <StatusBadge status={row.status} /> },
          {
            ...{ key: "administrations", header: columns.administrations },
            cell: (row) => row.administrations.join(", ") || "–",
          },
          ...[counted("units"), counted("premises"), counted("scenarios")],
          { key: "owner", header: columns.owner, cell: (row) => row.ownerName },
        ]}
      />
    </Card>
  );
}
