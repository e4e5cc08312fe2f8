import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { work } from "#app/i18n/work.ts";
import { listWork } from "#db/queries/work/list-work.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { WorkApp } from "./work-app.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: work[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  return {
    locale: localeFrom(request, actor.locale),
    worklist: await listWork(context.db, actor, new Date()),
  };
}

export default function Work() {
  return <WorkApp initial={useLoaderData<typeof loader>().worklist} />;
}
