import { Inbox, Plus, Search } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { problem } from "#app/http/problem.ts";
import { cases as area } from "#app/i18n/cases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listCasePlaces, type CasePlaces } from "#db/queries/case/list-case-places.ts";
import { listCases } from "#db/queries/case/list-cases.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { may } from "#domain/access.ts";
import { caseStates, readCaseSearch, type CaseSearch, type CaseState } from "#domain/case/case-search.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseLine } from "./case-line.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const pageSize = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const params = new URL(request.url).searchParams;
  const search = readCaseSearch(params);
  const cut = { limit: pageSize, cursor: params.get("cursor") };
  const today = dayAt(new Date());
  const places = await listCasePlaces(context.db, actor, search, today);
  const page = await listCases(context.db, actor, search, cut, today).catch((error: unknown) => {
    if (error instanceof CursorFault) throw problem(400, { detail: error.message });
    throw error;
  });
  const mayAsk = may(actor, "cases", "write") && actor.grants.some(({ role }) => role !== "craftsman");
  return { ...page, places, search, mayAsk, locale: localeFrom(request, actor.locale) };
}

export default function Cases() {
  const { items, total, nextCursor, places, search, mayAsk } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const isFiltered =
    search.state !== null || search.q !== "" || search.unit !== null || search.building !== null;
  const ask = (
    <LinkButton to="/ask" look="primary" icon={Plus}>
      {words.ask}
    </LinkButton>
  );
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.total(format.number(total), total === 1)}
        tools={mayAsk ? ask : undefined}
      />
      <Filters {...{ search, places }} />
      <Card isFlush>
        {items.length === 0 && (
          <EmptyState icon={Inbox} title={words.none} action={mayAsk && !isFiltered ? ask : undefined}>
            {isFiltered ? words.noneFound : words.noneHint}
          </EmptyState>
        )}
        <ul>
          {items.map((row) => (
            <li key={row.id} className="border-b border-line last:border-b-0">
              <CaseLine row={row} />
            </li>
          ))}
        </ul>
        {items.length > 0 && (
          <MoreLink
            shown={items.length}
            total={total}
            to={nextCursor && `/cases?${searchParams(search, search.state, nextCursor)}`}
          />
        )}
      </Card>
    </Page>
  );
}

function Filters({ search, places }: { search: CaseSearch; places: CasePlaces }) {
  const words = useWords(area);
  const choices: (CaseState | null)[] = [null, ...caseStates];
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={words.show} className="flex flex-wrap gap-2">
        {choices.map((state) => (
          <Link
            key={state ?? "all"}
            to={`/cases?${searchParams(search, state)}`}
            aria-current={state === search.state ? "true" : undefined}
            className="inline-flex min-h-9 items-center rounded-full border border-line-strong bg-surface px-3.5 text-sm font-semibold no-underline aria-[current]:border-blue aria-[current]:bg-blue aria-[current]:text-white pointer-coarse:min-h-11"
          >
            {words.filter[state ?? "all"]}
          </Link>
        ))}
      </nav>
      <Form
        className="flex w-full min-w-0 flex-wrap items-end gap-2 lg:w-auto"
        role="search"
        key={searchParams(search, search.state)}
      >
        <PlaceSelects {...{ search, places }} />
        {search.state && <input type="hidden" name="state" value={search.state} />}
        <input
          type="search"
          name="q"
          defaultValue={search.q}
          aria-label={words.search}
          placeholder={words.search}
          className="control min-w-0 flex-1 sm:w-48 sm:flex-none"
        />
        <Button type="submit" icon={Search}>
          {words.show}
        </Button>
      </Form>
    </div>
  );
}

/** One unit, one building; where there is nothing to choose between there is no choice. */
function PlaceSelects({ search, places }: { search: CaseSearch; places: CasePlaces }) {
  const words = useWords(area).narrow;
  const select = (name: "unit" | "building", all: string, choices: CasePlaces["units"]) =>
    (choices.length > 1 || search[name] !== null) && (
      <SelectField
        label={words[name]}
        {...{ name, none: all, defaultValue: search[name] ?? "" }}
        options={choices.map(({ id, name: label }) => ({ value: id, label }))}
        className="min-w-0 basis-full sm:w-52 sm:basis-auto"
      />
    );
  return (
    <>
      {select("unit", words.allUnits, places.units)}
      {select("building", words.allBuildings, places.buildings)}
    </>
  );
}

function searchParams({ q, unit, building }: CaseSearch, state: CaseState | null, cursor?: string): string {
  const given = { state, q: q || null, unit, building, cursor: cursor ?? null };
  return new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
  ).toString();
}
