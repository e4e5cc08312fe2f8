import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PlainFrame } from "#app/components/plain-frame.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveyVisit } from "#app/i18n/survey-visit.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SurveyApp } from "../survey-visit/survey-app.tsx";

/** Anyone may have this page: there is nothing in it. What it shows lies on the phone of whoever opens it. */
export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: surveyVisit[data?.locale ?? "da"].title },
];

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeFrom(request) };
}

/** The shell that opens without network, with the visits as the phone kept them. */
export default function SurveyOffline() {
  return (
    <PlainFrame homeTo="/surveys/visit" here="/surveys/offline" localeTo="/locale">
      <SurveyApp initial={null} />
    </PlainFrame>
  );
}
