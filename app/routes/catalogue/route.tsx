import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { PackageSearch } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue as area } from "#app/i18n/catalogue.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listServices } from "#db/queries/catalogue/list-services.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { ServiceTable } from "./service-table.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const text = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const services = await listServices(context.db, actor, dayAt(new Date()), text);
  return { locale: localeFrom(request, actor.locale), text, services };
}

export default function Catalogue() {
  const { text, services } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const codes = [...new Set(services.map(({ group }) => group))];
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        tools={
          <>
            <LinkButton to="/recurring">{words.recurring}</LinkButton>
            <LinkButton to="/catalogue/levels">{words.levels}</LinkButton>
            <LinkButton to="/catalogue/words">{words.words}</LinkButton>
          </>
        }
      />
      <Form method="get" role="search" className="flex items-end gap-2">
        <TextField
          label={words.search}
          name="q"
          type="search"
          defaultValue={text}
          className="flex-1 md:max-w-sm"
        />
        <Button type="submit">{words.find}</Button>
      </Form>
      {services.length === 0 && (
        <Card>
          <EmptyState
            icon={PackageSearch}
            title={words.none}
            action={<LinkButton to="/catalogue">{words.showAll}</LinkButton>}
          >
            {words.noneHint}
          </EmptyState>
        </Card>
      )}
      {codes.map((code) => {
        const name = words.groups[code] ?? code;
        return (
          <Card key={code} title={words.group(name, code)} isFlush>
            <ServiceTable group={name} services={services.filter(({ group }) => group === code)} />
          </Card>
        );
      })}
    </Page>
  );
}
