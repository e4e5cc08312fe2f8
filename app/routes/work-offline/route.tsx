import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PlainFrame } from "#app/components/plain-frame.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { work } from "#app/i18n/work.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { WorkApp } from "../work/work-app.tsx";

/** Anyone may have this page: there is nothing in it. What it shows lies on the phone of whoever opens it. */
export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: work[data?.locale ?? "da"].title }];

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeFrom(request) };
}

/** The shell that opens without network, with the work as the phone kept it. */
export default function WorkOffline() {
  return (
    <PlainFrame homeTo="/work" here="/work/offline" localeTo="/locale">
      <WorkApp initial={null} />
    </PlainFrame>
  );
}
