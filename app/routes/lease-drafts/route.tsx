import { Plus } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { leases } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listDrafts } from "#db/queries/lease/get-draft.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].drafts }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  return {
    drafts: await listDrafts(context.db, actor),
    mayBegin: keepsLeases(actor),
    locale: localeFrom(request, actor.locale),
  };
}

export default function LeaseDrafts() {
  const { drafts, mayBegin } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const { kinds, title } = useWords(leases);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={words.drafts}
        note={words.draftsNote}
        above={
          <Link to="/leases" className="text-link">
            {title}
          </Link>
        }
        tools={
          mayBegin && (
            <LinkButton to="/leases/new" look="primary" icon={Plus}>
              {words.newTitle}
            </LinkButton>
          )
        }
      />
      <Card isFlush>
        <DataTable
          caption={words.drafts}
          phone="cards"
          rows={drafts}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/leases/drafts/${id}`}
          empty={<p className="text-ink-soft">{words.noDrafts}</p>}
          columns={[
            { key: "parties", header: words.parties, cell: (draft) => draft.title || words.untitled },
            { key: "kind", header: words.kind, cell: (draft) => kinds[draft.kind] },
            { key: "changed", header: words.changed, cell: (draft) => format.dateTime(draft.updatedAt) },
            { key: "by", header: words.by, cell: (draft) => draft.updatedByName ?? "–" },
          ]}
        />
      </Card>
    </Page>
  );
}
