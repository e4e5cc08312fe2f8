import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveyVisit } from "#app/i18n/survey-visit.ts";
import { getSurveyPack } from "#db/queries/survey/get-survey-pack.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SurveyApp } from "./survey-app.tsx";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: surveyVisit[data?.locale ?? "da"].title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  return {
    locale: localeFrom(request, actor.locale),
    pack: await getSurveyPack(context.db, actor, new Date()),
  };
}

export default function SurveyVisit() {
  return <SurveyApp initial={useLoaderData<typeof loader>().pack} />;
}
