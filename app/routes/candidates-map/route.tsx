import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RouteHandle } from "#domain/needs.ts";
import { loadCandidates } from "../candidates/load-candidates.server.ts";
import { CandidateMap } from "./candidate-map.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export const loader = ({ request, context }: LoaderFunctionArgs) => loadCandidates(request, context);

/** The candidates on the map, or one of them with how far one comes on foot and its catchment. Their list is a page of its own. */
export default function CandidatesMap() {
  const { on, query, pair, tiles, total, units, rows } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const shown = rows.find(({ key }) => key === pair) ?? null;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(total), format.number(units), format.day(on))}
        above={
          <Link
            to={`/candidates?${query}${shown ? `&pair=${shown.key}#${shown.key}` : ""}`}
            className="text-link"
          >
            {words.asList}
          </Link>
        }
      />
      <CandidateMap {...{ rows, shown, query, on, tiles }} />
    </Page>
  );
}
