import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { GrantLine } from "#app/components/grant-line.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { people } from "#app/i18n/people.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listAccounts } from "#db/queries/accounts.ts";
import type { AccountRow } from "#db/queries/accounts.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "people", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: people[data?.locale ?? "da"].list.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "people", "read");
  const text = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const found = await listAccounts(context.db, actor, text, dayAt(new Date()));
  const mayWrite = may(actor, "people", "write");
  return { locale: localeFrom(request, actor.locale), text, mayWrite, ...found };
}

export default function People() {
  const { items, total, text, mayWrite } = useLoaderData<typeof loader>();
  const words = useWords(people).list;
  const add = mayWrite && (
    <LinkButton to="/people/new" look="primary" icon={UserPlus}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead title={words.title} tools={add} />
      <Card isFlush>
        <Form method="get" role="search" className="flex items-end gap-2 border-b border-line p-4">
          <TextField
            label={words.search}
            name="q"
            type="search"
            defaultValue={text}
            className="flex-1 md:max-w-sm"
          />
          <Button type="submit">{words.find}</Button>
        </Form>
        <DataTable
          caption={words.caption}
          phone="cards"
          rows={items}
          rowKey={(row) => row.id}
          rowTo={(row) => `/people/${row.id}`}
          empty={<p className="text-ink-soft">{words.none}</p>}
          columns={usePeopleColumns()}
        />
        <MoreLink shown={items.length} total={total} />
      </Card>
    </Page>
  );
}

function usePeopleColumns(): Column<AccountRow>[] {
  const words = useWords(people).list;
  const format = useFormats();
  return [
    { key: "name", header: words.name, cell: (row) => row.name },
    { key: "email", header: words.email, cell: (row) => row.email },
    {
      key: "roles",
      header: words.roles,
      cell: (row) => (
        <span className="block min-w-0">
          {row.isDisabled && <Badge status="bad">{words.disabled}</Badge>}
          {row.grants.map((grant, index) => (
            <span key={index} className="block md:max-w-xl">
              <GrantLine grant={grant} />
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "seen",
      header: words.lastSeen,
      cell: (row) => (
        <span className="whitespace-nowrap">
          {row.lastSeenAt ? format.dateTime(row.lastSeenAt) : words.never}
        </span>
      ),
    },
  ];
}
