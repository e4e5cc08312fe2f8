import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { colocation as area } from "#app/i18n/colocation.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { proposal } from "#app/i18n/proposal.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { inputsShownTo } from "#domain/colocation/shown-to.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { CaseHead } from "./case-head.tsx";
import { PremisesCard, ScenariosCard, UnitsCard } from "./parts-cards.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.inputs.case.name ?? area[data?.locale ?? "da"].title },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  return { locale: localeFrom(request, actor.locale), inputs: inputsShownTo(actor, inputs) };
}

export default function ColocationCase() {
  const inputs = useLoaderData<typeof loader>().inputs as CaseInputs;
  const words = useWords(proposal);
  return (
    <Page>
      <CaseHead head={inputs.case} />
      <Link to="proposal" className="text-link">
        {words.link}
      </Link>
      <ScenariosCard inputs={inputs} />
      <UnitsCard units={inputs.units} />
      <PremisesCard premises={inputs.premises} />
    </Page>
  );
}
