import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { draftAgreement } from "#db/commands/trade/draft-agreement.ts";
import { listSharedBuildings, type SharedBuilding } from "#db/queries/trade/list-shared-buildings.ts";
import { listTradeServices } from "#db/queries/trade/list-trade-services.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { TradeTerms } from "#domain/trade/terms-form.ts";
import { AgreementForm } from "./agreement-form.tsx";
import { HouseFinder } from "./house-finder.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].form.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const params = new URL(request.url).searchParams;
  const id = params.get("building");
  const text = (params.get("q") ?? "").trim().slice(0, 100);
  const [chosen] = isId(id) ? await listSharedBuildings(context.db, actor, { id }) : [];
  return {
    ...{ locale: localeFrom(request, actor.locale), text, today: dayAt(new Date()) },
    building: chosen ?? null,
    buildings: chosen ? [] : await listSharedBuildings(context.db, actor, { text }),
    services: chosen ? await listTradeServices(context.db, actor.organisationId) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const typed = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const answer = (faults: string[], refusal: string | null) =>
    json({ faults, refusal, typed }, { status: 422 });
  const terms = TradeTerms.safeParse(typed);
  if (!terms.success) return answer([...new Set(terms.error.issues.map(({ message }) => message))], null);
  const { buildingId, sellerUnitId, buyerUnitId } = typed;
  if (!isId(buildingId) || !isId(sellerUnitId) || !isId(buyerUnitId)) return answer([], "notShared");
  const wanted = { buildingId, sellerUnitId, buyerUnitId, terms: terms.data };
  const drafted = await draftAgreement(context.db, actor, wanted, new Date());
  return drafted.ok ? redirect(`/trade/${drafted.value}?was=drafted`, 303) : answer([], drafted.refusal);
}

export default function NewAgreement() {
  const { text, today, building, buildings, services } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.form.title}
        note={building ? `${building.name}, ${building.address}` : words.form.lead}
        above={
          <Link to={building ? "/trade/new" : "/trade"} className="text-link">
            {building ? words.form.otherBuilding : words.backToAll}
          </Link>
        }
      />
      {building ? (
        <AgreementForm {...{ building, services, today, answer }} />
      ) : (
        <HouseFinder text={text} buildings={buildings as SharedBuilding[]} />
      )}
    </Page>
  );
}
