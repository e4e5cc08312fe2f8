import { SearchX } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { HitLine } from "#app/components/hit-line.tsx";
import { Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { search as area } from "#app/i18n/search.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { searchEverything } from "#db/queries/search-everything.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { hitTo } from "./hit-to.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const mostHits = 50;
const fewHits = 12;

/** The page's results, and (`few`) those of the dialog that Ctrl K opens. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const params = new URL(request.url).searchParams;
  const q = (params.get("q") ?? "").trim().slice(0, 100);
  const { items, total } = await searchEverything(
    context.db,
    actor,
    q,
    params.has("few") ? fewHits : mostHits,
  );
  const hits = items.map((hit) => ({ ...hit, to: hitTo(hit) }));
  return { locale: localeFrom(request, actor.locale), q, hits, total };
}

export default function SearchPage() {
  const { q, hits, total } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead title={words.title} />
      <Form method="get" role="search" className="flex flex-wrap items-end gap-2">
        <TextField
          key={q}
          type="search"
          name="q"
          label={words.label}
          hint={words.hint}
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          className="min-w-0 flex-1 basis-80 md:max-w-xl"
        />
        <Button type="submit" look="primary">
          {words.submit}
        </Button>
      </Form>
      {q !== "" && <Results q={q} hits={hits} total={total} />}
    </Page>
  );
}

type ResultsProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "q" | "hits" | "total">;

function Results({ q, hits, total }: ResultsProps) {
  const words = useWords(area);
  const format = useFormats();
  if (hits.length === 0)
    return (
      <Card>
        <EmptyState icon={SearchX} title={q.length < 2 ? words.tooShort : words.none(q)} />
      </Card>
    );
  const count =
    total > hits.length
      ? words.best(format.number(hits.length), format.number(total))
      : words.count(format.number(total));
  return (
    <Card title={words.results} isFlush>
      <p role="status" className="px-4 pb-2 text-sm text-ink-soft">
        {count}
      </p>
      <ul className="border-t border-line">
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`} className="border-b border-line last:border-b-0">
            <Link to={hit.to} className="flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-blue-tint">
              <HitLine hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
