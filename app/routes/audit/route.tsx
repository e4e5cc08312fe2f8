import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { audit as area } from "#app/i18n/audit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listChangedEntities, listChanges } from "#db/queries/audit.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ChangeList } from "#app/components/change-list.tsx";
import { auditPageAfter, readAuditSearch } from "./search.ts";

export const handle: RouteHandle = { needs: { area: "audit", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "audit", "read");
  const params = new URL(request.url).searchParams;
  const search = readAuditSearch(params);
  const [page, entities] = await Promise.all([
    listChanges(context.db, actor, search),
    listChangedEntities(context.db, actor),
  ]);
  const nextTo = page.next && auditPageAfter(params, page.next);
  const { entity, entityId, after } = search;
  const isFiltered = Boolean(entity || entityId || after);
  return {
    locale: localeFrom(request, actor.locale),
    ...page,
    entities,
    entity,
    entityId,
    nextTo,
    isFiltered,
  };
}

export default function Audit() {
  const { items, total, entities, entity, entityId, nextTo, isFiltered } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const entityName = (key: string) => words.entities[key] ?? key;
  return (
    <Page>
      <PageHead title={words.title} note={words.note} />
      <Card isFlush>
        <Form method="get" className="flex flex-wrap items-end gap-2 border-b border-line p-4">
          <SelectField
            key={entity}
            label={words.kind}
            name="entity"
            none={words.all}
            defaultValue={entity ?? ""}
            options={entities.map((key) => ({ value: key, label: entityName(key) }))}
            className="min-w-56"
          />
          {entityId && <input type="hidden" name="id" value={entityId} />}
          <Button type="submit">{words.show}</Button>
          {isFiltered && <LinkButton to="/audit">{words.reset}</LinkButton>}
          {entityId && <p className="w-full text-sm text-ink-soft">{words.about(entityId)}</p>}
        </Form>
        <DataTable
          caption={words.caption}
          phone="cards"
          rows={items}
          rowKey={(row) => row.id}
          empty={<p className="text-ink-soft">{words.none}</p>}
          columns={[
            { key: "at", header: words.at, cell: (row) => format.dateTime(row.at) },
            { key: "who", header: words.who, cell: (row) => row.actorName },
            {
              key: "what",
              header: words.what,
              cell: (row) => `${entityName(row.entity)}: ${words.actions[row.action] ?? row.action}`,
            },
            { key: "change", header: words.change, cell: (row) => <ChangeList changes={row.changes} /> },
          ]}
        />
        <MoreLink shown={items.length} total={total} to={nextTo} />
      </Card>
    </Page>
  );
}
