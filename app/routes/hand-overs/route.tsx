import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClipboardList, FileUp, Plus } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Page, PageHead } from "#app/components/card.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getHandOverRegister, type KnownRow } from "#db/queries/hand-over/get-hand-over-register.ts";
import { listHandOvers, type HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import { summariseGathering } from "#db/queries/hand-over/summarise-gathering.ts";
import { may, scopeOf } from "#domain/access.ts";
import { hasRole } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { HandOverTable } from "./hand-over-table.tsx";
import { LeftPerAdministration } from "./left-per-administration.tsx";
import { OwnPlaces } from "./own-places.tsx";
import { readHandOverSearch } from "./search.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const mostOwn = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { db } = context;
  const today = dayAt(new Date());
  const search = readHandOverSearch(new URL(request.url).searchParams);
  // Whoever reads all leases looks over the queue; an administration looks at its own.
  const isKejd = scopeOf(actor, "leases", "read").all || hasRole(actor, "manager");
  const [list, lines] = [await listHandOvers(db, actor, search), await summariseGathering(db, actor, today)];
  const mayHand = may(actor, "leases", "write") && lines.length > 0;
  const own = isKejd || !mayHand ? [] : (await getHandOverRegister(db, actor, today)).known;
  return {
    ...{ locale: localeFrom(request, actor.locale), isKejd, mayHand, search, list, lines },
    own: own.slice(0, mostOwn),
    ownTotal: own.length,
  };
}

export default function HandOvers() {
  const { isKejd, mayHand, search, list, lines, own, ownTotal } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.title}
        note={isKejd ? words.noteKejd : words.noteOwn}
        tools={
          <>
            <LinkButton to="/hand-over/status" icon={ClipboardList}>
              {words.status}
            </LinkButton>
            {mayHand && (
              <>
                <LinkButton to="/hand-over/file" icon={FileUp}>
                  {words.byFile}
                </LinkButton>
                <LinkButton to="/hand-over/new?kind=property" icon={Plus}>
                  {words.newProperty}
                </LinkButton>
                <LinkButton
                  to="/hand-over/new?kind=lease"
                  icon={Plus}
                  look={isKejd ? "secondary" : "primary"}
                >
                  {words.newLease}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {lines.length > 0 && <LeftPerAdministration lines={lines} />}
      <HandOverTable
        {...{ search, lines, isKejd }}
        items={list.items as unknown as HandOverRow[]}
        total={list.total}
      />
      {!isKejd && mayHand && <OwnPlaces places={own as unknown as KnownRow[]} total={ownTotal} />}
    </Page>
  );
}
